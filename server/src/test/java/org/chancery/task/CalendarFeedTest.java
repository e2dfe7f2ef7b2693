// SPDX-License-Identifier: Apache-2.0
package org.chancery.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import biweekly.Biweekly;
import biweekly.ICalendar;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.chancery.DatabaseTest;
import org.chancery.access.Actor;
import org.chancery.access.Role;
import org.chancery.delivery.ReleasedCables;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/// Due times in a calendar outside: who may read it, and that it says no more than numbers.
@DatabaseTest
@Import({ReleasedCables.class, GivenTasks.class})
class CalendarFeedTest {

    private static final Pattern ADDRESS = Pattern.compile("token=([A-Za-z0-9_-]{43})");

    private final MockMvc web;
    private final GivenTasks given;
    private final Feeds feeds;
    private final Tasks tasks;
    private final JdbcClient jdbc;
    private final Actor berlin;

    CalendarFeedTest(
            MockMvc web,
            GivenTasks given,
            Feeds feeds,
            Tasks tasks,
            JdbcClient jdbc,
            ReleasedCables released) {
        this.web = web;
        this.given = given;
        this.feeds = feeds;
        this.tasks = tasks;
        this.jdbc = jdbc;
        this.berlin = released.actor("berlin");
    }

    private MockHttpServletResponse ask(String secret) throws Exception {
        return web.perform(get("/tasks.ics").param("token", secret)).andReturn().getResponse();
    }

    private String text(String secret) throws Exception {
        return ask(secret).getContentAsString(StandardCharsets.UTF_8);
    }

    private List<String> uids(String secret) throws Exception {
        ICalendar calendar = Biweekly.parse(text(secret)).first();
        return calendar.getEvents().stream().map(event -> event.getUid().getValue()).toList();
    }

    @Nested
    class AnAddress {

        @Test
        void isShownOnceOnThePageAndKeptAsAHashOnly() throws Exception {
            var html =
                    web.perform(
                                    org.springframework.test.web.servlet.request
                                            .MockMvcRequestBuilders.post("/settings/calendar")
                                            .with(
                                                    org.springframework.security.test.web.servlet
                                                            .request
                                                            .SecurityMockMvcRequestPostProcessors
                                                            .user("hom.berlin"))
                                            .with(
                                                    org.springframework.security.test.web.servlet
                                                            .request
                                                            .SecurityMockMvcRequestPostProcessors
                                                            .csrf()))
                            .andReturn()
                            .getResponse()
                            .getContentAsString();
            var match = ADDRESS.matcher(html);
            assertThat(match.find()).isTrue();

            assertThat(ask(match.group(1)).getStatus()).isEqualTo(200);
            assertThat(given.page("hom.berlin", "/settings/calendar").text())
                    .doesNotContain(match.group(1));
            assertThat(
                            jdbc.sql("select count(*) from task.feed where token_hash = :s")
                                    .param("s", match.group(1))
                                    .query(Integer.class)
                                    .single())
                    .isZero();
        }

        @Test
        void isEndedByItsOwnerAndByNobodyElse() throws Exception {
            var secret = feeds.create(berlin);
            var feed = feeds.of(berlin).getLast().id();

            assertThat(given.form("ottawa", "/settings/calendar/" + feed + "/revoke").status())
                    .isEqualTo(404);
            assertThat(ask(secret).getStatus()).isEqualTo(200);
            given.form("berlin", "/settings/calendar/" + feed + "/revoke");
            assertThat(ask(secret).getStatus()).isEqualTo(404);
        }

        @Test
        void thatIsGuessedIsAbsent() throws Exception {
            assertThat(ask("guessed").getStatus()).isEqualTo(404);
            assertThat(web.perform(get("/tasks.ics")).andReturn().getResponse().getStatus())
                    .isEqualTo(404);
        }
    }

    @Nested
    class AnEntry {

        @Test
        void carriesNumberRequirementAndTimeAndNoWordOfTheInstruction() throws Exception {
            var cable = given.cable(LocalDate.of(2099, 12, 1), "FINDINGS", "BERLIN");
            var task = given.of(cable, "BERLIN");
            var secret = feeds.create(berlin);

            var event =
                    Biweekly.parse(text(secret)).first().getEvents().stream()
                            .filter(e -> e.getUid().getValue().startsWith(task.id().toString()))
                            .findFirst()
                            .orElseThrow();

            assertThat(event.getSummary().getValue())
                    .isEqualTo(given.instruction(cable).id().value() + ", R1 due");
            assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(task.due());
            assertThat(event.getAlarms()).hasSize(1);
            assertThat(event.getDateTimeStamp().getValue()).isInstanceOf(Date.class);
            assertThat(text(secret))
                    .doesNotContain("Report your hours")
                    .doesNotContain("Know the hours")
                    .doesNotContain(cable.content().subject());
        }

        @Test
        void isOfTheOwnerOrOfNobodyYet() throws Exception {
            var mine = given.task("BERLIN");
            var untaken = given.task("BERLIN");
            var others = given.task("BERLIN");
            tasks.accept(mine.id(), berlin);
            tasks.accept(others.id(), given.person("second.berlin", "BERLIN", Role.OFFICER));

            assertThat(uids(feeds.create(berlin)))
                    .contains(mine.id() + "@chancery", untaken.id() + "@chancery")
                    .doesNotContain(others.id() + "@chancery");
        }

        @Test
        void isGoneOnceItsOwnerMayReadItNoMore() throws Exception {
            var reader = given.person("third.berlin", "BERLIN", Role.OFFICER);
            var secret = feeds.create(reader);
            var task = given.task("BERLIN");
            assertThat(uids(secret)).contains(task.id() + "@chancery");

            jdbc.sql("update access.account set clearance = 0 where staff = :person")
                    .param("person", reader.person().value())
                    .update();

            assertThat(uids(secret)).doesNotContain(task.id() + "@chancery");
        }
    }
}
