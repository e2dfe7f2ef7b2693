// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.tasking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.chancery.DatabaseTest;
import org.chancery.access.Accounts;
import org.chancery.cable.Cable;
import org.chancery.delivery.ReleasedCables;
import org.chancery.instruction.Instructions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What headquarters and a post see of an instruction, on its pages and over the API.
@DatabaseTest
@Import(ReleasedCables.class)
class InstructionPagesTest {

    private static final String EUROPEAN = "For European posts.";

    private final MockMvc web;
    private final ReleasedCables released;
    private final Instructions instructions;
    private final Accounts accounts;
    private final JsonMapper json;

    InstructionPagesTest(
            MockMvc web,
            ReleasedCables released,
            Instructions instructions,
            Accounts accounts,
            JsonMapper json) {
        this.web = web;
        this.released = released;
        this.instructions = instructions;
        this.accounts = accounts;
        this.json = json;
    }

    private static org.chancery.cable.Paragraph row(
            String role, String label, String text, Map<String, String> terms) {
        return ReleasedCables.row(role, label, text, terms);
    }

    private String given() {
        Cable cable =
                released.release(
                        List.of("BERLIN", "OTTAWA"),
                        List.of("PARIS"),
                        content ->
                                content.type("INSTRUCTION")
                                        .paragraphs(
                                                List.of(
                                                        row("OBJECTIVE", "", "Agree.", Map.of()),
                                                        row(
                                                                "CONTACT",
                                                                "",
                                                                "Desk of the test",
                                                                Map.of("office", "EUR")),
                                                        row("POINT", "P1", "For all.", Map.of()),
                                                        row(
                                                                "POINT",
                                                                "P2",
                                                                EUROPEAN,
                                                                Map.of("scope", "EUROPE")),
                                                        row("ASK", "A1", "Do it.", Map.of()),
                                                        row(
                                                                "REQUIREMENT",
                                                                "R1",
                                                                "Report it.",
                                                                Map.of(
                                                                        "form",
                                                                        "ASSESSMENT",
                                                                        "due",
                                                                        "2099-12-01")))),
                        Instant.now().minusSeconds(3600));
        return "/instructions/"
                + instructions
                        .of(cable.mrn(), released.actor("director").scope())
                        .orElseThrow()
                        .id();
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) {
        try {
            return web.perform(request).andReturn().getResponse();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private String page(String person, String address) {
        var answer = send(get(address).with(user(person)));
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        return body(answer);
    }

    private static String body(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse act(String person, String address, String... form) {
        var request = post(address).with(user(person)).with(csrf());
        for (int i = 0; i < form.length; i += 2) {
            request.param(form[i], form[i + 1]);
        }
        return send(request);
    }

    private MockHttpServletResponse api(String person, MockHttpServletRequestBuilder request) {
        return send(request.header("Authorization", "Bearer " + accounts.issueToken(person)));
    }

    private JsonNode read(String person, String address) {
        var answer = api(person, get("/api/v1" + address));
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        return json.readTree(body(answer));
    }

    private MockHttpServletResponse write(String person, String address, Map<String, ?> input) {
        return api(
                person,
                post("/api/v1" + address)
                        .contentType("application/json")
                        .content(json.writeValueAsString(input)));
    }

    private void assertRefused(
            MockHttpServletResponse page,
            MockHttpServletResponse api,
            String code,
            String detail,
            String mend) {
        assertThat(body(page)).contains(code, detail, mend);
        var problem = json.readTree(body(api)).get("problems").get(0);
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("detail").asString()).isEqualTo(detail);
        assertThat(problem.get("mend").asString()).isEqualTo(mend);
    }

    @Nested
    class EveryView {

        @Test
        void opensForHeadquartersAndForAPost() {
            var at = given();
            for (var person : List.of("desk", "berlin", "ottawa")) {
                for (var view :
                        List.of(
                                "",
                                "/points",
                                "/asks",
                                "/responses",
                                "/reports",
                                "/questions",
                                "/package",
                                "/package/print")) {
                    assertThat(page(person, at + view)).contains("</html>");
                }
            }
        }

        @Test
        void ofTheWorkedExampleOpens() {
            for (var view : List.of("", "/points", "/asks", "/questions", "/package?post=berlin")) {
                assertThat(page("desk", "/instructions/I-25-0001" + view)).contains("I-25-0001");
            }
        }
    }

    /// domain-cables 5.6, check 7
    @Nested
    class APointForEurope {

        @Test
        void isAbsentFromThePackageOfCanberraOnPageApiAndPrint() {
            var at = given();
            for (var view : List.of("", "/points", "/package", "/package/print")) {
                assertThat(page("ottawa", at + view)).doesNotContain(EUROPEAN);
                assertThat(page("berlin", at + view)).contains(EUROPEAN);
            }
            for (var view : List.of("", "/packages/OTTAWA")) {
                assertThat(read("ottawa", at + view).toString())
                        .contains("For all.")
                        .doesNotContain(EUROPEAN);
            }
            assertThat(read("desk", at + "/packages/OTTAWA").toString()).doesNotContain(EUROPEAN);
            assertThat(read("desk", at + "/packages/BERLIN").toString()).contains(EUROPEAN);
        }

        @Test
        void cannotBeWordedByCanberra() {
            var at = given();
            assertThat(act("ottawa", at + "/points/P2/wording", "text", "Ours.").getContentType())
                    .startsWith("text/html");
            assertThat(
                            write(
                                            "ottawa",
                                            at + "/wordings",
                                            Map.of("point", "P2", "text", "Ours."))
                                    .getStatus())
                    .isEqualTo(404);
        }
    }

    @Nested
    class ThePackageOfAnotherPost {

        @Test
        void isNotThere() {
            var at = given();
            assertThat(send(get(at + "/package?post=BERLIN").with(user("ottawa"))).getStatus())
                    .isEqualTo(404);
            assertThat(api("ottawa", get("/api/v1" + at + "/packages/BERLIN")).getStatus())
                    .isEqualTo(404);
        }
    }

    @Nested
    class AWording {

        @Test
        void standsBesideTheOriginalAndTheNewestCounts() {
            var at = given();
            act("berlin", at + "/points/P1/wording", "text", "Our first.");
            assertThat(
                            write(
                                            "berlin",
                                            at + "/wordings",
                                            Map.of("point", "P1", "text", "Our second."))
                                    .getStatus())
                    .isEqualTo(201);

            for (var person : List.of("berlin", "desk")) {
                assertThat(page(person, at + "/package?post=BERLIN"))
                        .contains("For all.", "Our second.")
                        .doesNotContain("Our first.");
                assertThat(read(person, at + "/wordings?office=BERLIN").get("items"))
                        .hasSize(1)
                        .allMatch(w -> w.get("text").asString().equals("Our second."));
            }
        }

        @Test
        void isNotShownToOtherPosts() {
            var at = given();
            act("berlin", at + "/points/P1/wording", "text", "Our own.");

            assertThat(read("ottawa", at + "/wordings?office=BERLIN").get("items")).isEmpty();
        }

        @Test
        void needsText() {
            var at = given();
            assertRefused(
                    act("berlin", at + "/points/P1/wording", "text", " "),
                    write("berlin", at + "/wordings", Map.of("point", "P1", "text", " ")),
                    "TSK-014",
                    "The wording of P1 has no text.",
                    "Write how you will say it.");
        }
    }

    @Nested
    class Coverage {

        @Test
        void showsAPostItsOwnRowWholeAndOfOthersOnlyWhetherTheyDelivered() {
            var at = given();
            deliver(at);

            var rows = read("ottawa", at + "/coverage").get("rows");
            assertThat(rows)
                    .anySatisfy(
                            row -> {
                                assertThat(row.get("office").asString()).isEqualTo("BERLIN");
                                assertThat(row.get("delivered").asBoolean()).isTrue();
                                assertThat(row.get("tasks")).isEmpty();
                                assertThat(row.get("demarche").isNull()).isTrue();
                            })
                    .anySatisfy(
                            row -> {
                                assertThat(row.get("office").asString()).isEqualTo("OTTAWA");
                                assertThat(row.get("delivered").asBoolean()).isFalse();
                                assertThat(row.get("tasks").get("R1").asString()).isEqualTo("OPEN");
                            });
            assertThat(page("ottawa", at))
                    .contains("Of other posts you see whether they have delivered")
                    .doesNotContain("Director for Europe");
            assertThat(page("desk", at)).contains("Director for Europe");
        }

        @Test
        void isATableToKeepWithWhatTheReaderSees() {
            var at = given();
            deliver(at);

            assertThat(page("desk", at + ".csv"))
                    .startsWith("post,government,status,delivered,to,points made,points,A1,R1,due")
                    .contains("BERLIN,DE,DELIVERED", "Director for Europe");
            assertThat(page("ottawa", at + ".csv"))
                    .contains("BERLIN,DE,DELIVERED,,,,,,,")
                    .doesNotContain("Director for Europe");
        }

        private void deliver(String at) {
            var answer =
                    act(
                            "berlin",
                            at + "/demarches",
                            "key",
                            "coverage" + at,
                            "government",
                            "DE",
                            "deliveredAt",
                            LocalDateTime.now(ZoneId.of("Europe/Berlin"))
                                    .withSecond(0)
                                    .withNano(0)
                                    .toString(),
                            "form",
                            "MEETING",
                            "ministry",
                            "FOREIGN",
                            "function",
                            "Director for Europe",
                            "level",
                            "DIRECTOR",
                            "language",
                            "en",
                            "point-P1",
                            "on",
                            "point-P2",
                            "on",
                            "response-A1",
                            "ACCEPTED",
                            "words-A1",
                            "We agree.");
            assertThat(answer.getStatus()).isEqualTo(302);
        }
    }
}
