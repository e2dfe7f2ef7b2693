// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.chancery.DatabaseTest;
import org.chancery.web.SignedInBrowser;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/// Measures on pages: the list of a day, the file, and the forms of the coders.
@DatabaseTest
class MeasurePagesTest {

    private final MockMvc web;

    MeasurePagesTest(MockMvc web) {
        this.web = web;
    }

    private MockHttpServletResponse open(String person, String path) throws Exception {
        return answer(SignedInBrowser.of(web, person).open(path));
    }

    private MockHttpServletResponse send(String person, String path, Map<String, String> form)
            throws Exception {
        return answer(SignedInBrowser.of(web, person).send(path, form));
    }

    private static MockHttpServletResponse answer(ResultActions actions) {
        return actions.andReturn().getResponse();
    }

    private static String text(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private static Map<String, String> good() {
        var form = new LinkedHashMap<String, String>();
        form.put("titleEn", "Rule of a page");
        form.put("jurisdiction", "DE");
        form.put("level", "NATIONAL");
        form.put("subject", "migration");
        form.put("area", "BORDER");
        form.put("tools", "BORDER_CHECK");
        form.put("instrument", "LAW");
        form.put("direction", "MORE_RESTRICTIVE");
        form.put("source-0", "Gazette of a page");
        form.put("sourceKind-0", "OFFICIAL");
        form.put("reference-0", "256");
        form.put("scheme-0", "GAZETTE");
        form.put("reference-1", "257");
        form.put("scheme-1", "GAZETTE");
        form.put("stage", "ADOPTED");
        form.put("stepDate", "2026-01-05");
        form.put("stepSource", "Gazette of a page");
        return form;
    }

    private String entered() throws Exception {
        var answer = send("berlin", "/measures", good());
        assertThat(answer.getStatus()).as(text(answer)).isEqualTo(302);
        return String.valueOf(answer.getHeader("Location"));
    }

    @Nested
    class TheList {

        @Test
        void showsWhatStoodOnTheDay() throws Exception {
            var page =
                    text(
                            open(
                                    "desk",
                                    "/measures?as-of=2025-06-15&standing=IN_FORCE&direction=MORE_RESTRICTIVE"
                                            + "&area=BORDER&instruction=I-25-0001"));

            assertThat(page).contains("/measures/PL-ASYLUM-LIMIT").doesNotContain("/measures/NL-");
        }

        @Test
        void isATableToKeep() throws Exception {
            var csv = open("desk", "/measures.csv?as-of=2025-06-15&government=PL");

            assertThat(csv.getContentType()).startsWith("text/csv");
            assertThat(text(csv))
                    .startsWith("Measure,Jurisdiction,Title,Stage,Date,Direction,Area")
                    .contains("PL-ASYLUM-LIMIT,PL,");
        }

        @Test
        void refusesSumsByTheRule() throws Exception {
            for (var path : new String[] {"/measures?rank=1", "/governments?sum=direction"}) {
                var answer = open("desk", path);

                assertThat(answer.getStatus()).as(path).isEqualTo(422);
                assertThat(text(answer))
                        .contains(
                                "MEA-005",
                                "Directions are relative to each state and cannot be added.");
            }
        }
    }

    @Nested
    class TheFile {

        @Test
        void showsStepsStageAndBothNumbersOfTheGazette() throws Exception {
            var page = text(open("desk", entered()));

            assertThat(page)
                    .contains(
                            "Rule of a page",
                            "Gazette numbers 256 and 257 are both recorded.",
                            "MEA-006",
                            "conflict");
        }

        @Test
        void isThereForALawOfTheExampleToo() throws Exception {
            var page = text(open("desk", "/measures/PL-ASYLUM-LIMIT?as-of=2025-11-21"));

            assertThat(page).contains("MEA-009", "Add the step EXTENDED or EXPIRED");
        }

        @Test
        void isNotThereForANameNobodyGave() throws Exception {
            assertThat(open("desk", "/measures/NOBODY").getStatus()).isEqualTo(404);
        }
    }

    @Nested
    class AFormWithMistakes {

        @Test
        void namesThemAllAndKeepsWhatWasTyped() throws Exception {
            var form = good();
            form.put("titleEn", "");
            form.put("area", "");
            form.put("direction", "");
            form.put("summaryEn", "Kept as typed");
            form.put("stepDate", "tomorrow");
            form.put("source-0", "");

            var page = text(send("berlin", "/measures", form));

            assertThat(page)
                    .contains("href=\"#titleEn\"", "href=\"#area\"", "href=\"#direction\"")
                    .contains("href=\"#stepDate\"", "href=\"#source-0\"", "Kept as typed")
                    .contains("MEA-002", "RPT-001", "INP-001");
        }

        @Test
        void ofAStepStaysOnTheFile() throws Exception {
            var place = entered();

            var page =
                    text(
                            send(
                                    "berlin",
                                    place + "/steps",
                                    Map.of(
                                            "stage", "PROPOSED",
                                            "stepDate", "2026-02-01",
                                            "stepSource", "Paper")));

            assertThat(page)
                    .contains("MEA-003", "ADOPTED on 2026-01-05 precedes PROPOSED on 2026-02-01.");
        }
    }

    @Nested
    class ACorrectionByForm {

        @Test
        void asksForItsReasonAndThenKeepsBothVersions() throws Exception {
            var place = entered();
            var form = good();
            form.put("version", "1");
            form.put("area", "EXIT");

            assertThat(text(send("berlin", place + "/correct", form)))
                    .contains(
                            "MEA-007",
                            "Did the government change it, or did we code it wrongly?",
                            "href=\"#reason\"");

            form.put("reason", "It is about exit.");
            assertThat(send("berlin", place + "/correct", form).getStatus()).isEqualTo(302);
            assertThat(text(open("desk", place)))
                    .contains("Version 2, corrected", "It is about exit.", "Version 1, entered");
        }

        @Test
        void ofAStepLeavesTheWrongOneReadable() throws Exception {
            var place = entered();
            var link =
                    java.util.regex.Pattern.compile("href=\"(" + place + "/steps/[^\"]+)\"")
                            .matcher(text(open("berlin", place)));
            assertThat(link.find()).isTrue();
            assertThat(text(open("berlin", link.group(1)))).contains("value=\"2026-01-05\"");

            var answer =
                    send(
                            "berlin",
                            link.group(1),
                            Map.of(
                                    "stage", "PROPOSED",
                                    "stepDate", "2026-01-07",
                                    "stepSource", "Gazette",
                                    "reason", "It was only proposed."));

            assertThat(answer.getStatus()).isEqualTo(302);
            assertThat(text(open("berlin", place))).contains("It was only proposed.");
        }
    }

    @Nested
    class ASecondCoding {

        @Test
        void isMadeWithoutSightOfTheFirstAndShownBesideIt() throws Exception {
            var place = entered();

            assertThat(text(open("desk", place + "/second-coding")))
                    .contains("without sight of the first coding")
                    .doesNotContain("selected");
            send(
                    "desk",
                    place + "/second-coding",
                    Map.of("area", "BORDER", "direction", "NEUTRAL"));

            assertThat(text(open("desk", place))).contains("Coded differently: tightens by BERLIN");
        }
    }

    @Nested
    class PagesOfCodebooks {

        @Test
        void showVocabulariesJurisdictionsAndTheWayIn() throws Exception {
            assertThat(text(open("desk", "/measures/vocabularies/trade")))
                    .contains("liberalising", "TARIFF_QUOTA");
            assertThat(text(open("desk", "/measures/jurisdictions"))).contains("European Union");
            assertThat(text(open("desk", "/measures/import")))
                    .contains("enctype=\"multipart/form-data\"");
            assertThat(open("legal", "/measures/import").getStatus()).isEqualTo(403);
        }

        @Test
        void registerAJurisdictionOnceItHasItsNames() throws Exception {
            assertThat(
                            text(
                                    send(
                                            "admin",
                                            "/measures/jurisdictions",
                                            Map.of("code", "XP", "region", "EUROPE"))))
                    .contains("MEA-001", "href=\"#en\"", "href=\"#de\"");

            send(
                    "admin",
                    "/measures/jurisdictions",
                    Map.of("code", "XP", "en", "Pageland", "de", "Seitenland", "region", "EUROPE"));

            assertThat(text(open("desk", "/measures/jurisdictions"))).contains("Pageland");
        }

        @Test
        void letAStageComeFirstWhereAProcedureSaysSo() throws Exception {
            send(
                    "admin",
                    "/measures/procedures",
                    Map.of(
                            "jurisdiction", "GR",
                            "earlier", "IN_FORCE",
                            "later", "ADOPTED",
                            "reason", "An act of legislative content applies at once."));

            assertThat(text(open("desk", "/measures/vocabularies/migration")))
                    .contains("An act of legislative content applies at once.");
        }
    }
}
