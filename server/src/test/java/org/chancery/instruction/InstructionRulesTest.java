// SPDX-License-Identifier: Apache-2.0
package org.chancery.instruction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.draft.BothDoors.row;
import static org.chancery.instruction.Given.DAY;
import static org.chancery.instruction.Given.dueOn;
import static org.chancery.instruction.Given.framed;
import static org.chancery.instruction.Given.instruction;
import static org.chancery.instruction.Given.requirement;
import static org.chancery.instruction.Given.with;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.chancery.DatabaseTest;
import org.chancery.access.Role;
import org.chancery.cable.AddressLine;
import org.chancery.cable.Addressing;
import org.chancery.cable.Paragraph;
import org.chancery.directory.Names;
import org.chancery.directory.Office;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.draft.BothDoors;
import org.chancery.task.Task;
import org.chancery.task.Tasks;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

/// What a cable that asks something of posts must say before it goes, through the form and through
/// the API (TSK-001 to TSK-004).
@DatabaseTest
class InstructionRulesTest {

    private final BothDoors doors;
    private final Instructions instructions;
    private final Tasks tasks;
    private final Offices offices;

    InstructionRulesTest(
            MockMvc web,
            ApplicationContext beans,
            Instructions instructions,
            Tasks tasks,
            Offices offices) {
        this.doors = new BothDoors(web, beans);
        this.instructions = instructions;
        this.tasks = tasks;
        this.offices = offices;
    }

    private BothDoors.Both release(Paragraph... rows) {
        return doors.release(instruction(framed(rows), "BERLIN").build());
    }

    private static Map<String, String> findings(String... more) {
        var terms = new java.util.HashMap<String, String>();
        terms.put("form", "FINDINGS");
        for (int i = 0; i < more.length; i += 2) {
            terms.put(more[i], more[i + 1]);
        }
        return terms;
    }

    @Nested
    class AnAddresseeForInformation {

        @Test
        void owesNothing() {
            var cable =
                    doors.released(
                            instruction(framed(dueOn("R1", DAY.toString())), "BERLIN")
                                    .addresses(
                                            List.of(
                                                    new AddressLine("BERLIN", Addressing.ACTION),
                                                    new AddressLine("PARIS", Addressing.INFO)))
                                    .build());
            var approver = doors.person("EUR", Role.APPROVER).scope();
            var given = instructions.of(cable.mrn(), approver).orElseThrow();

            assertThat(tasks.of(given.id(), approver))
                    .extracting(Task::office)
                    .containsExactly(new OfficeCode("BERLIN"));
        }
    }

    @Nested
    class ACompleteInstruction {

        @Test
        void goesWithEverythingItSays() {
            var cable =
                    doors.released(
                            instruction(
                                            framed(
                                                    row(
                                                            "BACKGROUND",
                                                            "They are new.",
                                                            "UNCLASSIFIED"),
                                                    with(
                                                            "ARGUMENT",
                                                            "",
                                                            "It saves time.",
                                                            Map.of(
                                                                    "counter",
                                                                    "It costs.",
                                                                    "rebuttal",
                                                                    "Little.")),
                                                    with(
                                                            "POINT",
                                                            "P1",
                                                            "Say it.",
                                                            Map.of(
                                                                    "scope",
                                                                    "BERLIN, OSLO",
                                                                    "raise",
                                                                    "IF_RAISED",
                                                                    "mayLeave",
                                                                    "true")),
                                                    row("ASK", "Agree.", "UNCLASSIFIED"),
                                                    requirement(
                                                            "R1",
                                                            findings(
                                                                    "rounds",
                                                                    DAY + ", " + DAY.plusWeeks(1),
                                                                    "recurring",
                                                                    "QUARTERLY",
                                                                    "until",
                                                                    DAY.plusYears(1).toString(),
                                                                    "nilReport",
                                                                    "REQUIRED")),
                                                    with(
                                                            "DELIVERY",
                                                            "",
                                                            "Before the meeting.",
                                                            Map.of(
                                                                    "level",
                                                                    "MINISTER",
                                                                    "notBefore",
                                                                    "2030-01-01",
                                                                    "notAfter",
                                                                    "2030-01-02",
                                                                    "partners",
                                                                    "FR, GB")),
                                                    row(
                                                            "WRITTEN_MATERIAL",
                                                            "A non-paper.",
                                                            "UNCLASSIFIED")),
                                            "BERLIN")
                                    .build());
            var given =
                    instructions
                            .of(cable.mrn(), doors.person("EUR", Role.APPROVER).scope())
                            .orElseThrow();

            assertThat(given.objective()).isEqualTo("Know the hours.");
            assertThat(given.guidance())
                    .isEqualTo(
                            new Guidance(
                                    List.of("They are new."),
                                    List.of(new Argument("It saves time.", "It costs.", "Little.")),
                                    List.of("A non-paper."),
                                    new Contact(new OfficeCode("EUR"), "Consular desk")));
            assertThat(given.delivery())
                    .isEqualTo(
                            new DeliveryTerms(
                                    InterlocutorLevel.MINISTER,
                                    LocalDate.of(2030, 1, 1),
                                    LocalDate.of(2030, 1, 2),
                                    List.of("FR", "GB")));
            assertThat(given.points().getFirst())
                    .matches(point -> point.onlyIfRaised() && point.mayLeave() && !point.oralOnly())
                    .extracting(TalkingPoint::scope)
                    .isEqualTo("BERLIN, OSLO");
            assertThat(given.requirements())
                    .containsExactly(
                            new ReportingRequirement(
                                    "R1",
                                    "Report your hours.",
                                    ReportingRequirement.Form.FINDINGS,
                                    List.of(DAY, DAY.plusWeeks(1)),
                                    Recurrence.QUARTERLY,
                                    DAY.plusYears(1),
                                    true,
                                    ""));
        }
    }

    @Nested
    class AnInstructionThatLacksSomething {

        @Test
        void isRefusedWithEverythingThatIsMissingAtOnce() {
            doors.release(
                            instruction(List.of(row("POINT", "Say it.", "UNCLASSIFIED")), "BERLIN")
                                    .build())
                    .refuse(
                            "TSK-002",
                            "The cable asks something of posts but states no objective.",
                            "Add a row “Objective”: what you want to achieve.")
                    .refuse(
                            "TSK-002",
                            "The cable has talking points but asks nothing of posts.",
                            "Add an ask or a reporting requirement.")
                    .refuse(
                            "TSK-002",
                            "The instruction names no contact.",
                            "Add a row “Contact” with the office and the function posts may turn"
                                    + " to.");
        }

        @Test
        void isRefusedWithoutADueDateOrAForm() {
            var bare = requirement("R1", Map.of());
            release(bare)
                    .refuse("TSK-002", "R1 has no due date.", "Give a due date for requirement R1.")
                    .refuse(
                            "TSK-002",
                            "R1 does not say in which form to answer.",
                            "Choose the form of the report.");
            var answer = release(bare);
            for (var door : List.of(answer.web(), answer.api())) {
                assertThat(door.problems())
                        .extracting(BothDoors.Said::field)
                        .containsExactlyInAnyOrder("form-" + bare.id(), "due-" + bare.id());
            }
        }

        @Test
        void isRefusedIfTheContactIsNoOfficeOrHasNoFunction() {
            doors.release(
                            instruction(
                                            List.of(
                                                    row("OBJECTIVE", "Know.", "UNCLASSIFIED"),
                                                    with(
                                                            "CONTACT",
                                                            "",
                                                            "",
                                                            Map.of("office", "NOWHERE")),
                                                    row("ASK", "Agree.", "UNCLASSIFIED")),
                                            "BERLIN")
                                    .build())
                    .refuse(
                            "TSK-002",
                            "“NOWHERE” is no office that could be the contact.",
                            "Give the code of an office of the directory.")
                    .refuse(
                            "TSK-002",
                            "The contact has no function.",
                            "Write the function in that office, not a person: Migration desk.");
        }
    }

    @Nested
    class AnInstructionThatCannotBeRead {

        @Test
        void isRefusedForEachDateThatIsNone() {
            release(
                            requirement("R1", findings("rounds", "soon, " + DAY)),
                            dueOn("R2", "2026-02-30"),
                            requirement("R3", findings("due", DAY.toString(), "until", "never")))
                    .refuse(
                            "TSK-002",
                            "“soon” in R1 is not a date.",
                            "Write year, month and day as 2026-12-11.")
                    .refuse(
                            "TSK-002",
                            "“2026-02-30” in R2 is not a date.",
                            "Write year, month and day as 2026-12-11.")
                    .refuse(
                            "TSK-002",
                            "“never” in R3 is not a date.",
                            "Write year, month and day as 2026-12-11.");
        }

        @Test
        void isRefusedIfRoundsAreNotInOrderOrGivenTwice() {
            release(
                            requirement("R1", findings("rounds", DAY + ", " + DAY.minusWeeks(1))),
                            requirement(
                                    "R2",
                                    findings(
                                            "due",
                                            DAY.toString(),
                                            "rounds",
                                            DAY.plusWeeks(1).toString())))
                    .refuse(
                            "TSK-002",
                            "Of the rounds of R1, "
                                    + DAY.minusWeeks(1)
                                    + " does not come after "
                                    + DAY
                                    + ".",
                            "Give the days of the rounds in order.")
                    .refuse(
                            "TSK-002",
                            "R2 has a due date and rounds.",
                            "Give one date, or all dates as rounds.");
        }

        @Test
        void isRefusedForARepetitionThatDoesNotFit() {
            release(
                            requirement(
                                    "R1", findings("due", DAY.toString(), "until", DAY.toString())),
                            requirement(
                                    "R2",
                                    findings(
                                            "due",
                                            DAY.toString(),
                                            "recurring",
                                            "WEEKLY",
                                            "until",
                                            DAY.minusDays(1).toString())),
                            requirement(
                                    "R3", findings("due", DAY.toString(), "recurring", "YEARLY")))
                    .refuse(
                            "TSK-002",
                            "R1 has an end but is owed once.",
                            "Say how often it is owed, or take the end away.")
                    .refuse(
                            "TSK-002",
                            "R2 ends on " + DAY.minusDays(1) + ", before it is due on " + DAY + ".",
                            "Give a later end.")
                    .refuse(
                            "INP-004",
                            "“YEARLY” is not known here.",
                            "Use one of: NONE, WEEKLY, MONTHLY, QUARTERLY.");
        }

        @Test
        void isRefusedForTermsOfDeliveryThatContradict() {
            release(
                            row("ASK", "Agree.", "UNCLASSIFIED"),
                            with(
                                    "DELIVERY",
                                    "",
                                    "High.",
                                    Map.of("notBefore", "2030-02-02", "notAfter", "2030-02-01")),
                            with("DELIVERY", "", "Higher.", Map.of()))
                    .refuse(
                            "TSK-002",
                            "The last day of delivery, 2030-02-01, is before the first,"
                                    + " 2030-02-02.",
                            "Give the days in order.")
                    .refuse(
                            "TSK-002",
                            "Paragraph 5 says for a second time what an instruction says once.",
                            "Join it with the first one.");
        }

        @Test
        void isRefusedForAPointThatIsForNobodyOrBothForTheEarAndForPaper() {
            release(
                            row("ASK", "Agree.", "UNCLASSIFIED"),
                            with("POINT", "P1", "Say it.", Map.of("scope", "ATLANTIS, BERLIN")),
                            with(
                                    "POINT",
                                    "P2",
                                    "Say it.",
                                    Map.of("oralOnly", "true", "mayLeave", "true")))
                    .refuse(
                            "TSK-011",
                            "P1 is for ATLANTIS, which is no office, collective or region.",
                            "Write ALL, or codes with commas between.")
                    .refuse(
                            "TSK-012",
                            "P2 is for the ear only and may be left in writing.",
                            "Choose one of both.");
        }
    }

    @Nested
    class ADueDate {

        @Test
        void inThePastIsRefused() {
            var yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1);

            release(dueOn("R1", yesterday.toString()))
                    .refuse(
                            "TSK-003",
                            "R1 is due on " + yesterday + ", which is past.",
                            "Give a later date.");
        }

        @Test
        void onWhichNobodyCanHaveHandledTheCableIsRefused() {
            offices.open(
                    new Office.Bureau(
                            Office.Entry.of(
                                    new OfficeCode("BRIEFLY"),
                                    Names.of("Open for a minute", "Eine Minute offen"),
                                    ZoneOffset.UTC,
                                    new Office.WorkingHours(
                                            LocalTime.of(9, 0), LocalTime.of(9, 1))),
                            new OfficeCode("STATE"),
                            false));

            var said =
                    doors.release(
                                    instruction(framed(dueOn("R1", DAY.toString())), "BRIEFLY")
                                            .build())
                            .web()
                            .of("TSK-003");

            assertThat(said.detail())
                    .isEqualTo(
                            "R1 is due on "
                                    + DAY
                                    + ", before 1 post can have handled the cable: BRIEFLY.");
            assertThat(said.mend()).matches("Give \\S+ or later, or raise the precedence\\.");
        }

        @Test
        void isMendedAtTheInputOfTheRounds() {
            var yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1);
            var rounds = requirement("R1", findings("rounds", yesterday + ", " + DAY));

            release(rounds).at("TSK-003", "rounds-" + rounds.id());
        }
    }

    @Nested
    class AnOfficeWithoutTaskingAuthority {

        @Test
        void cannotInstruct() {
            doors.as(
                            doors.person("BERLIN", Role.SMALL_POST),
                            doors.person("BERLIN", Role.HEAD_OF_MISSION))
                    .release(
                            instruction(framed(row("ASK", "Agree.", "UNCLASSIFIED")), "OSLO")
                                    .build())
                    .refuse(
                            "TSK-004",
                            "BERLIN cannot instruct a démarche.",
                            "Have a bureau with tasking authority send it.");
        }
    }

    @Nested
    class ACancellation {

        @Test
        void needsNeitherObjectiveNorContact() {
            var cable =
                    doors.released(
                            instruction(framed(row("ASK", "Agree.", "UNCLASSIFIED")), "BERLIN")
                                    .build());
            doors.release(
                            instruction(List.of(row("ASK", "Nothing.", "UNCLASSIFIED")), "BERLIN")
                                    .references(
                                            List.of(
                                                    new org.chancery.cable.Reference(
                                                            cable.mrn().toString(),
                                                            org.chancery.cable.Reference.Relation
                                                                    .CANCELS,
                                                            false,
                                                            false)))
                                    .build())
                    .let();
        }
    }
}
