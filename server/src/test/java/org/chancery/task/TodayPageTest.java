// SPDX-License-Identifier: Apache-2.0
package org.chancery.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.chancery.DatabaseTest;
import org.chancery.access.Actor;
import org.chancery.access.Role;
import org.chancery.delivery.ReleasedCables;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/// What must I do, by when?
@DatabaseTest
@Import({ReleasedCables.class, GivenTasks.class})
class TodayPageTest {

    private final GivenTasks given;
    private final Tasks tasks;
    private final Actor officer;
    private final Actor second;

    TodayPageTest(GivenTasks given, Tasks tasks) {
        this.given = given;
        this.tasks = tasks;
        this.officer = given.person("officer.lisbon", "LISBON", Role.OFFICER);
        this.second = given.person("second.lisbon", "LISBON", Role.OFFICER);
    }

    private String today(String person, String whose) {
        return given.page(person, "/today?whose=" + whose).text();
    }

    private String html(String person, String whose) {
        return given.html(person, "/today?whose=" + whose);
    }

    private static String link(Task task) {
        return "/tasks/" + task.id();
    }

    private Task due(LocalDate day) {
        return given.of(given.cable(day, "FINDINGS", "LISBON/IMMEDIATE"), "LISBON");
    }

    @Nested
    class ATaskNobodyTook {

        @Test
        void standsApartUntilSomebodyAcceptsIt() {
            var task = due(LocalDate.of(2099, 3, 2));
            assertThat(today("second.lisbon", "me"))
                    .contains("Nobody took these yet", task.subject(), "Immediate");
            assertThat(html("second.lisbon", "me")).contains(link(task));

            tasks.accept(task.id(), officer);

            assertThat(html("officer.lisbon", "me")).contains(link(task), link(task) + "/report");
            assertThat(html("second.lisbon", "me")).doesNotContain(link(task));
            assertThat(html("second.lisbon", "post")).contains(link(task));
        }
    }

    @Nested
    class TheOrder {

        @Test
        void isByDueTimeAndOverdueComesFirst() {
            var later = due(LocalDate.of(2099, 3, 4));
            var late = due(LocalDate.of(2020, 3, 4));

            assertThat(html("officer.lisbon", "post")).containsSubsequence(link(late), link(later));
        }
    }

    @Nested
    class WhoHasNothing {

        @Test
        void readsSoInASentence() {
            given.person("officer.vienna", "VIENNA", Role.OFFICER);

            assertThat(today("officer.vienna", "me")).contains("Nothing is due from you today.");
            assertThat(today("officer.vienna", "waiting"))
                    .contains("Your office waits for nobody.");
        }
    }

    @Nested
    class WaitingOnOthers {

        @Test
        void areTheOfficesOwnWishesAndWhatItDeclined() {
            var task = due(LocalDate.of(2099, 3, 3));
            tasks.decline(task.id(), "No access.", officer);

            assertThat(html("officer.lisbon", "waiting")).contains(link(task), "declined");
            assertThat(given.page("director", "/today").text())
                    .contains("Embassy Lisbon has declined");
        }
    }

    @Nested
    class HandingOver {

        @Test
        void movesEveryOpenTaskToTheColleagueWithTheNote() {
            var first = due(LocalDate.of(2099, 3, 5));
            var ended = due(LocalDate.of(2099, 3, 6));
            tasks.accept(first.id(), officer);
            tasks.accept(ended.id(), officer);
            given.answered(ended, "26 LISBON 1", officer);

            var done =
                    given.form(
                            "officer.lisbon",
                            "/today/hand-over",
                            "person",
                            second.person().value().toString(),
                            "note",
                            "Minister sees you on Monday.");

            assertThat(done.to()).startsWith("/today?handedOver=");
            assertThat(given.now(first).assignee()).isEqualTo(second.person());
            assertThat(given.now(ended).assignee()).isEqualTo(officer.person());
            assertThat(tasks.history(first.id(), officer.scope()).getLast().reason())
                    .isEqualTo("Minister sees you on Monday.");
        }

        @Test
        void needsAColleagueAndANoteAndSaysBothAtOnce() {
            var refused =
                    given.form(
                            "officer.lisbon", "/today/hand-over", "person", "nobody", "note", "");

            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.text())
                    .contains(
                            "TSK-021",
                            "The person chosen is no colleague of your office.",
                            "Choose somebody else of your office.",
                            "TSK-006",
                            "No reason is given.",
                            "Give a reason.");
        }

        @Test
        void isRefusedToWhoeverHasNothing() {
            var empty = given.person("empty.lisbon", "LISBON", Role.OFFICER);
            var refused =
                    given.form(
                            empty.signIn(),
                            "/today/hand-over",
                            "person",
                            second.person().value().toString(),
                            "note",
                            "x");

            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.text())
                    .contains(
                            "TSK-021",
                            "You have no open task to hand over.",
                            "Go back to Today; there is nothing to do.");
        }
    }

    @Nested
    class AWithdrawnInstruction {

        @Test
        void isNotOpenedAgain() {
            var task = due(LocalDate.of(2099, 3, 9));
            given.withdraw(task);

            assertThat(given.now(task).state().code()).isEqualTo("WAIVED");
            var refused =
                    given.form("director", "/tasks/" + task.id() + "/reopen", "reason", "Still.");
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.text())
                    .contains(
                            "MSG-026",
                            "The instruction itself was taken back: Cancelled by",
                            "Send a new instruction if an answer is still wanted.");
        }
    }
}
