// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.brief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.chancery.DatabaseTest;
import org.chancery.access.Accounts;
import org.chancery.web.SentForm;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.util.LinkedMultiValueMap;
import tools.jackson.databind.json.JsonMapper;

/// Making, listing and opening briefs, by form and by API.
@DatabaseTest
class BriefPagesTest {

    private static final String FORM = "/briefs/new?for=de&instruction=I-25-0001&as-of=2025-12-01";

    private final MockMvc web;
    private final Accounts accounts;
    private final JsonMapper json;

    BriefPagesTest(MockMvc web, Accounts accounts, JsonMapper json) {
        this.web = web;
        this.accounts = accounts;
        this.json = json;
    }

    private String page(String person, String path) throws Exception {
        return web.perform(get(path).with(user(person)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private MvcResult send(LinkedMultiValueMap<String, String> form) throws Exception {
        return web.perform(post("/briefs").with(user("desk")).with(csrf()).params(form))
                .andReturn();
    }

    private String made(LinkedMultiValueMap<String, String> form) throws Exception {
        var to = Objects.requireNonNull(send(form).getResponse().getRedirectedUrl());
        assertThat(to).startsWith("/briefs?made=B-");
        return to.substring(to.indexOf('=') + 1);
    }

    @Nested
    class TheForm {

        @Test
        void showsThePaperAndItsMarkingBeforeAnythingIsMade() throws Exception {
            assertThat(page("desk", FORM))
                    .contains("Marking will be <b>Sensitive but unclassified</b>")
                    .contains("EXERCISE MIGRATION 2025 · Sensitive but unclassified")
                    .contains("<h2>Germany: ")
                    .contains("Position per ask")
                    .contains("id=\"n1\"");
        }

        @Test
        void namesEachFieldAndOffersOnlyLevelsOfTheMaker() throws Exception {
            var page = page("desk", FORM);

            for (var field :
                    new String[] {
                        "instruction", "for", "as-of", "known-at", "compare", "language", "level"
                    }) {
                assertThat(page).contains("<label for=\"" + field + "\">");
            }
            assertThat(page).contains("value=\"TOP-SECRET\"");
        }

        @Test
        void saysEverythingThatIsWrongAndKeepsWhatWasFilledIn() throws Exception {
            var form = new LinkedMultiValueMap<String, String>();
            form.add("filled", "1");
            form.add("instruction", "I-25-0001");
            form.add("as-of", "2999-01-01");
            form.add("known-at", "yesterday");
            form.add("level", "COSMIC");
            form.add("compare", "NOTHING:1 NOTHING:2");
            var page = send(form).getResponse().getContentAsString();

            assertThat(page)
                    .contains("“2999-01-01” is still to come.")
                    .contains("BRF-005")
                    .contains("INP-001")
                    .contains("BRF-001")
                    .contains("The brief has no part.")
                    .contains("Choose at least one part.")
                    .contains("The brief has no format.")
                    .contains("BRF-006")
                    .contains("value=\"yesterday\"")
                    .contains("NOTHING:1 NOTHING:2</textarea>");
        }

        @Test
        void isRefusedToWhoeverMayNotMakeBriefs() throws Exception {
            web.perform(get(FORM).with(user("berlin"))).andExpect(status().isForbidden());
        }

        @Test
        void ofAnInstructionThatIsNotThereIsNotFound() throws Exception {
            web.perform(get("/briefs/new?instruction=I-25-9999").with(user("desk")))
                    .andExpect(status().isNotFound());
        }
    }

    @Nested
    class ABriefMadeByTheForm {

        @Test
        void isListedForItsOfficeAndOpensAsWhatItIs() throws Exception {
            var form = SentForm.of(page("desk", FORM), "brief");
            form.add("formats", "DOCX");
            form.add("formats", "HTML");
            var number = made(form);

            assertThat(page("desk", "/briefs?made=" + number))
                    .contains(number + " is made and kept.")
                    .contains("/briefs/" + number + ".pdf");
            opens(number, "pdf", "application/pdf");
            opens(number, "html", "text/html");
            opens(number, "json", "application/json");
            opens(number, "csv", "text/csv");
            assertThat(page("legal", "/briefs")).doesNotContain(number);
            web.perform(get("/briefs/" + number + ".pdf").with(user("legal")))
                    .andExpect(status().isNotFound());
        }

        private void opens(String number, String ending, String type) throws Exception {
            web.perform(get("/briefs/" + number + "." + ending).with(user("desk")))
                    .andExpect(status().isOk())
                    .andExpect(content().contentTypeCompatibleWith(type))
                    .andExpect(
                            header().string(
                                            "Content-Disposition",
                                            "attachment; filename=\""
                                                    + number
                                                    + "."
                                                    + ending
                                                    + "\""));
        }

        @Test
        void asAWebPageFetchesAndRunsNothing() throws Exception {
            var form = SentForm.of(page("desk", FORM), "brief");
            form.set("formats", "HTML");
            var number = made(form);
            var file = page("desk", "/briefs/" + number + ".html");

            assertThat(file)
                    .startsWith("<!doctype html>")
                    .contains("lang=\"en\"")
                    .doesNotContain("<script")
                    .doesNotContain("<link")
                    .doesNotContain("<img")
                    .doesNotContain("url(");
            assertThat(Pattern.compile("<h1>").matcher(file).results().count()).isEqualTo(1);
            web.perform(get("/briefs/" + number + ".pdf").with(user("desk")))
                    .andExpect(status().isNotFound());
        }

        @Test
        void standsInTheListAsAFile() throws Exception {
            var number = made(SentForm.of(page("desk", FORM), "brief"));

            assertThat(page("desk", "/briefs.csv")).contains(number);
            var bytes =
                    web.perform(get("/briefs.xlsx").with(user("desk")))
                            .andReturn()
                            .getResponse()
                            .getContentAsByteArray();
            try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
                assertThat(workbook.getSheetAt(0).getRow(1).getCell(0).getStringCellValue())
                        .startsWith("B-");
            }
        }
    }

    @Nested
    class ByTheApi {

        private static final String ORDER =
                """
                {"instruction":"I-25-0001","government":"DE","asOf":"2025-12-01","language":"de",
                 "parts":["STATE","POSITIONS"],"formats":["pdf"],
                 "comparisons":["US_REFUGEE_CEILING:FY2026 US_REFUGEE_ADMITTED:FY2024"]}
                """;

        private String token(String person) {
            return "Bearer " + accounts.issueToken(person);
        }

        @Test
        void aBriefIsMadeListedAndOpened() throws Exception {
            var token = token("analyst");
            var answer =
                    web.perform(
                                    post("/api/v1/briefs")
                                            .header("Authorization", token)
                                            .contentType("application/json")
                                            .content(ORDER))
                            .andExpect(status().isCreated())
                            .andExpect(jsonPath("$.level").value("SBU"))
                            .andExpect(jsonPath("$.files[0].ending").value("pdf"))
                            .andReturn()
                            .getResponse()
                            .getContentAsString();
            var number = json.readTree(answer).path("number").asString("");

            web.perform(get("/api/v1/briefs/" + number).header("Authorization", token))
                    .andExpect(jsonPath("$.government").value("DE"));
            web.perform(get("/api/v1/briefs").header("Authorization", token))
                    .andExpect(jsonPath("$.items[?(@.number=='" + number + "')]").exists());
            web.perform(
                            get("/api/v1/briefs/" + number + "/files/json")
                                    .header("Authorization", token))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.filter.government").value("DE"));
            web.perform(get("/api/v1/briefs/" + number).header("Authorization", token("desk")))
                    .andExpect(status().isNotFound());
        }

        @Test
        void mistakesAreProblemsWithCodeAndMend() throws Exception {
            web.perform(
                            post("/api/v1/briefs")
                                    .header("Authorization", token("desk"))
                                    .contentType("application/json")
                                    .content("{\"instruction\":\"I-25-0001\"}"))
                    .andExpect(status().is(422))
                    .andExpect(jsonPath("$.problems[?(@.code=='BRF-003')].mend").exists())
                    .andExpect(jsonPath("$.problems[?(@.code=='BRF-004')].mend").exists());
        }
    }
}
