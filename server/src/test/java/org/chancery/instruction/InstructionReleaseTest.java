// SPDX-License-Identifier: Apache-2.0
package org.chancery.instruction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.draft.BothDoors.contact;
import static org.chancery.draft.BothDoors.plain;
import static org.chancery.draft.BothDoors.row;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chancery.DatabaseTest;
import org.chancery.access.Accounts;
import org.chancery.access.Actor;
import org.chancery.access.Role;
import org.chancery.cable.AddressLine;
import org.chancery.cable.Addressing;
import org.chancery.cable.Cable;
import org.chancery.cable.Content;
import org.chancery.cable.Paragraph;
import org.chancery.cable.Reference;
import org.chancery.directory.CollectiveMembership;
import org.chancery.directory.Names;
import org.chancery.directory.NewCollective;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.draft.BothDoors;
import org.chancery.task.Task;
import org.chancery.task.TaskState;
import org.chancery.task.Tasks;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/// What a release does to tasks: who owes something, who does not, and when it is no longer owed.
@DatabaseTest
class InstructionReleaseTest {

    private static final String NATION =
            "TIRANA VIENNA BRUSSELS SARAJEVO SOFIA ZAGREB NICOSIA PRAGUE COPENHAGEN TALLINN"
                    + " HELSINKI BERLIN ATHENS BUDAPEST REYKJAVIK DUBLIN RIGA VILNIUS LUXEMBOURG"
                    + " VALLETTA PODGORICA SKOPJE OSLO WARSAW LISBON BUCHAREST BELGRADE";

    private final BothDoors doors;
    private final Offices offices;
    private final Instructions instructions;
    private final Tasks tasks;
    private final TransactionTemplate transaction;
    private final Actor approver;
    private final Actor berlin;

    InstructionReleaseTest(
            MockMvc web,
            ApplicationContext beans,
            Offices offices,
            Instructions instructions,
            Tasks tasks,
            Accounts accounts,
            TransactionTemplate transaction) {
        this.transaction = transaction;
        this.doors = new BothDoors(web, beans);
        this.offices = offices;
        this.instructions = instructions;
        this.tasks = tasks;
        this.approver = doors.person("EUR", Role.APPROVER);
        this.berlin = accounts.actor("berlin").orElseThrow();
    }

    private static Paragraph requirement(String text) {
        return new Paragraph(
                UUID.randomUUID(),
                "REQUIREMENT",
                "R1",
                "",
                text,
                "UNCLASSIFIED",
                Map.of("form", "FINDINGS", "due", LocalDate.now().plusMonths(1).toString()));
    }

    private static Content instruction(List<AddressLine> addresses) {
        return plain().with()
                .type("INSTRUCTION")
                .addresses(addresses)
                .paragraphs(
                        List.of(
                                row("OBJECTIVE", "Know the hours.", "UNCLASSIFIED"),
                                contact(),
                                requirement("Report your hours.")))
                .build();
    }

    private static List<AddressLine> action(String... offices) {
        return java.util.Arrays.stream(offices)
                .map(office -> new AddressLine(office, Addressing.ACTION))
                .toList();
    }

    private static Content following(
            Cable cable, Reference.Relation relation, List<Paragraph> rows, String... offices) {
        return plain().with()
                .type("INSTRUCTION")
                .addresses(action(offices))
                .references(List.of(new Reference(cable.mrn().toString(), relation, false, false)))
                .paragraphs(rows)
                .build();
    }

    private List<Task> tasks(Cable cable) {
        var given = instructions.of(cable.mrn(), approver.scope()).orElseThrow();
        return tasks.of(given.id(), approver.scope());
    }

    private Task berlins(Cable cable) {
        return tasks(cable).stream()
                .filter(task -> task.office().value().equals("BERLIN"))
                .findFirst()
                .orElseThrow();
    }

    private Task answer(Task task) {
        return java.util.Objects.requireNonNull(
                transaction.execute(status -> tasks.answered(task.id(), "26 BERLIN 1", berlin)));
    }

    @Nested
    class ACollectiveOfTwentySevenPostsWithOneLeftOut {

        private Cable cable() {
            offices.keep(new NewCollective("NATION", Names.of("One each", "Je eine"), false, null));
            for (var post : NATION.split(" ")) {
                offices.join(
                        new CollectiveMembership(
                                "NATION", new OfficeCode(post), LocalDate.of(2020, 1, 1), null));
            }
            return doors.released(
                    instruction(
                                    List.of(
                                            new AddressLine("NATION", Addressing.ACTION),
                                            new AddressLine("PARIS", Addressing.INFO)))
                            .with()
                            .excluded(Set.of("OSLO"))
                            .build());
        }

        @Test
        void givesTwentySixTasksAndThePostForInformationNone() {
            assertThat(NATION.split(" ")).hasSize(27);

            assertThat(tasks(cable()))
                    .hasSize(26)
                    .extracting(task -> task.office().value())
                    .doesNotHaveDuplicates()
                    .doesNotContain("OSLO", "PARIS");
        }
    }

    @Nested
    class APointForEurope {

        @Test
        void isAbsentFromThePackageOfCanberra() {
            var european =
                    new Paragraph(
                            UUID.randomUUID(),
                            "POINT",
                            "",
                            "",
                            "For European posts.",
                            "UNCLASSIFIED",
                            Map.of("scope", "EUROPE"));
            var cable =
                    doors.released(
                            instruction(action("BERLIN", "CANBERRA"))
                                    .with()
                                    .paragraphs(
                                            List.of(
                                                    row("OBJECTIVE", "Agree.", "UNCLASSIFIED"),
                                                    contact(),
                                                    row("ASK", "Agree to it.", "UNCLASSIFIED"),
                                                    row("POINT", "For all.", "UNCLASSIFIED"),
                                                    european))
                                    .build());
            var given = instructions.of(cable.mrn(), approver.scope()).orElseThrow();

            assertThat(instructions.pointsFor(given, new OfficeCode("CANBERRA")))
                    .extracting(TalkingPoint::text)
                    .containsExactly("For all.");
            assertThat(instructions.pointsFor(given, new OfficeCode("BERLIN")))
                    .extracting(TalkingPoint::text)
                    .containsExactly("For all.", "For European posts.");
        }
    }

    @Nested
    class ACancelledInstruction {

        @Test
        void isOwedByNobodyAnyMoreAndTheCancellationAsksNothing() {
            var cable = doors.released(instruction(action("BERLIN", "OSLO")));
            tasks.accept(berlins(cable).id(), berlin);

            var cancellation =
                    doors.released(
                            following(
                                    cable,
                                    Reference.Relation.CANCELS,
                                    List.of(requirement("Report nothing.")),
                                    "BERLIN",
                                    "OSLO"));

            assertThat(tasks(cable))
                    .hasSize(2)
                    .allSatisfy(
                            task ->
                                    assertThat(task.state())
                                            .isEqualTo(
                                                    new TaskState.Waived(
                                                            "director",
                                                            cancellation.releasedAt(),
                                                            "Cancelled by " + cancellation.mrn())));
            assertThat(instructions.of(cancellation.mrn(), approver.scope())).isEmpty();
        }

        @Test
        void leavesAnAnswerAsItIs() {
            var cable = doors.released(instruction(action("BERLIN", "OSLO")));
            var answered = answer(berlins(cable));

            doors.released(
                    following(
                            cable,
                            Reference.Relation.CANCELS,
                            List.of(row("TEXT", "Taken back.", "UNCLASSIFIED")),
                            "BERLIN",
                            "OSLO"));

            assertThat(berlins(cable).state()).isEqualTo(answered.state());
        }
    }

    @Nested
    class ACorrectedInstruction {

        @Test
        void isOwedInItsCorrectedFormSaveWhatIsAnswered() {
            var cable = doors.released(instruction(action("BERLIN", "OSLO")));
            answer(berlins(cable));

            var corrected =
                    doors.released(
                            following(
                                    cable,
                                    Reference.Relation.CORRECTS,
                                    List.of(
                                            row("OBJECTIVE", "Know them.", "UNCLASSIFIED"),
                                            contact(),
                                            requirement("Report your hours."),
                                            requirement("Report your holidays.")),
                                    "BERLIN",
                                    "OSLO"));

            assertThat(tasks(corrected))
                    .extracting(task -> task.office() + " " + task.requirement())
                    .containsExactlyInAnyOrder("OSLO R1", "BERLIN R2", "OSLO R2");
            assertThat(tasks(cable))
                    .filteredOn(task -> task.office().value().equals("OSLO"))
                    .extracting(task -> task.state().code())
                    .containsExactly("WAIVED");
        }
    }
}
