// SPDX-License-Identifier: Apache-2.0
package org.chancery.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.draft.BothDoors.plain;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Instant;
import org.chancery.DatabaseTest;
import org.chancery.access.Accounts;
import org.chancery.access.Actor;
import org.chancery.cable.Cable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

@DatabaseTest
class ReleaseMomentTest {

    private final MockMvc web;
    private final BothDoors doors;
    private final Drafts drafts;
    private final Actor desk;
    private final Actor director;

    ReleaseMomentTest(MockMvc web, ApplicationContext beans, Drafts drafts, Accounts accounts) {
        this.web = web;
        this.doors = new BothDoors(web, beans);
        this.drafts = drafts;
        this.desk = accounts.actor("desk").orElseThrow();
        this.director = accounts.actor("director").orElseThrow();
    }

    private Cable released(String at) {
        var draft = doors.cleared(drafts.start(plain(), desk).id());
        return drafts.releaseAt(draft.id(), draft.version(), director, Instant.parse(at));
    }

    private String dateTimeGroup(Cable cable) throws Exception {
        var page =
                web.perform(get("/cables/" + cable.mrn().slug() + "/raw").with(user("director")))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        return page.lines()
                .filter(line -> line.startsWith("DATE/DTG:"))
                .findFirst()
                .orElseThrow()
                .substring("DATE/DTG:".length())
                .strip();
    }

    @Nested
    class AtTheTurnOfTheYear {

        @Test
        void theSerialStartsAgainAtMidnightInUtc() {
            var last = released("2031-12-31T23:59:59.999999Z");
            var first = released("2032-01-01T00:00:00Z");
            var second = released("2032-01-01T00:00:00Z");

            assertThat(last.mrn().year()).isEqualTo(2031);
            assertThat(first.mrn()).hasToString("32 STATE 1");
            assertThat(second.mrn()).hasToString("32 STATE 2");
        }

        @Test
        void theDateTimeGroupIsOfTheOldYearUntilThen() throws Exception {
            assertThat(dateTimeGroup(released("2033-12-31T23:59:59Z"))).isEqualTo("312359Z DEC 33");
            assertThat(dateTimeGroup(released("2034-01-01T00:00:00Z"))).isEqualTo("010000Z JAN 34");
        }
    }

    @Nested
    class OnALeapDay {

        @Test
        void theDateTimeGroupIsTheTwentyNinth() throws Exception {
            assertThat(dateTimeGroup(released("2036-02-29T12:05:00Z"))).isEqualTo("291205Z FEB 36");
        }
    }
}
