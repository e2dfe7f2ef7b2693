// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chancery.DatabaseTest;
import org.chancery.access.Accounts;
import org.chancery.access.Actor;
import org.chancery.directory.OfficeCode;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every rule of measures, with its code and its mend; what the door refuses, the API refuses in
/// the same words.
@DatabaseTest
class MeasureRulesTest {

    private final MeasureDesk desk;
    private final Measures measures;
    private final Vocabularies vocabularies;
    private final Jurisdictions jurisdictions;
    private final Accounts accounts;
    private final MockMvc web;
    private final JsonMapper json;

    MeasureRulesTest(
            MeasureDesk desk,
            Measures measures,
            Vocabularies vocabularies,
            Jurisdictions jurisdictions,
            Accounts accounts,
            MockMvc web,
            JsonMapper json) {
        this.desk = desk;
        this.measures = measures;
        this.vocabularies = vocabularies;
        this.jurisdictions = jurisdictions;
        this.accounts = accounts;
        this.web = web;
        this.json = json;
    }

    private Actor person(String signIn) {
        return accounts.actor(signIn).orElseThrow();
    }

    /// A measure of Berlin’s that may be recorded as it is, with what a test changes of it.
    private Map<String, Object> good(Object... changed) {
        var body =
                new TreeMap<String, Object>(
                        Map.of(
                                "titleEn", "Cabinet shortens the list of safe countries",
                                "jurisdiction", "DE",
                                "area", "ENTRY_STAY",
                                "tools", List.of("SAFE_COUNTRY"),
                                "targetGroups", List.of("ASYLUM_SEEKERS"),
                                "instrument", "LAW",
                                "direction", "LESS_RESTRICTIVE",
                                "sources",
                                        List.of(
                                                Map.of(
                                                        "kind", "OFFICIAL",
                                                        "title", "Gazette of a test",
                                                        "uri", "https://example.org/g")),
                                "steps",
                                        List.of(
                                                Map.of(
                                                        "stage", "PROPOSED",
                                                        "date", "2026-01-05",
                                                        "sourceTitle", "Bill of a test"))));
        for (int i = 0; i < changed.length; i += 2) {
            body.put((String) changed[i], changed[i + 1]);
        }
        return body;
    }

    private record Answer(int status, JsonNode body) {

        List<String> problems() {
            return body.path("problems")
                    .valueStream()
                    .map(
                            p ->
                                    p.get("code").asString()
                                            + " "
                                            + p.get("field").asString()
                                            + ": "
                                            + p.get("detail").asString()
                                            + " "
                                            + p.get("mend").asString())
                    .toList();
        }

        String id() {
            return body.get("id").asString();
        }
    }

    private Answer send(String path, Object body, String signIn) throws Exception {
        var answer =
                web.perform(
                                post("/api/v1" + path)
                                        .header("Authorization", bearer(signIn))
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .content(json.writeValueAsString(body)))
                        .andReturn()
                        .getResponse();
        var text = answer.getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        return new Answer(
                answer.getStatus(), text.isEmpty() ? json.createObjectNode() : json.readTree(text));
    }

    private Answer ask(String path, String signIn) throws Exception {
        var answer =
                web.perform(get("/api/v1" + path).header("Authorization", bearer(signIn)))
                        .andReturn()
                        .getResponse();
        return new Answer(
                answer.getStatus(),
                json.readTree(answer.getContentAsString(java.nio.charset.StandardCharsets.UTF_8)));
    }

    private String bearer(String signIn) {
        return "Bearer " + accounts.issueToken(signIn);
    }

    private String entered(Object... changed) throws Exception {
        var answer = send("/measures", good(changed), "berlin");
        assertThat(answer.problems()).isEmpty();
        assertThat(answer.status()).isEqualTo(201);
        return answer.id();
    }

    private static Map<String, String> step(String stage, String date) {
        return Map.of("stage", stage, "date", date, "sourceTitle", "Gazette of a test");
    }

    private static String said(Problem problem) {
        return problem.code().code() + ": " + problem.detail() + " " + problem.mend();
    }

    @Nested
    class AMeasureOfAJurisdictionThatIsNotAssigned {

        @Test
        void isRefusedUntilItIsRegistered() throws Exception {
            var refused = send("/measures", good("jurisdiction", "XQ"), "berlin");

            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.problems())
                    .containsExactly(
                            "MEA-001 jurisdiction: XQ is not assigned. Register it as an additional"
                                    + " jurisdiction first.");

            var registered =
                    send(
                            "/jurisdictions",
                            Map.of(
                                    "code",
                                    "XQ",
                                    "en",
                                    "Testland",
                                    "de",
                                    "Testland",
                                    "region",
                                    "EUROPE"),
                            "admin");
            assertThat(registered.status()).isEqualTo(201);
            assertThat(send("/measures", good("jurisdiction", "XQ"), "berlin").status())
                    .isEqualTo(201);
        }

        @Test
        void canBeRegisteredOnceAndByItsAdministratorsOnly() throws Exception {
            var again =
                    send(
                            "/jurisdictions",
                            Map.of("code", "EU", "en", "", "de", "Union", "region", "MOON"),
                            "admin");

            assertThat(again.problems())
                    .containsExactly(
                            "MEA-001 code: EU is assigned or registered already. Use it as it is, or"
                                    + " register another code.",
                            "MEA-001 en: The jurisdiction has no name in English. Enter its common name"
                                    + " in this language.",
                            again.problems().get(2));
            assertThat(again.problems().get(2)).startsWith("INP-004 region: ");
            assertThat(
                            send(
                                            "/jurisdictions",
                                            Map.of(
                                                    "code", "XW", "en", "W", "de", "W", "region",
                                                    "EUROPE"),
                                            "berlin")
                                    .status())
                    .isEqualTo(403);
        }
    }

    @Nested
    class AMeasureWithoutSources {

        @Test
        void isRefused() throws Exception {
            assertThat(send("/measures", good("sources", List.of()), "berlin").problems())
                    .containsExactly(
                            "MEA-002 source-0: The source is missing. Add a source. Press reports alone"
                                    + " allow MODERATE at most.");
        }

        @Test
        void restingOnPressAloneIsAtMostModerate() throws Exception {
            var press = List.of(Map.of("kind", "PRESS", "title", "A paper"));

            assertThat(
                            send(
                                            "/measures",
                                            good("sources", press, "confidence", "HIGH"),
                                            "berlin")
                                    .problems())
                    .containsExactly(
                            "MEA-002 confidence: HIGH rests on press reports alone. Add a source. Press"
                                    + " reports alone allow MODERATE at most.");
            entered("sources", press, "confidence", "MODERATE");
        }
    }

    @Nested
    class Steps {

        @Test
        void outOfOrderAreRefusedByBothDates() throws Exception {
            var steps = List.of(step("IN_FORCE", "2026-01-02"), step("ADOPTED", "2026-01-05"));

            var refused = send("/measures", good("steps", steps), "berlin");

            assertThat(refused.problems())
                    .containsExactly(
                            "MEA-003 stage: IN_FORCE on 2026-01-02 precedes ADOPTED on 2026-01-05. Check"
                                    + " both dates, or have an exception of this jurisdiction’s procedure"
                                    + " entered.");
        }

        @Test
        void standInThatOrderWhereTheProcedureSaysSo() throws Exception {
            var steps = List.of(step("IN_FORCE", "2026-01-02"), step("ADOPTED", "2026-01-05"));

            entered("jurisdiction", "IT", "steps", steps);
        }

        @Test
        void ofTheSameMonthAreNotHeldAgainstEachOther() throws Exception {
            entered("steps", List.of(step("IN_FORCE", "2026-01"), step("ADOPTED", "2026-01-20")));
        }

        @Test
        void maySetBackOnlyByReturnCourtOrRepeal() throws Exception {
            entered(
                    "steps",
                    List.of(
                            step("PASSED_CHAMBER", "2025-10-28"),
                            step("STRUCK_DOWN", "2025-12-15"),
                            step("PASSED_CHAMBER", "2026-03-01"),
                            step("RETURNED", "2026-03-20"),
                            step("PASSED_CHAMBER", "2026-04-01"),
                            step("VETOED", "2026-04-10"),
                            step("PROMULGATED", "2026-04-20"),
                            step("IN_FORCE", "2026-05-01"),
                            step("SUSPENDED_BY_COURT", "2026-05-02"),
                            step("IN_FORCE", "2026-06-01"),
                            step("REPEALED", "2026-07-01")));
        }

        @Test
        void endWithWhatEndsAMeasure() throws Exception {
            var id = entered("steps", List.of(step("WITHDRAWN", "2026-02-01")));

            var refused =
                    send("/measures/" + id + "/steps", step("ADOPTED", "2026-03-01"), "berlin");

            assertThat(refused.problems())
                    .containsExactly(
                            "MEA-003 stage: WITHDRAWN on 2026-02-01 ended the measure, and ADOPTED on"
                                    + " 2026-03-01 comes after it. Enter what came later as a measure of its"
                                    + " own that relates to this one.");
        }

        @Test
        void thatWithdrawWhatAppliesOrExpireWhatNeverDidAreRefused() throws Exception {
            var inForce = entered("steps", List.of(step("IN_FORCE", "2026-01-01")));
            var proposed = entered();

            assertThat(
                            send(
                                            "/measures/" + inForce + "/steps",
                                            step("REJECTED", "2026-02-01"),
                                            "berlin")
                                    .problems())
                    .containsExactly(
                            "MEA-003 stage: REJECTED on 2026-02-01 follows IN_FORCE on 2026-01-01, when"
                                    + " the rule was in force already. Say REPEALED, SUSPENDED_BY_COURT or"
                                    + " STRUCK_DOWN of a rule in force.");
            assertThat(
                            send(
                                            "/measures/" + proposed + "/steps",
                                            step("EXPIRED", "2026-02-01"),
                                            "berlin")
                                    .problems())
                    .containsExactly(
                            "MEA-003 stage: EXPIRED on 2026-02-01 follows PROPOSED on 2026-01-05, and"
                                    + " nothing was in force. Say WITHDRAWN or REJECTED of what never"
                                    + " applied, or enter when it came into force.");
        }
    }

    @Nested
    class AProvision {

        @Test
        void goesOneWay() throws Exception {
            var family = entered("direction", "MIXED");

            var refused = send("/measures", good("family", family, "direction", "MIXED"), "berlin");

            assertThat(refused.problems())
                    .containsExactly(
                            "MEA-004 direction: A provision goes one way, and this one is coded as mixed."
                                    + " Split this package: enter each part that goes its own way as a"
                                    + " provision.");
        }

        @Test
        void makesTheDirectionOfItsPackage() throws Exception {
            var family = entered("direction", "UNCLEAR");
            entered("family", family, "direction", "MORE_RESTRICTIVE");
            entered("family", family, "direction", "NEUTRAL");
            assertThat(direction(family)).isEqualTo("MORE_RESTRICTIVE");

            entered("family", family, "direction", "LESS_RESTRICTIVE");

            assertThat(direction(family)).isEqualTo("MIXED");
        }

        @Test
        void differingFromAnotherKeepsThePackageFromGoingOneWay() throws Exception {
            var family = entered("direction", "UNCLEAR");
            entered("family", family, "direction", "MORE_RESTRICTIVE");
            entered("family", family, "direction", "MORE_RESTRICTIVE");
            entered("family", family, "direction", "LESS_RESTRICTIVE");

            var refused =
                    send(
                            "/measures/" + family + "/corrections",
                            Map.of(
                                    "version",
                                    1,
                                    "reason",
                                    "The title says so.",
                                    "coding",
                                    Map.of("direction", "MORE_RESTRICTIVE")),
                            "berlin");

            assertThat(refused.problems())
                    .containsExactly(
                            "MEA-004 direction: Split this package: provisions 1 and 3 differ. Leave the"
                                    + " direction of the package to its provisions, which make it MIXED.");
        }

        @Test
        void isNoPackageItself() throws Exception {
            var family = entered();
            var provision = entered("family", family);

            assertThat(send("/measures", good("family", provision), "berlin").problems())
                    .containsExactly(
                            "MEA-004 family: "
                                    + provision
                                    + " cannot be the package of this measure. Choose a package of the same"
                                    + " jurisdiction that is no provision itself.");
        }

        private String direction(String id) throws Exception {
            return ask("/measures/" + id, "berlin").body().get("direction").asString();
        }
    }

    @Nested
    class SumsOverStates {

        @Test
        void areAnsweredByTheRuleOnEveryRouteThatReads() throws Exception {
            for (var path :
                    List.of(
                            "/measures/sum",
                            "/measures?aggregate=sum",
                            "/measures?SUM=direction",
                            "/measures?groupBy=government",
                            "/governments?rank=1",
                            "/positions?instruction=I-25-0001&government=DE&ask=A1&mean=step",
                            "/board/I-25-0001?score=true",
                            "/instructions?count=government")) {
                var answer = ask(path, "analyst");

                assertThat(answer.status()).as(path).isEqualTo(422);
                assertThat(answer.problems())
                        .as(path)
                        .containsExactly(
                                "MEA-005 : Directions are relative to each state and cannot be added. Ask"
                                        + " for the measures of one government, or count governments per"
                                        + " category in words.");
            }
        }
    }

    @Nested
    class TwoGazetteNumbers {

        private static final List<Map<String, Object>> NUMBERS =
                List.of(
                        Map.of("scheme", "GAZETTE", "value", "256", "source", "asylum portal"),
                        Map.of("scheme", "GAZETTE", "value", "257", "source", "urban association"),
                        Map.of("scheme", "BILL", "value", "21/537"));

        @Test
        void areBothKeptInConflictAndSaid() throws Exception {
            var id = entered("references", NUMBERS);

            var measure = ask("/measures/" + id, "berlin").body();

            assertThat(measure.get("references").valueStream().map(r -> r.get("state").asString()))
                    .containsExactly("CONFLICT", "CONFLICT", "STATED");
            var notice = measure.get("notices").get(0);
            assertThat(notice.get("code").asString()).isEqualTo("MEA-006");
            assertThat(notice.get("detail").asString())
                    .isEqualTo("Gazette numbers 256 and 257 are both recorded.");
            assertThat(notice.get("mend").asString())
                    .isEqualTo(
                            "Look the act up in the register itself, and correct the measure with what it"
                                    + " says.");
        }

        @Test
        void areGivenToTheFootnotesOfABrief() throws Exception {
            var id = entered("references", NUMBERS);

            assertThat(measures.conflicts(id, person("desk").scope()))
                    .containsExactly(
                            new LegalReference.Conflict(
                                    LegalReference.Scheme.GAZETTE, List.of("256", "257")));
        }

        @Test
        void thatDifferInSpacesOnlyAgree() throws Exception {
            var id =
                    entered(
                            "references",
                            List.of(
                                    Map.of(
                                            "scheme", "GAZETTE", "value", "Nr. 256", "checked",
                                            true),
                                    Map.of("scheme", "GAZETTE", "value", "nr.  256")));

            assertThat(
                            ask("/measures/" + id, "berlin")
                                    .body()
                                    .get("references")
                                    .valueStream()
                                    .map(r -> r.get("state").asString()))
                    .containsExactly("CHECKED", "STATED");
        }
    }

    @Nested
    class ACorrection {

        @Test
        void needsItsReason() throws Exception {
            var id = entered();

            var refused =
                    send(
                            "/measures/" + id + "/corrections",
                            Map.of("version", 1, "reason", " ", "coding", Map.of("area", "BORDER")),
                            "berlin");

            assertThat(refused.problems())
                    .containsExactly(
                            "MEA-007 reason: Did the government change it, or did we code it wrongly? If"
                                    + " the government changed it, add a step. If we coded it wrongly, give"
                                    + " the reason of the correction.");
        }

        @Test
        void keepsTheNameAndTheOldVersion() throws Exception {
            var id = entered();

            var corrected =
                    send(
                            "/measures/" + id + "/corrections",
                            Map.of(
                                    "version",
                                    1,
                                    "reason",
                                    "It is about the border.",
                                    "coding",
                                    Map.of("area", "BORDER")),
                            "berlin");

            assertThat(corrected.id()).isEqualTo(id);
            var file =
                    measures.get(
                            new MeasureId(id), LocalDate.of(2026, 6, 1), person("desk").scope());
            assertThat(file.versions())
                    .extracting(
                            Measure.Version::version,
                            Measure.Version::kind,
                            Measure.Version::reason,
                            version -> version.coding().classes().area())
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(
                                    2L, "CORRECTED", "It is about the border.", "BORDER"),
                            org.assertj.core.groups.Tuple.tuple(1L, "ENTERED", "", "ENTRY_STAY"));
            assertThat(file.state().steps()).hasSize(1);
            assertThat(file.state().measure().area()).isEqualTo("BORDER");
        }

        @Test
        void fromAnOldVersionIsRefused() throws Exception {
            var id = entered();
            var correction =
                    Map.of("version", 1, "reason", "Wrong.", "coding", Map.of("area", "BORDER"));
            send("/measures/" + id + "/corrections", correction, "berlin");

            var late = send("/measures/" + id + "/corrections", correction, "desk");

            assertThat(late.status()).isEqualTo(409);
            assertThat(late.body().get("code").asString()).isEqualTo("INP-006");
        }

        @Test
        void ofAStepPutsAnotherInItsPlaceAndKeepsItReadable() throws Exception {
            var id = entered();
            var wrong = ask("/measures/" + id, "berlin").body().at("/steps/0/id").asString();

            var answer =
                    send(
                            "/measures/" + id + "/steps/" + wrong + "/corrections",
                            Map.of(
                                    "reason",
                                    "The bill is of February.",
                                    "step",
                                    step("PROPOSED", "2026-02-05")),
                            "berlin");

            assertThat(answer.status()).isEqualTo(204);
            var file =
                    measures.get(
                            new MeasureId(id), LocalDate.of(2026, 6, 1), person("desk").scope());
            assertThat(file.state().steps())
                    .extracting(s -> s.finding().facts().date().text())
                    .containsExactly("2026-02-05");
            assertThat(file.replaced())
                    .extracting(r -> r.step().facts().date().text(), Measure.Replaced::reason)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(
                                    "2026-01-05", "The bill is of February."));
        }

        @Test
        void isNoUpdateWhichAddsAStepAndChangesNothing() throws Exception {
            var id = entered();

            var added = send("/measures/" + id + "/steps", step("ADOPTED", "2026-03-01"), "berlin");

            assertThat(added.status()).isEqualTo(201);
            var file =
                    measures.get(
                            new MeasureId(id), LocalDate.of(2026, 6, 1), person("desk").scope());
            assertThat(file.measure().version()).isEqualTo(1);
            assertThat(file.state().steps())
                    .extracting(MeasureState.Step::stage)
                    .containsExactly(Stage.PROPOSED, Stage.ADOPTED);
        }
    }

    @Nested
    class ANameOfAPrivatePerson {

        @Test
        void isRefusedWhereverItStands() throws Exception {
            var refused =
                    send(
                            "/measures",
                            good(
                                    "summaryEn", "Written after the case of Mr. Testmann.",
                                    "groupNote", "the suspect Ali T."),
                            "berlin");

            assertThat(refused.problems())
                    .hasSize(2)
                    .first()
                    .asString()
                    .isEqualTo(
                            "MEA-008 summaryEn: “Testmann” looks like data on a private person. Remove the"
                                    + " name of a private person. Measures carry groups. If it names none,"
                                    + " confirm that you have checked.");
        }

        @Test
        void isNoneOnceAPersonHasChecked() throws Exception {
            entered("summaryEn", "The rule is called after Mr. Testmann.", "personsChecked", true);
        }
    }

    @Nested
    class AnEndThatPassed {

        @Test
        void isListedForThePostToReviewUntilSomebodySaysWhatFollowed() throws Exception {
            var ends =
                    Map.of(
                            "stage", "IN_FORCE",
                            "date", "2024-01-01",
                            "effectiveTo", "2024-12-31",
                            "sourceTitle", "Gazette");
            var id = entered("steps", List.of(ends));

            assertThat(reviews("BERLIN")).contains(id);
            assertThat(reviews("OTTAWA")).doesNotContain(id);
            var notice = ask("/measures/" + id, "berlin").body().get("notices").get(0);
            assertThat(notice.get("code").asString()).isEqualTo("MEA-009");
            assertThat(notice.get("detail").asString())
                    .isEqualTo(
                            "Its last known day was 2024-12-31, and nobody has said what followed.");
            assertThat(notice.get("mend").asString())
                    .isEqualTo("Add the step EXTENDED or EXPIRED with its date and source.");

            send("/measures/" + id + "/steps", step("EXPIRED", "2025-01-01"), "berlin");

            assertThat(reviews("BERLIN")).doesNotContain(id);
        }

        private List<String> reviews(String office) {
            return measures.reviews(new OfficeCode(office), person("berlin").scope()).stream()
                    .map(measure -> measure.id().value())
                    .toList();
        }
    }

    @Nested
    class AMajorMeasure {

        @Test
        void saysWhy() throws Exception {
            assertThat(send("/measures", good("magnitude", "MAJOR"), "berlin").problems())
                    .containsExactly(
                            "MEA-010 justification: MAJOR has no justification. Say whom it reaches and how"
                                    + " many of how many, or choose a lower magnitude.");
        }
    }

    @Nested
    class AMeasureWithoutAStepForLong {

        @Test
        void isMarkedAsStalledBeforeItIsAdopted() throws Exception {
            var id = entered("steps", List.of(step("PROPOSED", "2024-02-01")));

            var notice =
                    ask("/measures/" + id + "?asOf=2025-06-01", "berlin")
                            .body()
                            .get("notices")
                            .get(0);

            assertThat(notice.get("code").asString()).isEqualTo("MEA-013");
            assertThat(notice.get("detail").asString())
                    .isEqualTo("It stands at PROPOSED since 2024-02-01, longer than 365 days.");
            assertThat(notice.get("mend").asString())
                    .isEqualTo("Add what happened since, or WITHDRAWN if it was given up.");
            assertThat(ask("/measures/" + id + "?asOf=2024-06-01", "berlin").body().get("notices"))
                    .isEmpty();
        }
    }

    @Nested
    class TermsOfNoVocabulary {

        @Test
        void areRefusedEachByItself() throws Exception {
            var refused =
                    send(
                            "/measures",
                            good("area", "TAXES", "tools", List.of("QUOTA", "BRIBE")),
                            "berlin");

            assertThat(refused.problems())
                    .containsExactly(
                            "MEA-012 area: The vocabulary migration has no term TAXES here. Choose one of"
                                    + " BORDER, ENTRY_STAY, INTEGRATION, EXIT, GOVERNANCE.",
                            refused.problems().get(1));
            assertThat(refused.problems().get(1))
                    .startsWith("MEA-012 tools: The vocabulary migration has no term BRIBE here.");
        }

        @Test
        void areThoseOfTheSubject() throws Exception {
            entered(
                    "subject",
                    "trade",
                    "area",
                    "GOODS",
                    "tools",
                    List.of("TARIFF"),
                    "targetGroups",
                    List.of());
            assertThat(
                            vocabularies
                                    .current("trade")
                                    .direction(Direction.LESS_RESTRICTIVE)
                                    .english())
                    .isEqualTo("liberalising");
        }
    }

    @Nested
    class AFormWithManyMistakes {

        @Test
        void reportsThemAll() throws Exception {
            var refused =
                    send(
                            "/measures",
                            Map.of(
                                    "jurisdiction", "XX",
                                    "direction", "SIDEWAYS",
                                    "effectiveTo", "soon",
                                    "steps",
                                            List.of(Map.of("stage", "DREAMT", "date", "tomorrow"))),
                            "berlin");

            assertThat(refused.problems())
                    .extracting(problem -> problem.split(":")[0])
                    .contains(
                            "RPT-001 titleEn",
                            "MEA-001 jurisdiction",
                            "INP-003 area",
                            "INP-003 tools",
                            "INP-004 direction",
                            "INP-001 effectiveTo",
                            "MEA-002 source-0",
                            "INP-004 stage",
                            "INP-001 stepDate",
                            "MEA-002 stepSource");
        }
    }

    @Nested
    class ASecondCoder {

        @Test
        void isSomebodyElse() throws Exception {
            var id = entered();

            assertThat(
                            send(
                                            "/measures/" + id + "/second-codings",
                                            Map.of("area", "ENTRY_STAY", "direction", "NEUTRAL"),
                                            "berlin")
                                    .problems())
                    .containsExactly(
                            "MEA-014 : "
                                    + person("berlin").displayName()
                                    + " coded this version. Ask somebody else to code it again.");
        }

        @Test
        void whoDiffersIsShownUntilItIsSettledWithAReason() throws Exception {
            var id = entered();
            var before = agreed("ENTRY_STAY");

            send(
                    "/measures/" + id + "/second-codings",
                    Map.of("area", "ENTRY_STAY", "direction", "NEUTRAL"),
                    "desk");

            assertThat(ask("/measures/" + id, "desk").body().get("codedDifferently").asBoolean())
                    .isTrue();
            var after = agreed("ENTRY_STAY");
            assertThat(after.coded()).isEqualTo(before.coded() + 1);
            assertThat(after.agreed()).isEqualTo(before.agreed());
            assertThat(
                            send(
                                            "/measures/" + id + "/second-codings",
                                            Map.of("area", "ENTRY_STAY", "direction", "NEUTRAL"),
                                            "analyst")
                                    .problems())
                    .containsExactly(
                            "MEA-014 : This version was coded twice already. Compare both codings, and"
                                    + " settle what differs.");

            var settled =
                    send(
                            "/measures/" + id + "/corrections",
                            Map.of(
                                    "version",
                                    1,
                                    "settles",
                                    true,
                                    "reason",
                                    "Both looked at the act.",
                                    "coding",
                                    Map.of("direction", "NEUTRAL")),
                            "desk");

            assertThat(settled.status()).isEqualTo(200);
            var measure = ask("/measures/" + id, "desk").body();
            assertThat(measure.get("codedDifferently").asBoolean()).isFalse();
            assertThat(measure.get("codingState").asString()).isEqualTo("RECONCILED");
        }

        @Test
        void settlesOnlyWhatDiffers() throws Exception {
            var id = entered();

            var refused =
                    catchThrowableOfType(
                            Refusal.class,
                            () ->
                                    desk.reconcile(
                                            new MeasureId(id),
                                            1,
                                            NewMeasure.blank(),
                                            "So be it.",
                                            person("desk")));

            assertThat(said(refused.first()))
                    .isEqualTo(
                            "MEA-014: No two codings of this measure differ. Correct the measure if it is"
                                    + " coded wrongly.");
        }

        private Measure.Agreement agreed(String area) {
            return measures.agreement(person("desk").scope()).stream()
                    .filter(a -> a.subject().equals("migration") && a.area().equals(area))
                    .findFirst()
                    .orElse(new Measure.Agreement("migration", area, 0, 0));
        }
    }

    @Nested
    class ADocument {

        @Test
        void saysWhatItIsAndWhatItsBytesWere() throws Exception {
            var id = entered();

            assertThat(
                            send(
                                            "/measures/" + id + "/documents",
                                            Map.of(
                                                    "role",
                                                    "ACT",
                                                    "language",
                                                    "de",
                                                    "title",
                                                    "Act",
                                                    "sha256",
                                                    "12"),
                                            "berlin")
                                    .problems())
                    .containsExactly(
                            "MEA-017 documentHash: “12” is no SHA-256. Enter 64 hexadecimal digits, or"
                                    + " leave it empty.");
            assertThat(
                            send(
                                            "/measures/" + id + "/documents",
                                            Map.of("role", "ACT", "language", "de", "title", "Act"),
                                            "berlin")
                                    .status())
                    .isEqualTo(204);
        }
    }

    @Nested
    class AMeasureOfARestrictedReport {

        @Test
        void isNotThereForWhoMayNotReadIt() throws Exception {
            assertThat(ask("/measures/NO-SUCH-MEASURE", "berlin").status()).isEqualTo(404);
            assertThat(ask("/measures/no such", "berlin").status()).isEqualTo(404);
        }

        @Test
        void isWrittenByCodersOnly() throws Exception {
            assertThat(send("/measures", good(), "legal").status()).isEqualTo(403);
        }
    }
}
