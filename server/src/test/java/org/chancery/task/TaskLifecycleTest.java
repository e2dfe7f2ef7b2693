// SPDX-License-Identifier: Apache-2.0
package org.chancery.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.chancery.DatabaseTest;
import org.chancery.access.Actor;
import org.chancery.access.Role;
import org.chancery.delivery.ReleasedCables;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.kernel.Refusal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What may be done with a task, by whom and when, through the form and through the API.
@DatabaseTest
@Import({ReleasedCables.class, GivenTasks.class})
class TaskLifecycleTest {

    private static final String REASON = "No reason is given.";
    private static final String GIVE_A_REASON = "Give a reason.";
    private static final String READ_THE_HISTORY = "Open the task anew and read its history.";

    private final GivenTasks given;
    private final Tasks tasks;
    private final Requests requests;
    private final Offices offices;
    private final JdbcClient jdbc;
    private final Actor berlin;
    private final Actor director;

    TaskLifecycleTest(
            GivenTasks given,
            Tasks tasks,
            Requests requests,
            Offices offices,
            JdbcClient jdbc,
            ReleasedCables released) {
        this.given = given;
        this.tasks = tasks;
        this.requests = requests;
        this.offices = offices;
        this.jdbc = jdbc;
        this.berlin = released.actor("berlin");
        this.director = released.actor("director");
        given.person("oslo", "OSLO", Role.OFFICER);
        given.person("wha.drafter", "WHA", Role.DRAFTER);
    }

    private String state(Task task) {
        return given.now(task).state().code();
    }

    private List<TaskEvent.Act> acts(Task task) {
        return tasks.history(task.id(), director.scope()).stream().map(TaskEvent::act).toList();
    }

    /// Both doors refuse the same act in the same words.
    private void refused(
            String person,
            Task task,
            String act,
            int status,
            String code,
            String detail,
            String mend,
            String... fields) {
        var form = given.form(person, "/tasks/" + task.id() + "/" + act, fields);
        assertThat(form.status()).isEqualTo(status);
        assertThat(form.text()).contains(code, detail, mend);
        var api = given.api(person, "/tasks/" + task.id() + "/" + act, fields);
        assertThat(api.status()).isEqualTo(status);
        assertThat(api.text()).contains(code, detail, mend);
    }

    private void done(String person, Task task, String act, String state, String... fields) {
        var at = "/tasks/" + task.id();
        var form = given.form(person, at + "/" + act, fields);
        assertThat(form.to()).as(form.text()).isEqualTo(at);
        assertThat(state(task)).isEqualTo(state);
    }

    private TaskRequest pending(Task task) {
        return requests.of(task.id(), director.scope()).getFirst();
    }

    @Nested
    class AnOpenTask {

        final Task task = given.task("BERLIN");

        @Test
        void isAcceptedByThePostAndIsThenWithWhoeverAccepted() {
            done("berlin", task, "accept", "ACCEPTED");

            assertThat(given.now(task).assignee()).isEqualTo(berlin.person());
            assertThat(acts(task)).containsExactly(TaskEvent.Act.ACCEPTED);
        }

        @Test
        void isAcceptedByTheApiOnceHoweverOftenItIsSent() {
            assertThat(given.api("berlin", "/tasks/" + task.id() + "/accept").status())
                    .isEqualTo(200);
            assertThat(given.api("berlin", "/tasks/" + task.id() + "/accept").status())
                    .isEqualTo(200);

            assertThat(acts(task)).containsExactly(TaskEvent.Act.ACCEPTED);
        }

        @Test
        void isBegunWithoutBeingAcceptedFirst() {
            done("berlin", task, "start", "IN_PROGRESS");
        }

        @Test
        void isNotForAnotherPost() {
            refused(
                    "oslo",
                    task,
                    "accept",
                    403,
                    "TSK-005",
                    "This requirement is not addressed to OSLO.",
                    "Only the post it is addressed to may answer.");
        }

        @Test
        void isAbsentForAPostThatDidNotReceiveTheInstruction() {
            given.person("rome", "ROME", Role.OFFICER);

            assertThat(given.form("rome", "/tasks/" + task.id() + "/accept").status())
                    .isEqualTo(404);
            assertThat(given.api("rome", "/tasks/" + task.id() + "/accept").status())
                    .isEqualTo(404);
        }

        @Test
        void isDeclinedWithAReasonOnly() {
            refused("berlin", task, "decline", 422, "TSK-006", REASON, GIVE_A_REASON);
            done("berlin", task, "decline", "DECLINED", "reason", "No access.");

            assertThat(given.now(task).state().note()).isEqualTo("No access.");
        }

        @Test
        void keepsWhatWasEnteredBesideTheFieldThatWasWrong() {
            var page =
                    given.form(
                            "berlin",
                            "/tasks/" + task.id() + "/extension",
                            "day",
                            "tomorrow",
                            "reason",
                            "Talks go on.");

            assertThat(page.status()).isEqualTo(422);
            assertThat(page.text()).contains("INP-001", "“tomorrow” is not a date.");
        }

        @Test
        void isNotEndedByATick() {
            refused(
                    "berlin",
                    task,
                    "close",
                    409,
                    "TSK-007",
                    "A task closes only by an answer.",
                    "Attach the report, or a nil report with reason.");
            refused(
                    "director",
                    task,
                    "close",
                    409,
                    "TSK-007",
                    "A task closes only by an answer.",
                    "Attach the report, or a nil report with reason.");
            assertThat(state(task)).isEqualTo("OPEN");
        }

        @Test
        void isWaivedByTheIssuerAloneAndWithAReason() {
            refused("director", task, "waive", 422, "TSK-006", REASON, GIVE_A_REASON);
            refused(
                    "berlin",
                    task,
                    "waive",
                    403,
                    "TSK-006",
                    "BERLIN did not give this task; EUR did.",
                    "Ask EUR, or an office above it, to decide.",
                    "reason",
                    "x");
            refused(
                    "wha.drafter",
                    task,
                    "waive",
                    403,
                    "TSK-006",
                    "WHA did not give this task; EUR did.",
                    "Ask EUR, or an office above it, to decide.",
                    "reason",
                    "x");
            done("director", task, "waive", "WAIVED", "reason", "Known already.");
        }

        @Test
        void isWaivedByAnOfficeAboveTheIssuer() {
            var above = offices.withParents(new OfficeCode("EUR")).getLast();
            given.person("above.eur", above.value(), Role.DRAFTER);

            done("above.eur", task, "waive", "WAIVED", "reason", "Known already.");
        }
    }

    @Nested
    class AnAcceptedTask {

        final Task task = given.task("BERLIN");

        AnAcceptedTask() {
            tasks.accept(task.id(), berlin);
        }

        @Test
        void isNotAcceptedByASecondPersonNorDeclined() {
            refused(
                    "hom.berlin",
                    task,
                    "accept",
                    409,
                    "TSK-020",
                    "The task is accepted by now; this cannot be done any more.",
                    READ_THE_HISTORY);
            refused(
                    "berlin",
                    task,
                    "decline",
                    409,
                    "TSK-020",
                    "The task is accepted by now; this cannot be done any more.",
                    READ_THE_HISTORY,
                    "reason",
                    "No access.");
        }

        @Test
        void isGivenToAColleagueOfTheSameOfficeOnly() {
            refused(
                    "berlin",
                    task,
                    "assign",
                    422,
                    "TSK-021",
                    "The person chosen is no colleague of your office.",
                    "Choose somebody else of your office.",
                    "person",
                    "director");
            assertThat(
                            given.api(
                                            "berlin",
                                            "/tasks/" + task.id() + "/assign",
                                            "person",
                                            "hom.berlin",
                                            "reason",
                                            "On leave.")
                                    .text())
                    .contains("\"assignee\":\"hom.berlin\"");
            assertThat(tasks.history(task.id(), berlin.scope()).getLast())
                    .satisfies(
                            event -> {
                                assertThat(event.act()).isEqualTo(TaskEvent.Act.ASSIGNED);
                                assertThat(event.reason()).isEqualTo("On leave.");
                                assertThat(event.by()).isEqualTo("berlin");
                            });
        }

        @Test
        void isAnsweredAndThenClosedByTheIssuer() {
            given.answered(task, "26 BERLIN 1", berlin);
            assertThat(state(task)).isEqualTo("ANSWERED");

            done("director", task, "close", "CLOSED");
            assertThat(given.now(task).state().note()).isEqualTo("26 BERLIN 1");
            refused(
                    "director",
                    task,
                    "waive",
                    409,
                    "TSK-020",
                    "The task is closed by now; this cannot be done any more.",
                    READ_THE_HISTORY,
                    "reason",
                    "x");
        }
    }

    @Nested
    class AnAnsweredTask {

        final Task task = given.task("BERLIN");

        AnAnsweredTask() {
            given.answered(task, "26 BERLIN 1", berlin);
        }

        @Test
        void isNotAnsweredASecondTime() {
            assertThat(
                            org.assertj.core.api.Assertions.catchThrowableOfType(
                                    Refusal.class,
                                    () -> given.answered(task, "26 BERLIN 2", berlin)))
                    .satisfies(
                            refusal -> {
                                assertThat(refusal.first().code().code()).isEqualTo("TSK-007");
                                assertThat(refusal.mend())
                                        .isEqualTo("Read the answer; the issuer may reopen it.");
                            });
        }

        @Test
        void isOpenedAgainByTheIssuerWithAReasonAndAnsweredAnew() {
            refused("director", task, "reopen", 422, "TSK-006", REASON, GIVE_A_REASON);
            done(
                    "director",
                    task,
                    "reopen",
                    "REOPENED",
                    "reason",
                    "Hours of Saturday are missing.");
            given.answered(task, "26 BERLIN 2", berlin);

            assertThat(given.now(task).state().note()).isEqualTo("26 BERLIN 2");
            assertThat(acts(task))
                    .containsExactly(
                            TaskEvent.Act.ANSWERED, TaskEvent.Act.REOPENED, TaskEvent.Act.ANSWERED);
        }
    }

    @Nested
    class AMonthlyTask {

        @Test
        void opensTheNextMonthOnceEvenIfItIsAnsweredTwice() {
            var cable = given.cable(LocalDate.of(2097, 3, 4), "FINDINGS", "BERLIN");
            var task = given.of(cable, "BERLIN");
            given.answered(task, "26 BERLIN 1", berlin);
            tasks.reopen(task.id(), "Saturday is missing.", director);
            given.answered(task, "26 BERLIN 2", berlin);

            assertThat(tasks.of(task.instruction(), director.scope()))
                    .extracting(Task::round, Task::due)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(1, task.due()),
                            org.assertj.core.groups.Tuple.tuple(
                                    2,
                                    offices.calendar(task.office())
                                            .closing(LocalDate.of(2097, 4, 4))));
        }
    }

    @Nested
    class ADeclinedTask {

        final Task task = given.task("BERLIN");

        ADeclinedTask() {
            tasks.decline(task.id(), "No access.", berlin);
        }

        @Test
        void isWaivedOrOpenedAgainByTheIssuer() {
            done("director", task, "reopen", "REOPENED", "reason", "Ask the ministry.");
            tasks.decline(task.id(), "Still no access.", berlin);
            done("director", task, "waive", "WAIVED", "reason", "So be it.");
        }
    }

    @Nested
    class AnExtension {

        final Task task = given.task("BERLIN");

        @Test
        void needsAReasonAndALaterDayAndSaysBothAtOnce() {
            var api =
                    given.api("berlin", "/tasks/" + task.id() + "/extension", "day", "2099-12-01");

            assertThat(api.status()).isEqualTo(422);
            assertThat(api.text())
                    .contains(
                            "TSK-022",
                            "2099-12-01 is not later than the day it is due, 2099-12-01.",
                            "Ask for a later day.",
                            "TSK-006",
                            REASON);
            refused(
                    "berlin",
                    task,
                    "extension",
                    422,
                    "TSK-022",
                    "2099-12-01 is not later than the day it is due, 2099-12-01.",
                    "Ask for a later day.",
                    "day",
                    "2099-12-01",
                    "reason",
                    "Talks go on.");
        }

        @Test
        void changesTheDueTimeOnceTheIssuerGrantsItAndKeepsTheOldOne() {
            requests.extension(task.id(), LocalDate.of(2099, 12, 8), "Talks go on.", berlin);
            assertThat(given.now(task).due()).isEqualTo(task.due());

            done(
                    "director",
                    task,
                    "requests/" + pending(task).id() + "/grant",
                    "OPEN",
                    "reason",
                    "Agreed.");

            var later = offices.calendar(task.office()).closing(LocalDate.of(2099, 12, 8));
            assertThat(given.now(task).due()).isEqualTo(later);
            assertThat(tasks.history(task.id(), berlin.scope()).getLast().due())
                    .isEqualTo(new TaskEvent.NewDue(task.due(), later));
            assertThat(given.page("berlin", "/tasks/" + task.id()).text())
                    .contains("granted time until Tue 8 Dec 2099");
        }

        @Test
        void isRefusedWithAReasonOnly() {
            requests.extension(task.id(), LocalDate.of(2099, 12, 8), "Talks go on.", berlin);
            var refuse = "requests/" + pending(task).id() + "/refuse";

            refused("director", task, refuse, 422, "TSK-006", REASON, GIVE_A_REASON);
            done("director", task, refuse, "OPEN", "reason", "It is wanted on the day.");
            assertThat(given.now(task).due()).isEqualTo(task.due());
            assertThat(acts(task)).last().isEqualTo(TaskEvent.Act.EXTENSION_REFUSED);
            refused(
                    "director",
                    task,
                    refuse,
                    409,
                    "TSK-006",
                    "There is nothing to decide any more: the request was decided or has lapsed.",
                    READ_THE_HISTORY,
                    "reason",
                    "Again.");
        }

        @Test
        void isNotDecidedByThePostItself() {
            requests.extension(task.id(), LocalDate.of(2099, 12, 8), "Talks go on.", berlin);

            refused(
                    "berlin",
                    task,
                    "requests/" + pending(task).id() + "/grant",
                    403,
                    "TSK-006",
                    "BERLIN did not give this task; EUR did.",
                    "Ask EUR, or an office above it, to decide.");
        }

        @Test
        void isAskedOnceAtATime() {
            var day = LocalDate.of(2099, 12, 8);
            var first = requests.extension(task.id(), day, "Talks go on.", berlin);

            assertThat(requests.extension(task.id(), day, "Talks go on.", berlin)).isEqualTo(first);
            refused(
                    "berlin",
                    task,
                    "extension",
                    409,
                    "TSK-006",
                    "The post has asked for more time already.",
                    "Wait for the decision on that request.",
                    "day",
                    "2099-12-09",
                    "reason",
                    "Even longer.");
        }

        @Test
        void lapsesWithTheAnswer() {
            requests.extension(task.id(), LocalDate.of(2099, 12, 8), "Talks go on.", berlin);

            given.answered(task, "26 BERLIN 1", berlin);

            assertThat(requests.of(task.id(), director.scope())).isEmpty();
        }
    }

    @Nested
    class ATransfer {

        final Task task = given.task("BERLIN");

        @Test
        void goesToAnotherPostOnly() {
            refused(
                    "berlin",
                    task,
                    "transfer",
                    422,
                    "TSK-023",
                    "“BERLIN” is not another post.",
                    "Choose the post that is to take the task over.",
                    "to",
                    "BERLIN",
                    "reason",
                    "They know.");
            refused(
                    "berlin",
                    task,
                    "transfer",
                    422,
                    "TSK-023",
                    "“EUR” is not another post.",
                    "Choose the post that is to take the task over.",
                    "to",
                    "EUR",
                    "reason",
                    "They know.");
            refused(
                    "berlin",
                    task,
                    "transfer",
                    422,
                    "TSK-006",
                    REASON,
                    GIVE_A_REASON,
                    "to",
                    "OSLO");
        }

        @Test
        void goesOnlyWhereTheInstructionWent() {
            refused(
                    "berlin",
                    task,
                    "transfer",
                    422,
                    "TSK-023",
                    "ROME has not received the instruction.",
                    "Ask the issuer to send it there first.",
                    "to",
                    "ROME",
                    "reason",
                    "They know.");
        }

        @Test
        void leavesTheTaskWithTheFirstPostUntilTheOtherAccepts() {
            requests.transfer(task.id(), new OfficeCode("OSLO"), "They know.", berlin);
            assertThat(state(task)).isEqualTo("OPEN");
            assertThat(tasks.open(task.office(), berlin.scope()))
                    .extracting(Task::id)
                    .contains(task.id());
            refused(
                    "director",
                    task,
                    "requests/" + pending(task).id() + "/grant",
                    403,
                    "ACC-006",
                    "director",
                    "");

            var taken =
                    given.form(
                            "oslo",
                            "/tasks/" + task.id() + "/requests/" + pending(task).id() + "/grant");

            assertThat(state(task)).isEqualTo("TRANSFERRED");
            var there = tasks.get(TaskId.parse(taken.to().substring(7)), director.scope());
            assertThat(there.office()).isEqualTo(new OfficeCode("OSLO"));
            assertThat(there.state().code()).isEqualTo("ACCEPTED");
            assertThat(there.due()).isEqualTo(task.due());
            assertThat(acts(there))
                    .containsExactly(TaskEvent.Act.TAKEN_OVER, TaskEvent.Act.ACCEPTED);
        }

        @Test
        void isNotDecidedByAThirdPost() {
            requests.transfer(task.id(), new OfficeCode("OSLO"), "They know.", berlin);

            refused(
                    "ottawa",
                    task,
                    "requests/" + pending(task).id() + "/grant",
                    403,
                    "TSK-006",
                    "Only OSLO was asked to take this task over.",
                    "Leave the decision to OSLO.");
        }

        @Test
        void isRefusedWithAReasonByThePostAsked() {
            requests.transfer(task.id(), new OfficeCode("OSLO"), "They know.", berlin);

            done(
                    "oslo",
                    task,
                    "requests/" + pending(task).id() + "/refuse",
                    "OPEN",
                    "reason",
                    "We do not.");
            assertThat(acts(task)).last().isEqualTo(TaskEvent.Act.TRANSFER_REFUSED);
        }

        @Test
        void isRefusedToAPostThatOwesTheSame() {
            requests.transfer(task.id(), new OfficeCode("OSLO"), "They know.", berlin);
            var first = pending(task);
            requests.grant(task.id(), first.id(), "", given.person("oslo", "OSLO"));
            var back =
                    tasks.of(task.instruction(), director.scope()).stream()
                            .filter(t -> t.office().value().equals("OSLO"))
                            .findFirst()
                            .orElseThrow();

            refused(
                    "oslo",
                    back,
                    "transfer",
                    422,
                    "TSK-023",
                    "BERLIN owes the same answer already.",
                    "Ask the issuer to waive the task.",
                    "to",
                    "BERLIN",
                    "reason",
                    "Yours after all.");
        }
    }

    @Nested
    class AnEscalation {

        final Task task = given.task("BERLIN");

        @Test
        void isAnsweredByTheIssuerInWords() {
            refused("berlin", task, "escalate", 422, "TSK-006", REASON, GIVE_A_REASON);
            done("berlin", task, "escalate", "OPEN", "reason", "The ministry wants a note.");
            assertThat(given.page("director", "/today").text())
                    .contains("Embassy Berlin asks for a word");
            var grant = "requests/" + pending(task).id() + "/grant";

            refused("director", task, grant, 422, "TSK-006", REASON, GIVE_A_REASON);
            done("director", task, grant, "OPEN", "reason", "Leave none.");

            assertThat(acts(task))
                    .containsExactly(TaskEvent.Act.ESCALATED, TaskEvent.Act.ESCALATION_ANSWERED);
        }
    }

    @Nested
    class TheHistory {

        @Test
        void saysWhoDidWhatForWhichOfficeAndNamesPeopleAtHomeOnly() {
            var task = given.task("BERLIN");
            tasks.decline(task.id(), "No access.", berlin);

            assertThat(given.page("hom.berlin", "/tasks/" + task.id()).text())
                    .contains("Political officer, Embassy Berlin declined.", "“No access.”");
            assertThat(given.page("director", "/tasks/" + task.id()).text())
                    .contains("Embassy Berlin declined.")
                    .doesNotContain("Political officer, Embassy Berlin");
            var api = given.read("director", "/tasks/" + task.id());
            assertThat(api.at("/history/0/act").asString()).isEqualTo("DECLINED");
            assertThat(api.at("/history/0/office").asString()).isEqualTo("BERLIN");
            assertThat(api.at("/history/0/by").isNull()).isTrue();
        }

        @Test
        void isNeverChanged() {
            var task = given.task("BERLIN");
            tasks.accept(task.id(), berlin);

            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> jdbc.sql("update task.task_event set reason = 'x'").update())
                    .hasMessageContaining("never changed");
        }
    }

    @Nested
    class TwoActsAtOnce {

        @Test
        void letOneWinAndTellTheOther() throws Exception {
            for (int round = 0; round < 5; round++) {
                var task = given.task("BERLIN");
                var results =
                        together(
                                () -> tasks.accept(task.id(), berlin),
                                () -> tasks.decline(task.id(), "No access.", berlin));

                assertThat(results).filteredOn(Refusal.class::isInstance).hasSize(1);
                assertThat(results)
                        .filteredOn(Refusal.class::isInstance)
                        .allSatisfy(
                                refusal ->
                                        assertThat(
                                                        ((Refusal) refusal)
                                                                .first()
                                                                .code()
                                                                .kind()
                                                                .status())
                                                .isEqualTo(409));
                assertThat(acts(task)).hasSize(1);
            }
        }

        private static List<Object> together(Callable<?>... acts) throws Exception {
            var results = new ArrayList<Object>();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var running =
                        java.util.Arrays.stream(acts)
                                .map(
                                        act ->
                                                threads.submit(
                                                        () -> {
                                                            try {
                                                                return (Object) act.call();
                                                            } catch (Refusal refusal) {
                                                                return refusal;
                                                            }
                                                        }))
                                .toList();
                for (var result : running) {
                    results.add(result.get());
                }
            }
            return results;
        }
    }

    @Nested
    class TheList {

        @Test
        void isReadInPagesByDueTime() {
            given.cable(LocalDate.of(2098, 1, 2), "FINDINGS", "OSLO");
            given.cable(LocalDate.of(2098, 1, 3), "ASSESSMENT", "OSLO");

            var first = given.read("oslo", "/tasks?office=OSLO&state=open&limit=1");
            var second =
                    given.read(
                            "oslo",
                            "/tasks?office=OSLO&state=open&limit=1&after="
                                    + first.get("next").asString());

            assertThat(first.at("/items/0/due").asString())
                    .isLessThan(second.at("/items/0/due").asString());
        }

        @Test
        void sortsTasksByWhatTheyWant() {
            var findings =
                    given.of(given.cable(LocalDate.of(2099, 1, 2), "FINDINGS", "OSLO"), "OSLO");
            var points =
                    given.of(
                            given.cable(LocalDate.of(2099, 1, 2), "DEMARCHE_REPORT", "OSLO"),
                            "OSLO");
            var view =
                    given.of(given.cable(LocalDate.of(2099, 1, 2), "ASSESSMENT", "OSLO"), "OSLO");

            assertThat(List.of(findings.kind(), points.kind(), view.kind()))
                    .containsExactly(TaskKind.REPORT, TaskKind.EXECUTE, TaskKind.COMMENT);
        }

        @Test
        void refusesAStateThatIsNone() {
            assertThat(given.read("oslo", "/tasks?state=lost").at("/code").asString())
                    .isEqualTo("INP-004");
        }
    }

    @Nested
    class TheDueTime {

        @Test
        void isTheEarliestOfRequirementReplyByAndDeskBy() {
            var by = java.time.Instant.parse("2099-11-20T12:00:00Z");
            var cable =
                    given.cable(
                            content -> content.timing(new org.chancery.cable.Timing(by, null)),
                            LocalDate.of(2099, 12, 1),
                            "FINDINGS",
                            "BERLIN");

            assertThat(given.of(cable, "BERLIN").due()).isEqualTo(by);
        }
    }
}
