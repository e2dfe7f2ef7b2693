// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Map;
import org.chancery.DatabaseTest;
import org.chancery.access.Accounts;
import org.chancery.audit.AuditEntry;
import org.chancery.audit.AuditTrail;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.policy.Policies;
import org.chancery.web.SignedInBrowser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/// Administration in the browser. The days lie far ahead, so that no other test counts by them.
@DatabaseTest
class AdminPagesTest {

    private final MockMvc web;
    private final Offices offices;
    private final Policies policies;
    private final AuditTrail audit;
    private final Accounts accounts;
    private final JdbcClient jdbc;

    AdminPagesTest(
            MockMvc web,
            Offices offices,
            Policies policies,
            AuditTrail audit,
            Accounts accounts,
            JdbcClient jdbc) {
        this.web = web;
        this.offices = offices;
        this.policies = policies;
        this.audit = audit;
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    private ResultActions open(String path, String person) throws Exception {
        return SignedInBrowser.of(web, person).open(path);
    }

    private ResultActions send(String path, Map<String, String> form) throws Exception {
        return SignedInBrowser.of(web, "admin").send(path, form);
    }

    private AuditEntry lastEntry() {
        return audit.page(Long.MAX_VALUE, 1).rows().getFirst();
    }

    @Nested
    class WhoMayNotAdminister {

        @ParameterizedTest
        @ValueSource(strings = {"/admin", "/admin/policy", "/admin/offices", "/admin/calendars"})
        void seesNoneOfIt(String path) throws Exception {
            open(path, "desk").andExpect(status().isForbidden());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/admin/holidays",
                    "/admin/minimise",
                    "/admin/country-offices",
                    "/admin/collectives",
                    "/admin/memberships"
                })
        void changesNothing(String path) throws Exception {
            SignedInBrowser.of(web, "security")
                    .send(path, Map.of())
                    .andExpect(status().isForbidden());
        }
    }

    @Nested
    class TheSecurityOfficer {

        @Test
        void findsTheTabOfTheAuditAndNoOther() throws Exception {
            open("/admin/audit", "security")
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("href=\"/admin/audit\"")))
                    .andExpect(content().string(not(containsString("href=\"/admin/policy\""))));
        }
    }

    @Nested
    class ThePolicy {

        @Test
        void isShownWhole() throws Exception {
            var policy = policies.current();
            var page =
                    open("/admin/policy", "admin")
                            .andExpect(status().isOk())
                            .andReturn()
                            .getResponse()
                            .getContentAsString();

            assertThat(page).contains(policy.hash(), policy.version());
            policy.handling().levels().forEach(level -> assertThat(page).contains(level.code()));
            policy.handling().captions().forEach(known -> assertThat(page).contains(known.code()));
            policy.traffic().precedences().forEach(p -> assertThat(page).contains(p.code()));
            policy.traffic().topics().forEach(topic -> assertThat(page).contains(topic.code()));
            policy.traffic().types().forEach(type -> assertThat(page).contains(type.code()));
            policy.limits().attachmentTypes().forEach(type -> assertThat(page).contains(type));
            assertThat(page)
                    .contains("Channel: only one on a cable")
                    .contains("{yy} {office} {serial}")
                    .contains("SUGGESTED TALKING POINT")
                    .contains("partner.example");
        }

        @Test
        void linksTheFileOfEachVersionAndShowsItWithItsComments() throws Exception {
            var address = "/admin/policy/versions/" + policies.current().hash();

            open("/admin/policy", "admin").andExpect(content().string(containsString(address)));
            open(address, "admin")
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("# Policy of an organisation")));
        }

        @Test
        void ofAVersionThatNeverWasIsAbsent() throws Exception {
            open("/admin/policy/versions/" + "0".repeat(64), "admin")
                    .andExpect(status().isNotFound());
        }

        @Test
        void isToldToPrograms() throws Exception {
            web.perform(
                            get("/api/v1/policy")
                                    .header(
                                            "Authorization",
                                            "Bearer " + accounts.issueToken("analyst")))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.hash").value(policies.current().hash()))
                    .andExpect(jsonPath("$.levels[0].code").value("UNCLASSIFIED"))
                    .andExpect(jsonPath("$.precedences[0].handling").value("PT6H"))
                    .andExpect(jsonPath("$.numbering[0].scope").value("OFFICE_YEAR"))
                    .andExpect(jsonPath("$.clearing.instructions[0]").value("L"))
                    .andExpect(jsonPath("$.limits.largestAttachment").value(10 * 1024 * 1024));
        }
    }

    @Nested
    class AHoliday {

        @Test
        void isInTheCalendarAndInTheAudit() throws Exception {
            var day = LocalDate.parse("2041-10-03");

            send(
                            "/admin/holidays",
                            Map.of(
                                    "holiday-office", "BERLIN",
                                    "holiday-day", "2041-10-03",
                                    "holiday-en", "Day of German Unity",
                                    "holiday-de", "Tag der Deutschen Einheit"))
                    .andExpect(redirectedUrl("/admin/calendars?saved"));

            assertThat(offices.calendar(new OfficeCode("BERLIN")).works(day)).isFalse();
            assertThat(lastEntry())
                    .extracting(AuditEntry::act, AuditEntry::actor, AuditEntry::objectId)
                    .containsExactly("holiday.added", "admin", "BERLIN");
            open("/admin/calendars?saved=", "admin")
                    .andExpect(content().string(containsString("Day of German Unity")))
                    .andExpect(content().string(containsString("Saved, and recorded")));
        }

        @Test
        void withThreeMistakesReportsThreeAndKeepsWhatWasEntered() throws Exception {
            send(
                            "/admin/holidays",
                            Map.of(
                                    "holiday-office", "",
                                    "holiday-day", "third of October",
                                    "holiday-en", "",
                                    "holiday-de", "Feiertag"))
                    .andExpect(content().string(containsString("No office is chosen.")))
                    .andExpect(
                            content().string(containsString("“third of October” is not a date.")))
                    .andExpect(content().string(containsString("There is no English name.")))
                    .andExpect(content().string(containsString("href=\"#holiday-day\"")))
                    .andExpect(content().string(containsString("value=\"Feiertag\"")));
        }
    }

    @Nested
    class AMinimise {

        @Test
        void isShownAndInTheAudit() throws Exception {
            send(
                            "/admin/minimise",
                            Map.of(
                                    "minimise-office", "TIRANA",
                                    "minimise-from", "2041-01-01",
                                    "minimise-until", "2041-01-03",
                                    "minimise-reason", "The line is down."))
                    .andExpect(redirectedUrl("/admin/calendars?saved"));

            assertThat(offices.onMinimise(LocalDate.parse("2041-01-02")))
                    .contains(new OfficeCode("TIRANA"));
            assertThat(lastEntry().act()).isEqualTo("minimise.asked");
            assertThat(lastEntry().facts())
                    .containsEntry("from", "2041-01-01")
                    .containsEntry("until", "2041-01-03");
            open("/admin/calendars", "admin")
                    .andExpect(content().string(containsString("The line is down.")));
        }

        @Test
        void thatEndsBeforeItBeginsWithoutReasonByNoOfficeIsRefusedForAllThree() throws Exception {
            send(
                            "/admin/minimise",
                            Map.of(
                                    "minimise-office", "NOWHERE",
                                    "minimise-from", "2041-01-03",
                                    "minimise-until", "2041-01-01",
                                    "minimise-reason", " "))
                    .andExpect(content().string(containsString("DIR-002")))
                    .andExpect(content().string(containsString("DIR-005")))
                    .andExpect(content().string(containsString("DIR-008")))
                    .andExpect(content().string(containsString("href=\"#minimise-until\"")));
        }
    }

    @Nested
    class ACountryOffice {

        /// Who clears for New Zealand is asked by other tests too.
        @AfterEach
        void nobodyAnswersForNewZealand() {
            jdbc.sql("delete from directory.country_office where government = 'NZ'").update();
        }

        @Test
        void isNamedAndInTheAudit() throws Exception {
            send(
                            "/admin/country-offices",
                            Map.of("country-government", "NZ", "country-office", "EAP"))
                    .andExpect(redirectedUrl("/admin/offices?saved"));

            assertThat(lastEntry())
                    .extracting(AuditEntry::act, AuditEntry::objectId)
                    .containsExactly("country-office.named", "NZ");
            open("/admin/offices", "admin")
                    .andExpect(content().string(containsString("New Zealand")));
        }

        @Test
        void ofNoCountryAndNoOfficeIsRefusedForBoth() throws Exception {
            send(
                            "/admin/country-offices",
                            Map.of("country-government", "XX", "country-office", "NOWHERE"))
                    .andExpect(content().string(containsString("MEA-001")))
                    .andExpect(content().string(containsString("DIR-002")));
        }
    }

    @Nested
    class ACollective {

        @Test
        void isSetUpAndTakesInAMemberUntilADay() throws Exception {
            send(
                            "/admin/collectives",
                            Map.of(
                                    "collective-code", "PACIFIC",
                                    "collective-en", "Posts in the Pacific",
                                    "collective-de", "",
                                    "collective-keeper", "EAP"))
                    .andExpect(redirectedUrl("/admin/offices?saved"));
            assertThat(lastEntry())
                    .extracting(AuditEntry::act, AuditEntry::objectId)
                    .containsExactly("collective.kept", "PACIFIC");

            join("2041-12-31").andExpect(redirectedUrl("/admin/offices?saved"));
            assertThat(lastEntry().act()).isEqualTo("collective.joined");
            assertThat(members("2042-01-01")).isEmpty();

            join("").andExpect(redirectedUrl("/admin/offices?saved"));
            assertThat(members("2042-01-01")).containsExactly(new OfficeCode("CANBERRA"));
        }

        private ResultActions join(String until) throws Exception {
            return send(
                    "/admin/memberships",
                    Map.of(
                            "member-collective", "PACIFIC",
                            "member-office", "CANBERRA",
                            "member-from", "2041-01-01",
                            "member-until", until));
        }

        private java.util.List<OfficeCode> members(String day) {
            return offices.collective("PACIFIC", LocalDate.parse(day)).members();
        }

        @Test
        void withACodeInSmallLettersWithoutANameAndByNoOfficeIsRefusedForAllThree()
                throws Exception {
            send(
                            "/admin/collectives",
                            Map.of(
                                    "collective-code", "pacific ocean",
                                    "collective-en", "",
                                    "collective-keeper", "NOWHERE"))
                    .andExpect(content().string(containsString("DIR-009")))
                    .andExpect(content().string(containsString("DIR-010")))
                    .andExpect(content().string(containsString("DIR-002")));
        }

        @Test
        void thatIsNoneTakesNobodyIn() throws Exception {
            send(
                            "/admin/memberships",
                            Map.of(
                                    "member-collective", "NO-SUCH",
                                    "member-office", "NOWHERE",
                                    "member-from", "2041-02-01",
                                    "member-until", "2041-01-01"))
                    .andExpect(content().string(containsString("DIR-003")))
                    .andExpect(content().string(containsString("DIR-002")))
                    .andExpect(content().string(containsString("DIR-005")));
        }
    }
}
