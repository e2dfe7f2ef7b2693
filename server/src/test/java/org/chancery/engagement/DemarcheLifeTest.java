// SPDX-License-Identifier: Apache-2.0
package org.chancery.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.chancery.DatabaseTest;
import org.chancery.MovableClock;
import org.chancery.access.Accounts;
import org.chancery.access.Actor;
import org.chancery.audit.AuditTrail;
import org.chancery.cable.Addressee;
import org.chancery.cable.Addressing;
import org.chancery.cable.Cable;
import org.chancery.cable.Cables;
import org.chancery.cable.Content;
import org.chancery.cable.DraftId;
import org.chancery.cable.NewCable;
import org.chancery.cable.Paragraph;
import org.chancery.cable.Reference;
import org.chancery.delivery.ReleasedCables;
import org.chancery.directory.OfficeCode;
import org.chancery.engagement.DemarcheDoors.Entry;
import org.chancery.instruction.Instruction;
import org.chancery.instruction.Instructions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// From the plan to the answer.
@DatabaseTest
@Import({MovableClock.Time.class, ReleasedCables.class})
class DemarcheLifeTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final MockMvc web;
    private final DemarcheDoors doors;
    private final Demarches demarches;
    private final Plans plans;
    private final Instructions instructions;
    private final ReleasedCables released;
    private final Cables cables;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final MovableClock clock;
    private final JsonMapper json;
    private final Actor berlin;
    private Instruction instruction;

    DemarcheLifeTest(
            MockMvc web,
            Accounts accounts,
            JsonMapper json,
            Demarches demarches,
            Plans plans,
            Instructions instructions,
            ReleasedCables released,
            Cables cables,
            AuditTrail audit,
            TransactionTemplate transaction,
            MovableClock clock) {
        this.web = web;
        this.doors = new DemarcheDoors(web, accounts, json);
        this.demarches = demarches;
        this.plans = plans;
        this.instructions = instructions;
        this.released = released;
        this.cables = cables;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.json = json;
        this.berlin = accounts.actor("berlin").orElseThrow();
    }

    @BeforeEach
    void instruct() {
        instruction = instructed();
    }

    private Instruction instructed(Paragraph... more) {
        var rows =
                List.of(
                        ReleasedCables.row("POINT", "P1", "Rivers need care.", Map.of()),
                        ReleasedCables.row("ASK", "A1", "Join the treaty", Map.of()),
                        ReleasedCables.row("ASK", "A2", "Publish the data", Map.of()));
        var cable =
                released.release(
                        List.of("BERLIN"),
                        List.of(),
                        content ->
                                content.paragraphs(
                                        Stream.concat(rows.stream(), Stream.of(more)).toList()),
                        clock.instant().minus(Duration.ofDays(2)));
        return instructions.of(cable.mrn(), berlin.scope()).orElseThrow();
    }

    private String form() {
        return "/instructions/" + instruction.id() + "/demarches";
    }

    private String local(Duration fromNow) {
        return LocalDateTime.ofInstant(clock.instant().plus(fromNow), BERLIN)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    private Entry entry() {
        return new Entry(instruction, local(Duration.ofMinutes(-30)));
    }

    private Demarche recorded(Entry entry) throws Exception {
        var id = Objects.requireNonNull(doors.byForm(entry, "berlin").id());
        return demarches.get(id, berlin.scope());
    }

    private Demarche again(Demarche demarche) {
        return demarches.get(demarche.id(), berlin.scope());
    }

    private Plan planned() throws Exception {
        var answer =
                doors.form(
                        "berlin",
                        "/instructions/" + instruction.id() + "/demarches/plan",
                        Map.of(
                                "government", "DE",
                                "at", local(Duration.ofDays(1)),
                                "form", "MEETING",
                                "ministry", "INTERIOR",
                                "level", "STATE_SECRETARY",
                                "function", "Head of the water department",
                                "place", "Ministry"));
        var to = Objects.requireNonNull(answer.getRedirectedUrl());
        return plans.get(PlanId.parse(to.substring(to.lastIndexOf('/') + 1)), berlin.scope());
    }

    private Plan again(Plan plan) {
        return plans.get(plan.id(), berlin.scope());
    }

    private void refused(
            String path, Map<String, String> fields, String code, String detail, String mend)
            throws Exception {
        assertThat(doors.form("berlin", path, fields).getContentAsString())
                .contains(code, detail, mend);
        var members = new HashMap<String, String>();
        fields.forEach(
                (field, value) -> members.put(field.endsWith("Reason") ? "reason" : field, value));
        assertThat(
                        doors.api(
                                        "berlin",
                                        "POST",
                                        path.replace("/demarches/plans", "/api/v1/plans"),
                                        members)
                                .getContentAsString())
                .contains(code, detail, mend);
    }

    @Nested
    class APlan {

        @Test
        void isAskedForPutOffAndGivenUp() throws Exception {
            var plan = planned();
            assertThat(plan.state()).isEqualTo(new DemarcheState.Planned());
            var path = "/demarches/plans/" + plan.id();

            doors.form("berlin", path + "/request", Map.of());
            assertThat(again(plan).state()).isInstanceOf(DemarcheState.Requested.class);

            var until = clock.instant().atZone(BERLIN).toLocalDate().plusDays(3);
            doors.form(
                    "berlin",
                    path + "/defer",
                    Map.of("until", until.toString(), "deferReason", "Access closed"));
            assertThat(again(plan).state())
                    .isEqualTo(new DemarcheState.Deferred(until, "Access closed"));

            doors.api(
                    "berlin",
                    "POST",
                    "/api/v1/plans/" + plan.id() + "/not-delivered",
                    Map.of("reason", "Priority displaced"));
            assertThat(again(plan).state())
                    .isEqualTo(new DemarcheState.NotDelivered("Priority displaced"));
            assertThat(demarches.plans(instruction.id(), berlin.scope())).contains(again(plan));
            assertThat(doors.page("desk", path)).contains("Not delivered", "Priority displaced");
        }

        @Test
        void thatHasEndedIsNotMoved() throws Exception {
            var plan = planned();
            plans.giveUp(plan.id(), "Priority displaced", berlin);

            refused(
                    "/demarches/plans/" + plan.id() + "/request",
                    Map.of(),
                    "DEM-012",
                    "This plan has ended: NOT_DELIVERED.",
                    "Plan a further démarche.");
        }

        @Test
        void isPutOffToADayToComeForAReason() throws Exception {
            var today = clock.instant().atZone(BERLIN).toLocalDate().toString();
            var path = "/demarches/plans/" + planned().id() + "/defer";

            refused(
                    path,
                    Map.of("until", today, "deferReason", ""),
                    "DEM-014",
                    today + " is not a day to come.",
                    "Enter the day on which it is to be tried again.");
            refused(
                    path,
                    Map.of("until", today, "deferReason", ""),
                    "DEM-014",
                    "No reason is given for putting it off.",
                    "Say why, for example “access closed”.");
        }

        @Test
        void isGivenUpForAReason() throws Exception {
            refused(
                    "/demarches/plans/" + planned().id() + "/not-delivered",
                    Map.of("giveUpReason", " "),
                    "DEM-015",
                    "No reason is given why it is not delivered.",
                    "Say why, for example “priority displaced”.");
        }

        @Test
        void isForATimeToCome() throws Exception {
            var fields =
                    Map.of(
                            "government",
                            "DE",
                            "at",
                            local(Duration.ofDays(-1)),
                            "function",
                            "Head");
            assertThat(
                            doors.form(
                                            "berlin",
                                            "/instructions/" + instruction.id() + "/demarches/plan",
                                            fields)
                                    .getContentAsString())
                    .contains(
                            "DEM-013",
                            "The meeting is planned for a time that is past.",
                            "Enter a time to come, or record the démarche.");
        }

        @Test
        void fillsTheFormOfDeliveryAndIsDeliveredByItsRecord() throws Exception {
            var plan = planned();
            var form =
                    doors.page(
                            "berlin",
                            "/instructions/" + instruction.id() + "/demarches/new?government=DE");
            assertThat(form)
                    .contains("value=\"Head of the water department\"")
                    .contains("Interior ministry, State secretary")
                    .contains("name=\"plan\" value=\"" + plan.id() + "\"");

            var demarche = recorded(entry().with("plan", plan.id().toString()));

            assertThat(again(plan).state()).isEqualTo(new DemarcheState.Delivered());
            assertThat(demarches.plans(instruction.id(), berlin.scope())).doesNotContain(plan);
            assertThat(
                            doors.byForm(entry().with("plan", plan.id().toString()), "berlin")
                                    .problems())
                    .extracting(DemarcheDoors.Said::code, DemarcheDoors.Said::mend)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(
                                    "DEM-012", "Plan a further démarche."));

            demarches.takeBack(demarche.id(), berlin);
            assertThat(again(plan).state()).isEqualTo(new DemarcheState.Planned());
        }

        @Test
        void isCarriedOutOnItsOwnInstruction() throws Exception {
            var plan = planned();
            var first = instruction;
            instruction = instructed();

            doors.record(entry().with("plan", plan.id().toString()), "berlin")
                    .refuse(
                            "DEM-012",
                            "",
                            "The plan is for DE on " + first.id() + ".",
                            "Record what it was planned for, or record without the plan.");
        }

        @Test
        void isNotThereForAnotherPost() throws Exception {
            var path = "/api/v1/plans/" + planned().id();

            assertThat(doors.api("ottawa", "GET", path, Map.of()).getStatus()).isEqualTo(404);
            assertThat(doors.api("ottawa", "POST", path + "/request", Map.of()).getStatus())
                    .isEqualTo(404);
            assertThat(doors.api("desk", "GET", path, Map.of()).getStatus()).isEqualTo(200);
        }
    }

    @Nested
    class ADelivery {

        @Test
        void leadsOnToTheReportItIsDueIn() throws Exception {
            instruction =
                    instructed(
                            ReleasedCables.row(
                                    "REQUIREMENT",
                                    "R1",
                                    "Report what was said.",
                                    Map.of("form", "DEMARCHE_REPORT", "due", "2099-01-05")));
            assertThat(doors.page("berlin", form() + "/new")).contains("Record, then write R1");

            var answer = doors.form("berlin", form(), entry().form());

            var report = Objects.requireNonNull(answer.getRedirectedUrl());
            assertThat(report).matches("/tasks/[0-9a-f-]{36}/report\\?recorded=[0-9a-f-]{36}");
            assertThat(doors.page("berlin", report))
                    .contains("Démarche recorded", "Take back", "Director for migration");
        }

        @Test
        void staysWithItsRecordWhereNoReportIsDue() throws Exception {
            assertThat(doors.page("berlin", form() + "/new")).doesNotContain("then write");

            assertThat(doors.form("berlin", form(), entry().form()).getRedirectedUrl())
                    .startsWith("/demarches/");
        }

        @Test
        void isTakenBackWithinTenMinutesOnly() throws Exception {
            var demarche = recorded(entry());
            clock.move(Duration.ofMinutes(11));

            var answer =
                    doors.api(
                            "berlin",
                            "POST",
                            "/api/v1/demarches/" + demarche.id() + "/take-back",
                            Map.of());

            assertThat(answer.getStatus()).isEqualTo(409);
            assertThat(answer.getContentAsString())
                    .contains(
                            "DEM-009",
                            "This can no longer be taken back.",
                            "Record a further démarche that says what is right.");
            assertThat(again(demarche).stands()).isTrue();
        }

        @Test
        void isReportedByTheCableThatAnswersTheInstruction() throws Exception {
            var demarche = recorded(entry());

            release("BERLIN", Reference.Relation.REFERS);
            assertThat(again(demarche).state()).isEqualTo(new DemarcheState.Delivered());

            var cable = release("BERLIN", Reference.Relation.ANSWERS);
            assertThat(again(demarche).state())
                    .isEqualTo(new DemarcheState.Reported(cable.mrn().toString()));
        }

        @Test
        void isNotReportedByTheCableOfAnotherPost() throws Exception {
            var demarche = recorded(entry());

            release("OTTAWA", Reference.Relation.ANSWERS);

            assertThat(again(demarche).state()).isEqualTo(new DemarcheState.Delivered());
        }

        @Test
        void waitsForItsAnswersUntilLaterDeliveriesBringAllOfThem() throws Exception {
            var first =
                    recorded(
                            entry().with("deliveredAt", local(Duration.ofHours(-5)))
                                    .with("response-A1", "NO_RESPONSE")
                                    .with("response-A2", "NO_RESPONSE"));
            recorded(
                    entry().with("deliveredAt", local(Duration.ofHours(-4)))
                            .with("response-A2", "NO_RESPONSE"));
            assertThat(again(first).state()).isEqualTo(new DemarcheState.Delivered());

            var last = recorded(entry().with("response-A2", "DECLINED"));

            assertThat(again(first).state()).isEqualTo(new DemarcheState.Answered(last.id()));
            assertThat(demarches.of(instruction.id(), berlin.scope())).hasSize(3);

            demarches.takeBack(last.id(), berlin);
            assertThat(again(first).state()).isEqualTo(new DemarcheState.Delivered());
        }

        @Test
        void isListedWithPlansOnThePageAndInTheTable() throws Exception {
            planned();
            recorded(entry().with("response-A1", "WILL_CONSULT"));

            var page = doors.page("desk", "/instructions/" + instruction.id() + "/demarches");
            var table = doors.page("desk", "/instructions/" + instruction.id() + "/demarches.csv");

            assertThat(page).contains("Director for migration", "Head of the water department");
            assertThat(table.lines().toList())
                    .hasSize(3)
                    .contains(
                            "office,government,state,at,form,ministry,function,level,raised,points,"
                                    + "reason,A1,A2")
                    .anyMatch(
                            line ->
                                    line.startsWith("BERLIN,DE,DELIVERED,")
                                            && line.endsWith(",1,1,,WILL_CONSULT,TOOK_NOTE"))
                    .anyMatch(line -> line.startsWith("BERLIN,DE,PLANNED,"));
        }

        private Cable release(String post, Reference.Relation relation) {
            var content =
                    Content.blank("CABLE", "SBU", "PRIORITY")
                            .with()
                            .subject("A report " + UUID.randomUUID())
                            .topics(List.of("SMIG"))
                            .paragraphs(
                                    List.of(
                                            ReleasedCables.row(
                                                    "TEXT", "", "What was said.", Map.of())))
                            .references(
                                    List.of(
                                            new Reference(
                                                    instruction.cable().toString(),
                                                    relation,
                                                    false,
                                                    false)))
                            .exercise("EXERCISE TEST")
                            .build();
            var text =
                    new NewCable(
                            new DraftId(UUID.randomUUID()),
                            new OfficeCode(post),
                            content,
                            List.of(
                                    new Addressee(
                                            new OfficeCode("EUR"),
                                            Addressing.ACTION,
                                            "PRIORITY",
                                            "")),
                            1,
                            content.captions(),
                            false);
            return Objects.requireNonNull(
                    transaction.execute(
                            status ->
                                    cables.release(
                                            text,
                                            released.actor("director"),
                                            clock.instant().truncatedTo(ChronoUnit.MICROS))));
        }
    }

    @Nested
    class AFormBegun {

        private void keep(String key, String words) throws Exception {
            web.perform(
                            put(form() + "/draft")
                                    .with(user("berlin"))
                                    .with(csrf())
                                    .contentType("application/x-www-form-urlencoded")
                                    .param("key", key)
                                    .param("government", "DE")
                                    .param("deliveredAt", local(Duration.ofMinutes(-30)))
                                    .param("words-A1", words))
                    .andExpect(status().isNoContent());
        }

        @Test
        void isKeptAtEachChangeForItsWriterAlone() throws Exception {
            keep("k1-" + instruction.id(), "First words");
            keep("k1-" + instruction.id(), "First words, and more");

            assertThat(doors.page("berlin", form() + "/new"))
                    .contains("First words, and more", "Draft kept on the server");
            assertThat(doors.page("hom.berlin", form() + "/new")).doesNotContain("First words");
        }

        @Test
        void isKeptByItsButtonWithoutScriptAndThrownAwayByTheOther() throws Exception {
            var fields = new HashMap<>(entry().with("words-A1", "Kept by hand").form());
            fields.put("key", "k2-" + instruction.id());
            fields.put("do", "draft");
            assertThat(doors.form("berlin", form(), fields).getRedirectedUrl())
                    .isEqualTo(form() + "/new?government=DE");
            assertThat(doors.page("berlin", form() + "/new")).contains("Kept by hand");

            fields.put("do", "anew");
            doors.form("berlin", form(), fields);
            assertThat(doors.page("berlin", form() + "/new")).doesNotContain("Kept by hand");
        }

        @Test
        void isGoneOnceItIsRecorded() throws Exception {
            var fields = new HashMap<>(entry().with("words-A1", "Soon on record").form());
            fields.put("key", "k3-" + instruction.id());
            keep("k3-" + instruction.id(), "Soon on record");
            fields.put("do", "record");

            assertThat(doors.form("berlin", form(), fields).getRedirectedUrl())
                    .startsWith("/demarches/");

            assertThat(doors.page("berlin", form() + "/new")).doesNotContain("Soon on record");
        }

        @Test
        void isNotKeptBeyondItsLength() throws Exception {
            var fields = new HashMap<>(entry().with("words-A1", "x".repeat(70_000)).form());
            fields.put("key", "k4");
            fields.put("do", "draft");

            var answer = doors.form("berlin", form(), fields);

            assertThat(answer.getStatus()).isEqualTo(422);
            assertThat(answer.getContentAsString()).contains("INP-005");
        }
    }

    @Nested
    class NamesOfInterlocutors {

        private static final String NAME = "Frau Erika Musterfrau";

        @Test
        void standInNoRecordPageOrAnswer() throws Exception {
            var both = doors.record(entry().with("names", NAME), "berlin").let();

            for (var id :
                    List.of(
                            Objects.requireNonNull(both.web().id()),
                            Objects.requireNonNull(both.api().id()))) {
                for (var reader : List.of("berlin", "hom.berlin", "desk")) {
                    assertThat(doors.page(reader, "/demarches/" + id)).doesNotContain("Musterfrau");
                    assertThat(
                                    doors.api(reader, "GET", "/api/v1/demarches/" + id, Map.of())
                                            .getContentAsString())
                            .contains("Director for migration")
                            .doesNotContain("Musterfrau");
                }
                assertThat(json.writeValueAsString(demarches.get(id, berlin.scope())))
                        .doesNotContain("Musterfrau");
            }
        }

        @Test
        void areShownToSourceProtectionAndTheReadingIsInTheAudit() throws Exception {
            var id = recorded(entry().with("names", NAME)).id();

            var page =
                    doors.form("hom.berlin", "/demarches/" + id + "/names", Map.of())
                            .getContentAsString();

            assertThat(page).contains(NAME);
            assertThat(audit.page(Long.MAX_VALUE, 20).rows())
                    .anyMatch(
                            act ->
                                    act.act().equals("demarche.names-read")
                                            && act.actor().equals("hom.berlin")
                                            && act.objectId().equals(id.toString()));
        }

        @Test
        void areRefusedToEveryoneElseWhetherThereAreAnyOrNot() throws Exception {
            for (var demarche : List.of(recorded(entry().with("names", NAME)), recorded(entry()))) {
                for (var reader : List.of("berlin", "desk")) {
                    var answer =
                            doors.form(reader, "/demarches/" + demarche.id() + "/names", Map.of());
                    assertThat(answer.getStatus()).isEqualTo(403);
                    assertThat(answer.getContentAsString())
                            .contains(
                                    "DEM-007",
                                    "Names of interlocutors are not for you.",
                                    "Ask the head of mission of the post.");
                }
                assertThat(
                                doors.form(
                                                "ottawa",
                                                "/demarches/" + demarche.id() + "/names",
                                                Map.of())
                                        .getStatus())
                        .isEqualTo(404);
            }
        }
    }
}
