// SPDX-License-Identifier: Apache-2.0
package org.chancery.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.chancery.DatabaseTest;
import org.chancery.access.Accounts;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;

@DatabaseTest
class DraftsApiTest {

    private final MockMvc web;
    private final JsonMapper json;
    private final String desk;
    private final String berlin;

    DraftsApiTest(MockMvc web, JsonMapper json, Accounts accounts) {
        this.web = web;
        this.json = json;
        this.desk = "Bearer " + accounts.issueToken("desk");
        this.berlin = "Bearer " + accounts.issueToken("berlin");
    }

    private ResultActions send(MockHttpServletRequestBuilder request, String body)
            throws Exception {
        return web.perform(
                request.header("Authorization", desk)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body));
    }

    private String started(String body) throws Exception {
        var answer =
                send(post("/api/v1/drafts"), body)
                        .andExpect(status().isCreated())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        return "/api/v1/drafts/" + json.readTree(answer).get("id").asString();
    }

    @Nested
    class AStartedDraft {

        @Test
        void isBlankWhereNothingIsSaidAndCarriesWhatTheRulesSay() throws Exception {
            var draft = started("{}");

            send(get(draft), "")
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.version").value(1))
                    .andExpect(jsonPath("$.state").value("WRITING"))
                    .andExpect(jsonPath("$.banner").value("SBU"))
                    .andExpect(jsonPath("$.content.type").value("CABLE"))
                    .andExpect(jsonPath("$.checks[*].code").value(hasItem("MSG-002")));
            send(get(draft + "/checks"), "")
                    .andExpect(jsonPath("$.items[?(@.code=='MSG-002')].field").value("subject"))
                    .andExpect(jsonPath("$.items[?(@.code=='MSG-002')].weight").value("BLOCKS"));
        }

        @Test
        void isSaidInTheLanguageOfTheCaller() throws Exception {
            web.perform(
                            get(started("{}") + "/checks")
                                    .header("Authorization", desk)
                                    .header("Accept-Language", "de"))
                    .andExpect(
                            jsonPath("$.items[?(@.code=='MSG-002')].detail")
                                    .value("Ein Betreff ist nötig."));
        }

        @Test
        void isNotThereForAnotherOffice() throws Exception {
            web.perform(get(started("{}")).header("Authorization", berlin))
                    .andExpect(status().isNotFound())
                    .andExpect(jsonPath("$.code").value("ACC-001"));
        }
    }

    @Nested
    class AChange {

        @Test
        void keepsWhatIsLeftOut() throws Exception {
            var draft = started("{\"subject\": \"One\", \"topics\": [\"SMIG\"]}");

            send(put(draft + "?version=1"), "{\"subject\": \"Two\"}")
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.version").value(2))
                    .andExpect(jsonPath("$.content.subject").value("Two"))
                    .andExpect(jsonPath("$.content.topics[0]").value("SMIG"));
        }

        @Test
        void ofAnOlderVersionIsRefused() throws Exception {
            var draft = started("{\"subject\": \"One\"}");
            send(put(draft + "?version=1"), "{\"subject\": \"Two\"}").andExpect(status().isOk());

            send(put(draft + "?version=1"), "{\"subject\": \"Three\"}")
                    .andExpect(status().isConflict())
                    .andExpect(jsonPath("$.code").value("INP-006"));
            send(get(draft), "").andExpect(jsonPath("$.content.subject").value("Two"));
        }

        @Test
        void reportsEverythingThatCannotBeRead() throws Exception {
            send(
                            put(started("{}") + "?version=1"),
                            """
                            {"timing": {"replyBy": "noon"}, "colour": "red",
                             "addresses": [{"target": "BERLIN", "role": "COPY"}],
                             "paragraphs": [{"role": "VERSE", "text": "x"}],
                             "references": [{"number": "26 STATE 1", "relation": "LIKES"}, {}]}
                            """)
                    .andExpect(status().is(422))
                    .andExpect(
                            jsonPath("$.problems[*].code")
                                    .value(
                                            containsInAnyOrder(
                                                    "INP-001", "INP-004", "INP-004", "INP-004",
                                                    "INP-004", "INP-003")));
        }
    }

    @Nested
    class AListWithNothingInAPlace {

        @Test
        void isMalformedAndNotOurFault() throws Exception {
            for (var body :
                    java.util.List.of(
                            "{\"captions\": [null]}",
                            "{\"paragraphs\": [null]}",
                            "{\"paragraphs\": [{\"terms\": {\"due\": null}}]}")) {
                send(post("/api/v1/drafts"), body)
                        .andExpect(status().isBadRequest())
                        .andExpect(jsonPath("$.code").value("REQ-001"));
            }
        }
    }

    @Nested
    class AnAcknowledgement {

        @Test
        void isTheApproversAlone() throws Exception {
            send(
                            post(started("{}") + "/acknowledge?version=1"),
                            "{\"paragraph\": \"00000000-0000-0000-0000-000000000001\","
                                    + " \"code\": \"CLM-006\"}")
                    .andExpect(status().isForbidden())
                    .andExpect(jsonPath("$.code").value("ACC-006"));
        }

        @Test
        void namesRowAndRule() throws Exception {
            send(post(started("{}") + "/acknowledge?version=1"), "{}")
                    .andExpect(status().is(422))
                    .andExpect(jsonPath("$.code").value("INP-003"));
        }
    }

    @Nested
    class ADraftGivenUp {

        @Test
        void staysOnRecordAndCannotBeChanged() throws Exception {
            var draft = started("{}");
            send(delete(draft + "?version=1"), "").andExpect(status().isNoContent());

            send(get(draft), "").andExpect(jsonPath("$.state").value("DISCARDED"));
            send(put(draft + "?version=1"), "{\"subject\": \"Late\"}")
                    .andExpect(status().isConflict())
                    .andExpect(jsonPath("$.code").value("MSG-001"));
            var open =
                    send(get("/api/v1/drafts"), "").andReturn().getResponse().getContentAsString();
            assertThat(open).doesNotContain(draft.substring(draft.lastIndexOf('/') + 1));
        }
    }
}
