// SPDX-License-Identifier: Apache-2.0
package org.chancery.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.chancery.DatabaseTest;
import org.chancery.MovableClock;
import org.chancery.access.Actor;
import org.chancery.access.Role;
import org.chancery.cable.Cable;
import org.chancery.delivery.ReleasedCables;
import org.chancery.directory.Names;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/// What posts are reminded of, in their own working days. Each test begins on Tuesday 24 November
/// 2026 at 10:00 UTC.
@DatabaseTest
@Import({ReleasedCables.class, GivenTasks.class, MovableClock.Time.class})
@TestPropertySource(properties = "chancery.remind-every=P100D")
class RemindersTest {

    private final GivenTasks given;
    private final Reminders reminders;
    private final Tasks tasks;
    private final Requests requests;
    private final Offices offices;
    private final MovableClock clock;
    private final Actor berlin;
    private final Actor director;

    RemindersTest(
            GivenTasks given,
            Reminders reminders,
            Tasks tasks,
            Requests requests,
            Offices offices,
            MovableClock clock,
            ReleasedCables released) {
        this.given = given;
        this.reminders = reminders;
        this.tasks = tasks;
        this.requests = requests;
        this.offices = offices;
        this.clock = clock;
        this.berlin = released.actor("berlin");
        this.director = released.actor("director");
    }

    @BeforeEach
    void theClockStandsAtItsBeginning() {
        moveTo("2026-11-24T10:00:00Z");
    }

    private void moveTo(String moment) {
        clock.move(Duration.between(clock.instant(), Instant.parse(moment)));
    }

    private List<Reminder.Stage> at(String moment, Task task) {
        moveTo(moment);
        reminders.remind();
        return reminders.of(task.id(), director.scope()).stream().map(Reminder::stage).toList();
    }

    private Task due(LocalDate day) {
        return due(day, "BERLIN");
    }

    private Task due(LocalDate day, String post) {
        return given.of(given.cable(day, "FINDINGS", post), post);
    }

    @Nested
    class ATaskDueOnATuesday {

        @Test
        void isRemindedOfThreeWorkingDaysBeforeTheWeekendNotCounted() {
            var task = due(LocalDate.of(2026, 12, 8));

            assertThat(at("2026-12-02T16:00:00Z", task)).isEmpty();
            assertThat(at("2026-12-03T06:00:00Z", task)).isEmpty();
            assertThat(at("2026-12-03T09:00:00Z", task)).containsExactly(Reminder.Stage.AHEAD);
        }

        @Test
        void isRemindedOfOnceAtEachStage() {
            var task = due(LocalDate.of(2026, 12, 8));

            at("2026-12-03T09:00:00Z", task);
            at("2026-12-07T09:00:00Z", task);
            at("2026-12-08T09:00:00Z", task);
            at("2026-12-08T10:00:00Z", task);
            at("2026-12-09T09:00:00Z", task);

            assertThat(at("2026-12-10T09:00:00Z", task))
                    .containsExactly(
                            Reminder.Stage.AHEAD, Reminder.Stage.DUE, Reminder.Stage.OVERDUE);
        }

        @Test
        void isRemindedOfAHolidayEarlier() {
            var task = due(LocalDate.of(2026, 12, 8), "VIENNA");
            offices.holiday(
                    new OfficeCode("VIENNA"),
                    LocalDate.of(2026, 12, 4),
                    Names.of("A holiday", "Ein Feiertag"));

            assertThat(at("2026-12-02T09:00:00Z", task)).containsExactly(Reminder.Stage.AHEAD);
        }
    }

    @Nested
    class ATaskDueOnAHoliday {

        @Test
        void isCalledDueOnTheLastWorkingDayBefore() {
            offices.holiday(
                    new OfficeCode("PRAGUE"),
                    LocalDate.of(2026, 12, 8),
                    Names.of("A holiday", "Ein Feiertag"));
            var task = due(LocalDate.of(2026, 12, 8), "PRAGUE");

            assertThat(at("2026-12-04T15:00:00Z", task)).containsExactly(Reminder.Stage.AHEAD);
            assertThat(at("2026-12-07T09:00:00Z", task))
                    .containsExactly(Reminder.Stage.AHEAD, Reminder.Stage.DUE);
        }
    }

    @Nested
    class AnAnsweredTask {

        @Test
        void isNotRemindedOf() {
            var task = due(LocalDate.of(2026, 12, 8));
            given.answered(task, "26 BERLIN 9", berlin);

            assertThat(at("2026-12-09T09:00:00Z", task)).isEmpty();
        }
    }

    @Nested
    class AnExtendedTask {

        @Test
        void isRemindedOfAnewForItsNewDay() {
            var task = due(LocalDate.of(2026, 12, 8));
            at("2026-12-08T09:00:00Z", task);
            var asked = requests.extension(task.id(), LocalDate.of(2026, 12, 15), "Talks.", berlin);
            requests.grant(task.id(), asked.id(), "", director);

            assertThat(at("2026-12-15T09:00:00Z", task))
                    .containsExactly(Reminder.Stage.DUE, Reminder.Stage.DUE);
        }
    }

    @Nested
    class OnToday {

        @Test
        void theStageStandsAtTheTask() {
            var task = due(LocalDate.of(2026, 12, 8));
            at("2026-12-03T09:00:00Z", task);

            assertThat(given.page("berlin", "/today").text()).contains("due in 3 working days");
            assertThat(given.page("berlin", "/tasks/" + task.id()).text())
                    .contains("Reminded: due in three working days.");
        }
    }

    @Nested
    class HeadquartersReminds {

        private Cable late() {
            var cable = given.cable(LocalDate.of(2026, 12, 8), "FINDINGS", "BERLIN", "OSLO");
            given.person("oslo", "OSLO", Role.OFFICER);
            given.answered(given.of(cable, "OSLO"), "26 OSLO 3", given.person("oslo", "OSLO"));
            clock.move(Duration.ofDays(20));
            return cable;
        }

        private String address(Cable cable) {
            return "/instructions/" + given.instruction(cable).id().value() + "/remind";
        }

        @Test
        void theLateOnesOnlyAndSeesTheTextFirst() {
            var page = given.page("director", address(late()));

            assertThat(page.text())
                    .contains("is overdue. Send the report or a nil report", "Embassy Berlin")
                    .doesNotContain("Embassy Oslo");
        }

        @Test
        void andThePostReadsItOnTodayUntilItAnswers() {
            var cable = late();
            var key = UUID.randomUUID().toString();

            var sent =
                    given.form(
                            "director", address(cable), "key", key, "text", "Send what you have.");
            given.form("director", address(cable), "key", key, "text", "Send what you have.");

            assertThat(sent.to()).isEqualTo(address(cable) + "?sent=1");
            assertThat(reminders.notices(berlin.office(), berlin.scope()))
                    .extracting(Notice::text)
                    .containsExactly("Send what you have.");
            assertThat(given.page("berlin", "/today").text()).contains("Send what you have.");
            assertThat(given.page("oslo", "/today").text()).doesNotContain("Send what you have.");

            given.answered(given.of(cable, "BERLIN"), "26 BERLIN 9", berlin);
            assertThat(reminders.notices(berlin.office(), berlin.scope())).isEmpty();
        }

        @Test
        void notWithoutWords() {
            var empty =
                    given.form(
                            "director",
                            address(late()),
                            "key",
                            UUID.randomUUID().toString(),
                            "text",
                            " ");

            assertThat(empty.status()).isEqualTo(422);
            assertThat(empty.text())
                    .contains(
                            "TSK-024",
                            "The reminder has no text.",
                            "Write what the posts are to read.");
        }

        @Test
        void nobodyWhileNobodyIsLate() {
            var cable = given.cable(LocalDate.of(2099, 12, 8), "FINDINGS", "BERLIN");
            var sent =
                    given.form(
                            "director",
                            address(cable),
                            "key",
                            UUID.randomUUID().toString(),
                            "text",
                            "Send it.");

            assertThat(sent.status()).isEqualTo(409);
            assertThat(sent.text())
                    .contains(
                            "TSK-024",
                            "No post is late with " + given.instruction(cable).id().value() + ".",
                            "Wait until an answer is overdue.");
        }

        @Test
        void onlyAsTheOfficeThatAsked() {
            var refused = given.page("berlin", address(late()));

            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text())
                    .contains("TSK-006", "BERLIN did not give this task; EUR did.");
        }
    }

    @Nested
    class TheOverdueList {

        @Test
        void groupsByInstructionAndIsKept() {
            var cable = given.cable(LocalDate.of(2026, 12, 8), "FINDINGS", "BERLIN");
            clock.move(Duration.ofDays(20));
            var id = given.instruction(cable).id().value();

            assertThat(given.page("director", "/tasks?state=overdue").text())
                    .contains(
                            id,
                            cable.content().subject(),
                            "Embassy Berlin",
                            "Remind the late ones");
            assertThat(given.page("director", "/tasks.csv?state=overdue").text())
                    .contains(id + "," + cable.mrn() + ",R1,1,BERLIN,DE,REPORT");
            assertThat(given.page("director", "/today").text()).contains("See which");
            assertThat(
                            tasks.get(given.of(cable, "BERLIN").id(), berlin.scope())
                                    .overdue(clock.instant()))
                    .isTrue();
        }
    }

    @Nested
    class TheLoad {

        @Test
        void countsOpenTasksByPostAndWeek() {
            given.cable(LocalDate.of(2026, 12, 8), "FINDINGS", "VALLETTA");
            given.cable(LocalDate.of(2026, 12, 9), "FINDINGS", "VALLETTA");

            assertThat(given.page("director", "/tasks/load.csv").text())
                    .contains("VALLETTA,2026-12-07,2");
            assertThat(given.page("director", "/tasks/load").text()).contains("Embassy Valletta");
            assertThat(given.page("berlin", "/tasks/load").text()).contains("ACC-006");
        }
    }
}
