// SPDX-License-Identifier: Apache-2.0
package org.chancery.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.chancery.DatabaseTest;
import org.chancery.MovableClock;
import org.chancery.access.Accounts;
import org.chancery.access.Actor;
import org.chancery.delivery.ReleasedCables;
import org.chancery.engagement.DemarcheDoors.Entry;
import org.chancery.instruction.Instruction;
import org.chancery.instruction.Instructions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.json.JsonMapper;

/// DEM-001 to DEM-011, each by the form and by the API, in the same words.
@DatabaseTest
@Import({MovableClock.Time.class, ReleasedCables.class})
class DemarcheRulesTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final DemarcheDoors doors;
    private final Demarches demarches;
    private final Instructions instructions;
    private final ReleasedCables cables;
    private final MovableClock clock;
    private final Actor berlin;
    private Instruction instruction;
    private LocalDateTime now;
    private LocalDate released;

    DemarcheRulesTest(
            MockMvc web,
            Accounts accounts,
            JsonMapper json,
            Demarches demarches,
            Instructions instructions,
            ReleasedCables cables,
            MovableClock clock) {
        this.clock = clock;
        this.doors = new DemarcheDoors(web, accounts, json);
        this.demarches = demarches;
        this.instructions = instructions;
        this.cables = cables;
        this.berlin = accounts.actor("berlin").orElseThrow();
    }

    @BeforeEach
    void instruct() {
        now =
                LocalDateTime.ofInstant(clock.instant(), BERLIN)
                        .minusMinutes(30)
                        .truncatedTo(ChronoUnit.MINUTES);
        released = now.toLocalDate().minusDays(4);
        var cable =
                cables.release(
                        List.of("BERLIN", "OTTAWA"),
                        List.of(),
                        content ->
                                content.paragraphs(
                                        List.of(
                                                ReleasedCables.row(
                                                        "DELIVERY",
                                                        "",
                                                        "",
                                                        Map.of(
                                                                "level", "STATE_SECRETARY",
                                                                "notBefore", released.toString(),
                                                                "notAfter",
                                                                        released.plusDays(10)
                                                                                .toString())),
                                                point(
                                                        "P1",
                                                        "We hold that rivers need care.",
                                                        "mayLeave"),
                                                point(
                                                        "P2",
                                                        "Our own experts are divided on this.",
                                                        "oralOnly"),
                                                point(
                                                        "P3",
                                                        "(SBU) As 25 STATE 1 said, dams must go. P1 holds.",
                                                        "mayLeave"),
                                                ReleasedCables.row(
                                                        "ASK", "A1", "Join the treaty", Map.of()),
                                                ReleasedCables.row(
                                                        "ASK",
                                                        "A2",
                                                        "Publish the data",
                                                        Map.of()))),
                        released.atTime(10, 0).atZone(BERLIN).toInstant());
        instruction = instructions.of(cable.mrn(), berlin.scope()).orElseThrow();
    }

    private static org.chancery.cable.Paragraph point(String label, String text, String flag) {
        return ReleasedCables.row("POINT", label, text, Map.of(flag, "true"));
    }

    private Entry entry() {
        return new Entry(instruction, now.toString()).with("level", "STATE_SECRETARY");
    }

    private Demarche kept(DemarcheDoors.Both both) {
        return demarches.get(Objects.requireNonNull(both.api().id()), berlin.scope());
    }

    @Nested
    class TheTime {

        @Test
        void isNotToCome() throws Exception {
            doors.record(entry().with("deliveredAt", now.plusHours(5).toString()), "berlin")
                    .refuse(
                            "DEM-001",
                            "deliveredAt",
                            "The démarche is dated in the future.",
                            "Enter when it was delivered.");
        }

        @Test
        void isNotBeforeTheInstructionWithoutPriorAuthority() throws Exception {
            doors.record(entry().with("deliveredAt", released + "T09:30"), "berlin")
                    .refuse(
                            "DEM-001",
                            "deliveredAt",
                            "Delivered before the instruction "
                                    + instruction.id()
                                    + " was released.",
                            "Check the date, or say by what authority it was delivered earlier.");
        }

        @Test
        void beforeTheInstructionIsKeptWithThePriorAuthority() throws Exception {
            var both =
                    doors.record(
                                    entry().with("deliveredAt", released + "T09:30")
                                            .with("priorAuthority", "Agreed by telephone"),
                                    "berlin")
                            .let();

            assertThat(kept(both).what().reasons().priorAuthority())
                    .isEqualTo("Agreed by telephone");
        }

        @Test
        void outsideTheDaysOfTheInstructionNeedsAComment() throws Exception {
            var early =
                    entry().with("deliveredAt", released.minusDays(1) + "T09:30")
                            .with("priorAuthority", "Agreed by telephone");
            doors.record(early, "berlin")
                    .refuse(
                            "DEM-010",
                            "timingReason",
                            "The instruction wants it delivered from "
                                    + released
                                    + " to "
                                    + released.plusDays(10)
                                    + ".",
                            "Check the date, or say why on another day.");

            doors.record(early.with("timingReason", "The minister left the day after"), "berlin")
                    .let();
        }
    }

    @Nested
    class EachAsk {

        @Test
        void isRaisedOrNotRaised() throws Exception {
            doors.record(entry().without("response-A2"), "berlin")
                    .refuse(
                            "DEM-002",
                            "response-A2",
                            "Ask A2: raised or not raised?",
                            "Choose what was answered, or “not raised” with a reason.");
        }

        @Test
        void thatWasNotRaisedHasAReason() throws Exception {
            doors.record(entry().with("response-A1", "NOT_RAISED"), "berlin")
                    .refuse(
                            "DEM-002",
                            "words-A1",
                            "Ask A1 was not raised, and no reason is given.",
                            "Say why it was not raised.");
        }

        @Test
        void mayBeReferredElsewhereOrMetWithACounterProposalAndTakenInItsOwnWay() throws Exception {
            var both =
                    doors.record(
                                    entry().with("response-A1", "REFERRED_ELSEWHERE")
                                            .with("response-A2", "COUNTER_PROPOSAL")
                                            .with("approach-A2", "RESENTED")
                                            .with("approach", "WELCOMED"),
                                    "berlin")
                            .let();

            var what = kept(both).what();
            assertThat(what.responses())
                    .extracting(AskResponse::code)
                    .containsExactly(
                            AskResponse.Code.REFERRED_ELSEWHERE, AskResponse.Code.COUNTER_PROPOSAL);
            assertThat(what.approach(what.responses().get(0))).isEqualTo(Approach.WELCOMED);
            assertThat(what.approach(what.responses().get(1))).isEqualTo(Approach.RESENTED);
        }

        @Test
        void isOneOfTheInstruction() throws Exception {
            var body = entry().body();
            body.put("responses", List.of(Map.of("ask", "A9", "code", "ACCEPTED")));

            var answer = doors.api("berlin", "POST", "/api/v1/demarches", body);

            assertThat(answer.getStatus()).isEqualTo(422);
            assertThat(answer.getContentAsString())
                    .contains("A9 is no ask of this instruction.", "Leave it out.");
        }
    }

    @Nested
    class ThePaper {

        private Entry left(String text) {
            return entry().with("paperLeft", "on").with("paper", text);
        }

        @Test
        void quotesNoOralOnlyPoint() throws Exception {
            doors.record(left("We add: our own EXPERTS are divided on this!"), "berlin")
                    .refuse(
                            "DEM-003",
                            "paper",
                            "Point P2 is oral-only.",
                            "Take it out of the paper, or say that none was left.");
        }

        @Test
        void carriesNoMarkingAndNoInternalNumber() throws Exception {
            for (var mark :
                    List.of("(SBU)", "EXDIS", "25 STATE 1", instruction.id().value(), "P3")) {
                doors.record(left("Rivers need care. " + mark), "berlin")
                        .refuse(
                                "DEM-003",
                                "paper",
                                "The paper carries “" + mark + "”, a marking or internal number.",
                                "Take it out: what is left with a host shows neither.");
            }
        }

        @Test
        void isComposedOfWhatMayBeLeftWithoutMarksAndShownBeforeItIsKept() throws Exception {
            var composed = "We hold that rivers need care.\n\nAs said, dams must go. holds.";
            var sent = left("");

            doors.record(sent, "berlin")
                    .refuse(
                            "DEM-003",
                            "paper",
                            "The text of the paper that was left is missing.",
                            "Read the text below, change it to what was left, and record again.");
            var page =
                    doors.form(
                                    "berlin",
                                    "/instructions/" + instruction.id() + "/demarches",
                                    sent.form())
                            .getContentAsString();
            assertThat(page).contains(composed);
            var answer = doors.api("berlin", "POST", "/api/v1/demarches/paper", sent.body());
            assertThat(answer.getContentAsString()).contains("dams must go").doesNotContain("SBU");

            var both = doors.record(left(composed), "berlin").let();
            assertThat(kept(both).what().paper()).isEqualTo(composed);
        }

        @Test
        void cannotBeComposedOfPointsThatMayNotBeLeft() throws Exception {
            var sent = left("").with("why", "No time").without("point-P1").without("point-P3");

            var page =
                    doors.form(
                                    "berlin",
                                    "/instructions/" + instruction.id() + "/demarches",
                                    sent.form())
                            .getContentAsString();

            assertThat(page)
                    .contains("None of the points made may be left in writing.")
                    .contains("Enter the text that was left, or say that none was.")
                    .doesNotContain("The text of the paper that was left is missing.");
        }
    }

    @Nested
    class EachPoint {

        @Test
        void isOneOfThePost() throws Exception {
            var entry = entry();
            entry.points.add("P9");
            entry.with("point-P9", "on");

            var answer = doors.byApi(entry, "berlin");

            assertThat(answer.problems())
                    .contains(
                            new DemarcheDoors.Said(
                                    "DEM-004",
                                    "point-P9",
                                    "Point P9 is for other posts.",
                                    "Leave it out."));
            assertThat(doors.page("berlin", "/instructions/" + instruction.id() + "/demarches/new"))
                    .contains("name=\"point-P3\"")
                    .doesNotContain("name=\"point-P9\"");
        }

        @Test
        void thatWasAdaptedKeepsOriginalAndAdaptedText() throws Exception {
            var both = doors.record(entry().with("text-P1", "Rivers matter."), "berlin").let();

            for (var id : List.of(both.web().id(), both.api().id())) {
                var demarche = demarches.get(Objects.requireNonNull(id), berlin.scope());
                assertThat(demarche.what().points().getFirst())
                        .isEqualTo(
                                new PointDelivery(
                                        "P1",
                                        PointDelivery.How.ADAPTED,
                                        "Rivers matter.",
                                        "We hold that rivers need care."));
            }
        }

        @Test
        void thatWasAdaptedHasItsWording() throws Exception {
            var body = entry().body();
            body.put("points", List.of(Map.of("point", "P1", "how", "ADAPTED")));

            assertThat(doors.api("berlin", "POST", "/api/v1/demarches", body).getContentAsString())
                    .contains("DEM-005", "Point P1 was adapted, and the wording is missing.")
                    .contains("Enter the wording used.");
        }

        @Test
        void thatWasLeftOutHasAReason() throws Exception {
            doors.record(entry().without("point-P3"), "berlin")
                    .refuse(
                            "DEM-005",
                            "point-P3",
                            "Point P3 was left out, and no reason is given.",
                            "Say why it was left out.");
        }

        @Test
        void nothingIsSaidOfWasLeftOutWithoutAReason() throws Exception {
            var entry = entry();
            entry.points.remove("P3");

            assertThat(doors.byApi(entry, "berlin").problems())
                    .extracting(DemarcheDoors.Said::code, DemarcheDoors.Said::field)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("DEM-005", "point-P3"));
        }

        @Test
        void cannotBeLeftOutByAllMeans() throws Exception {
            doors.record(
                            entry().with("why", "No time")
                                    .without("point-P1")
                                    .without("point-P2")
                                    .without("point-P3"),
                            "berlin")
                    .refuse(
                            "DEM-002",
                            "points",
                            "No point was made.",
                            "Tick the points that were made.");
        }
    }

    @Nested
    class TheInterlocutor {

        @Test
        void belowTheInstructedLevelNeedsAComment() throws Exception {
            doors.record(entry().with("level", "DIRECTOR"), "berlin")
                    .refuse(
                            "DEM-006",
                            "levelReason",
                            "The level DIRECTOR is below the instructed STATE_SECRETARY.",
                            "Say why it was not higher.");

            doors.record(
                            entry().with("level", "DIRECTOR")
                                    .with("levelReason", "The state secretary was abroad"),
                            "berlin")
                    .let();
        }

        @Test
        void isAnOfficeAndAFunction() throws Exception {
            doors.record(entry().with("function", " "), "berlin")
                    .refuse(
                            "DEM-007",
                            "function",
                            "Whom you spoke with is missing.",
                            "Record the office and function, not a private person.");
        }

        @Test
        void isNoPersonByName() throws Exception {
            doors.record(entry().with("function", "Frau Erika Musterfrau"), "berlin")
                    .refuse(
                            "DEM-007",
                            "function",
                            "“Erika Musterfrau” seems to name a person.",
                            "Record the function, not a private person.");
            doors.record(entry().with("words-A1", "As Mr Max Mustermann said"), "berlin")
                    .refuse(
                            "DEM-007",
                            "words-A1",
                            "“Max Mustermann” seems to name a person.",
                            "Record the function, not a private person.");
        }

        @Test
        void isOfAGovernmentOfThePost() throws Exception {
            doors.record(entry().with("government", "PL"), "berlin")
                    .refuse(
                            "DEM-008",
                            "government",
                            "BERLIN is not accredited to PL.",
                            "Choose a government of your post.");
        }
    }

    @Nested
    class TheFollowUp {

        @Test
        void isNotPromisedForADayBefore() throws Exception {
            doors.record(
                            entry().with("followUpBy", now.toLocalDate().minusDays(1).toString()),
                            "berlin")
                    .refuse(
                            "DEM-011",
                            "followUpBy",
                            "The follow-up is promised for "
                                    + now.toLocalDate().minusDays(1)
                                    + ", before the delivery.",
                            "Enter the day it was promised for.");
        }

        @Test
        void isKeptWithItsDay() throws Exception {
            var both =
                    doors.record(
                                    entry().with("followUp", "Answer in writing")
                                            .with("followUpBy", released.plusDays(20).toString()),
                                    "berlin")
                            .let();

            assertThat(kept(both).what().followUp())
                    .isEqualTo(new FollowUp("Answer in writing", released.plusDays(20)));
        }
    }

    @Nested
    class WhatCannotBeRead {

        @Test
        void isReportedWithEverythingElseThatCannotBeRead() throws Exception {
            var answer =
                    doors.byForm(
                            entry().with("deliveredAt", "noon")
                                    .with("level", "KING")
                                    .with("followUpBy", "soon"),
                            "berlin");

            assertThat(answer.problems())
                    .extracting(DemarcheDoors.Said::code, DemarcheDoors.Said::field)
                    .containsExactlyInAnyOrder(
                            org.assertj.core.groups.Tuple.tuple("INP-001", "deliveredAt"),
                            org.assertj.core.groups.Tuple.tuple("INP-004", "level"),
                            org.assertj.core.groups.Tuple.tuple("INP-001", "followUpBy"));
        }
    }
}
