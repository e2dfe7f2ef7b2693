// SPDX-License-Identifier: Apache-2.0
package org.chancery.instruction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chancery.draft.BothDoors.row;
import static org.chancery.instruction.Given.DAY;
import static org.chancery.instruction.Given.dueOn;
import static org.chancery.instruction.Given.framed;
import static org.chancery.instruction.Given.instruction;
import static org.chancery.instruction.Given.requirement;
import static org.chancery.instruction.Given.supplementing;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.chancery.DatabaseTest;
import org.chancery.access.Accounts;
import org.chancery.access.Actor;
import org.chancery.access.Role;
import org.chancery.cable.Cable;
import org.chancery.cable.Paragraph;
import org.chancery.directory.Offices;
import org.chancery.draft.BothDoors;
import org.chancery.task.DueChange;
import org.chancery.task.DueChanges;
import org.chancery.task.Task;
import org.chancery.task.TaskChanged;
import org.chancery.task.TaskEvent;
import org.chancery.task.Tasks;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/// A later cable adds to an instruction and moves its days; what stood before stays on record
/// (TSK-010).
@DatabaseTest
@RecordApplicationEvents
class SupplementTest {

    private static final LocalDate LATER = DAY.plusWeeks(2);

    private final MockMvc web;
    private final ApplicationContext beans;
    private final BothDoors doors;
    private final Instructions instructions;
    private final DueChanges dueChanges;
    private final Tasks tasks;
    private final Offices offices;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final Actor approver;
    private final Actor berlin;

    SupplementTest(
            MockMvc web,
            ApplicationContext beans,
            Instructions instructions,
            DueChanges dueChanges,
            Tasks tasks,
            Offices offices,
            Accounts accounts,
            TransactionTemplate transaction,
            JdbcClient jdbc) {
        this.web = web;
        this.beans = beans;
        this.doors = new BothDoors(web, beans);
        this.instructions = instructions;
        this.dueChanges = dueChanges;
        this.tasks = tasks;
        this.offices = offices;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.approver = doors.person("EUR", Role.APPROVER);
        this.berlin = accounts.actor("berlin").orElseThrow();
    }

    private Cable original() {
        return doors.released(
                instruction(framed(dueOn("R1", DAY.toString())), "BERLIN", "OSLO").build());
    }

    private static Paragraph moving(String label, LocalDate day) {
        return requirement(
                "R1", Map.of("form", "FINDINGS", "due", day.toString(), "changes", label));
    }

    private Cable supplement(Cable original, List<Paragraph> rows, String... posts) {
        return doors.released(supplementing(original, rows, posts));
    }

    private Instruction of(Cable cable) {
        return instructions.of(cable.mrn(), approver.scope()).orElseThrow();
    }

    private Task task(Cable cable, String post) {
        return tasks.of(of(cable).id(), approver.scope()).stream()
                .filter(task -> task.office().value().equals(post))
                .findFirst()
                .orElseThrow();
    }

    private LocalDate due(Cable cable, String post) {
        var task = task(cable, post);
        return LocalDate.ofInstant(task.due(), offices.get(task.office()).zone());
    }

    @Nested
    class ThatMovesADay {

        @Test
        void movesTheTasksOfThePostsItGoesToAndNoOthers() {
            var cable = original();

            supplement(cable, framed(moving("R1", LATER)), "BERLIN");

            assertThat(due(cable, "BERLIN")).isEqualTo(LATER);
            assertThat(due(cable, "OSLO")).isEqualTo(DAY);
        }

        @Test
        void keepsTheOldTimeWithTheCableThatMovedIt() {
            var cable = original();
            var before = task(cable, "BERLIN").due();

            var supplement = supplement(cable, framed(moving("R1", LATER)), "BERLIN");

            assertThat(dueChanges.of(of(cable).id(), approver.scope()))
                    .containsExactly(
                            new DueChange(
                                    task(cable, "BERLIN").id(),
                                    supplement.mrn(),
                                    before,
                                    task(cable, "BERLIN").due(),
                                    supplement.releasedAt()));
            assertThat(instructions.amended(of(cable).id(), approver.scope()).days("R1"))
                    .containsExactly(
                            new Amended.Days(cable.mrn(), List.of(DAY)),
                            new Amended.Days(supplement.mrn(), List.of(LATER)));
        }

        @Test
        void isAnActInTheHistoryOfTheTask() {
            var cable = original();
            var before = task(cable, "BERLIN");

            var supplement = supplement(cable, framed(moving("R1", LATER)), "BERLIN");

            var event = tasks.history(before.id(), berlin.scope()).getLast();
            assertThat(event.act()).isEqualTo(TaskEvent.Act.DUE_MOVED);
            assertThat(event.office().value()).isEqualTo("EUR");
            assertThat(event.by()).isEqualTo(supplement.releasedBy());
            assertThat(event.due())
                    .isEqualTo(new TaskEvent.NewDue(before.due(), task(cable, "BERLIN").due()));
            assertThat(tasks.history(task(cable, "OSLO").id(), approver.scope()))
                    .extracting(TaskEvent::act)
                    .doesNotContain(TaskEvent.Act.DUE_MOVED);
        }

        @Test
        void isToldToOpenPages(ApplicationEvents events) {
            var cable = original();
            events.clear();

            supplement(cable, framed(moving("R1", LATER)), "BERLIN");

            assertThat(events.stream(TaskChanged.class))
                    .contains(
                            new TaskChanged(
                                    task(cable, "BERLIN").id().toString(),
                                    of(cable).id().value(),
                                    "BERLIN"));
        }

        @Test
        void standsOnThePageOfTheTaskWithTheCableThatMovedIt() throws Exception {
            var cable = original();
            var supplement = supplement(cable, framed(moving("R1", LATER)), "BERLIN");

            var page =
                    web.perform(get("/tasks/" + task(cable, "BERLIN").id()).with(user("berlin")))
                            .andReturn()
                            .getResponse()
                            .getContentAsString();

            assertThat(page)
                    .contains("moved the due time to", "href=\"/cables/" + supplement.mrn().slug());
        }

        @Test
        void leavesTheInstructionItself() {
            var cable = original();

            supplement(cable, framed(moving("R1", LATER)), "BERLIN", "OSLO");

            assertThat(of(cable).requirements().getFirst().due()).containsExactly(DAY);
        }

        @Test
        void opensNoTaskOfItsOwnForIt() {
            var supplement = supplement(original(), framed(moving("R1", LATER)), "BERLIN");

            assertThat(tasks.of(of(supplement).id(), approver.scope())).isEmpty();
        }

        @Test
        void leavesWhatIsAnswered() {
            var cable = original();
            var open = task(cable, "BERLIN");
            Objects.requireNonNull(
                    transaction.execute(
                            status -> tasks.answered(open.id(), "26 BERLIN 9", berlin)));

            supplement(cable, framed(moving("R1", LATER)), "BERLIN", "OSLO");

            assertThat(task(cable, "BERLIN").due()).isEqualTo(open.due());
            assertThat(due(cable, "OSLO")).isEqualTo(LATER);
        }

        @Test
        void leavesAHistoryNobodyCanChange() {
            supplement(original(), framed(moving("R1", LATER)), "BERLIN");

            assertThatThrownBy(() -> jdbc.sql("delete from task.task_due_change").update())
                    .hasMessageContaining("never changed");
        }
    }

    @Nested
    class ThatAdds {

        @Test
        void opensTasksForWhatIsNewAndForNewPosts() {
            var cable = original();

            var supplement =
                    supplement(
                            cable,
                            framed(moving("R1", LATER), dueOn("R2", LATER.toString())),
                            "BERLIN",
                            "DUBLIN");

            assertThat(tasks.of(of(supplement).id(), approver.scope()))
                    .extracting(task -> task.office() + " " + task.requirement())
                    .containsExactlyInAnyOrder("BERLIN R2", "DUBLIN R2");
            assertThat(of(supplement).supplements()).isEqualTo(of(cable).id());
        }

        @Test
        void standsOnThePageOfTheOriginalWithWhatItChanged() throws Exception {
            var cable = original();
            var supplement =
                    supplement(
                            cable,
                            framed(
                                    moving("R1", LATER),
                                    row("POINT", "Say this too.", "UNCLASSIFIED")),
                            "BERLIN",
                            "OSLO");

            var page =
                    web.perform(
                                    get("/instructions/" + of(cable).id())
                                            .with(user(approver.signIn())))
                            .andReturn()
                            .getResponse()
                            .getContentAsString();

            assertThat(page)
                    .contains(supplement.mrn().toString(), "Say this too.", "R1 is now due on")
                    .contains("moved by " + supplement.mrn());
        }
    }

    @Nested
    class ASupplementOfASupplement {

        @Test
        void belongsToTheInstructionBothContinue() {
            var cable = original();
            var first = supplement(cable, framed(dueOn("R2", DAY.toString())), "BERLIN");

            var second =
                    supplement(
                            first,
                            framed(row("ASK", "Will they open on Sundays?", "UNCLASSIFIED")),
                            "BERLIN");

            assertThat(instructions.amended(of(cable).id(), approver.scope()).supplements())
                    .extracting(Instruction::cable)
                    .containsExactly(first.mrn(), second.mrn());
        }

        @Test
        void movesTheDaysOfTheSupplementAndNotThoseOfTheOriginal() {
            var cable = original();
            var first = supplement(cable, framed(dueOn("R1", DAY.toString())), "BERLIN");

            var second = supplement(first, framed(moving("R1", LATER)), "BERLIN");

            var amended = instructions.amended(of(cable).id(), approver.scope());
            assertThat(amended.days("R1"))
                    .containsExactly(new Amended.Days(cable.mrn(), List.of(DAY)));
            assertThat(amended.days(of(first), "R1"))
                    .containsExactly(
                            new Amended.Days(first.mrn(), List.of(DAY)),
                            new Amended.Days(second.mrn(), List.of(LATER)));
        }
    }

    @Nested
    class AChangeThatDoesNotFit {

        @Test
        void isRefusedWithoutTheCableItSupplements() {
            var row = moving("R1", LATER);
            doors.release(instruction(framed(row), "BERLIN").build())
                    .refuse(
                            "TSK-010",
                            "R1 changes R1, but the cable supplements no instruction.",
                            "Refer to the cable of the instruction as one it supplements.")
                    .at("TSK-010", "changes-" + row.id());
        }

        @Test
        void isRefusedForARequirementTheOriginalDoesNotHave() {
            var cable = original();
            doors.release(supplementing(cable, framed(moving("R7", LATER)), "BERLIN"))
                    .refuse(
                            "TSK-010",
                            "R1 changes R7, which " + cable.mrn() + " does not require.",
                            "Give the label of a requirement of that cable.");
        }

        @Test
        void isRefusedTwiceForOneRequirementOrWithOtherRounds() {
            var twice =
                    requirement(
                            "R2",
                            Map.of(
                                    "form",
                                    "FINDINGS",
                                    "rounds",
                                    LATER + "," + LATER.plusWeeks(1),
                                    "changes",
                                    "R1"));
            doors.release(supplementing(original(), framed(moving("R1", LATER), twice), "BERLIN"))
                    .refuse(
                            "TSK-010",
                            "R1 is changed twice, last by R2.",
                            "Give its days in one requirement.")
                    .refuse(
                            "TSK-010",
                            "R2 gives 2 days for R1, which has 1 round.",
                            "Give one day for each round; ask for a further round as a"
                                    + " requirement of its own.");
        }
    }

    @Nested
    class APost {

        @Test
        void cannotSupplementAnInstruction() {
            var cable = original();
            var text =
                    supplementing(cable, List.of(row("TEXT", "And this.", "UNCLASSIFIED")), "OSLO");
            new BothDoors(web, beans)
                    .as(
                            doors.person("BERLIN", Role.SMALL_POST),
                            doors.person("BERLIN", Role.HEAD_OF_MISSION))
                    .release(text)
                    .refuse(
                            "TSK-010",
                            "BERLIN cannot supplement the instruction of " + cable.mrn() + ".",
                            "Have a bureau with tasking authority send the supplement.");
        }
    }
}
