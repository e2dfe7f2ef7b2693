// SPDX-License-Identifier: Apache-2.0
package org.chancery.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.position.Desk.position;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.chancery.DatabaseTest;
import org.chancery.access.Accounts;
import org.chancery.engagement.AskResponse;
import org.chancery.position.Desk;
import org.chancery.position.PositionInput;
import org.chancery.position.Positions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The picture over the API by both clocks, and what a reader without access sees of it: nothing.
@DatabaseTest
@Import(Desk.class)
class PicturesApiTest {

    private static final String BOARD = "/board/I-25-0001";

    private final Desk desk;
    private final Positions positions;
    private final Accounts accounts;
    private final MockMvc web;
    private final JsonMapper json;
    private final Clock clock;

    PicturesApiTest(
            Desk desk,
            Positions positions,
            Accounts accounts,
            MockMvc web,
            JsonMapper json,
            Clock clock) {
        this.desk = desk;
        this.positions = positions;
        this.accounts = accounts;
        this.web = web;
        this.json = json;
        this.clock = clock;
    }

    private MvcResult answer(String signIn, String address) throws Exception {
        return web.perform(
                        get("/api/v1" + address)
                                .header("Authorization", "Bearer " + accounts.issueToken(signIn)))
                .andReturn();
    }

    private String text(String signIn, String address) throws Exception {
        var answer = answer(signIn, address).getResponse();
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        return answer.getContentAsString(UTF_8);
    }

    private JsonNode read(String address) throws Exception {
        return json.readTree(text("desk", address));
    }

    private void enter(String government, String... changed) {
        positions.enter(
                new PositionInput(position(government, changed)).position(), desk.actor("desk"));
    }

    /// Step in the lane of words on A1, `absent` where the government is not on the board.
    private String word(String government, String query) throws Exception {
        return read(BOARD + query)
                .get("rows")
                .valueStream()
                .filter(row -> row.get("government").asString().equals(government))
                .map(row -> row.get("cells").get("A1").get("word").get("step").asString())
                .findFirst()
                .orElse("absent");
    }

    /// What was known before now, and what is known from now on.
    private record Then(Instant moment) {
        String query(String asOf) {
            return "?asOf=" + asOf + "&knownAt=" + moment;
        }
    }

    @Nested
    class TheBoard {

        @Test
        void isAsItStoodOnTheDay() throws Exception {
            enter("GY", "asOf", "2026-01-10");
            enter("GY", "asOf", "2026-02-10", "step", "LEANS_OPPOSE");

            assertThat(word("GY", "?asOf=2026-01-09")).isEqualTo("absent");
            assertThat(word("GY", "?asOf=2026-01-10")).isEqualTo("NON_COMMITTAL");
            assertThat(word("GY", "?asOf=2026-02-10")).isEqualTo("LEANS_OPPOSE");
        }

        @Test
        void isAsFarAsItWasKnown() throws Exception {
            var before = new Then(clock.instant());
            enter("PY", "asOf", "2026-01-10");

            assertThat(word("PY", before.query("2026-01-31"))).isEqualTo("absent");
            assertThat(word("PY", "?asOf=2026-01-31")).isEqualTo("NON_COMMITTAL");
        }

        @Test
        void saysWhichFieldCannotBeRead() throws Exception {
            for (var field : new String[] {"asOf", "knownAt"}) {
                var answer = answer("desk", BOARD + "?" + field + "=soon");
                assertThat(answer.getResponse().getStatus()).isEqualTo(422);
                var body = json.readTree(answer.getResponse().getContentAsString(UTF_8));
                assertThat(body.get("problems").get(0).get("field").asString()).isEqualTo(field);
            }
        }

        @Test
        void isNeverAddedUpOverGovernments() throws Exception {
            assertThat(desk.codes(answer("desk", BOARD + "?aggregate=mean")))
                    .containsExactly("MEA-005");
        }
    }

    @Nested
    class Changes {

        @Test
        void giveOldAndNewSinceADayAsFarAsKnown() throws Exception {
            enter("BO", "asOf", "2026-01-10");
            var before = new Then(clock.instant());
            enter("BO", "asOf", "2026-02-10", "step", "LEANS_SUPPORT");
            var since = "&since=2026-01-31";

            var changed =
                    read(BOARD + "/changes?asOf=2026-02-28" + since)
                            .get("items")
                            .valueStream()
                            .filter(change -> change.get("government").asString().equals("BO"))
                            .toList();
            assertThat(changed).hasSize(1);
            assertThat(changed.getFirst().get("before").get("step").asString())
                    .isEqualTo("NON_COMMITTAL");
            assertThat(changed.getFirst().get("now").get("step").asString())
                    .isEqualTo("LEANS_SUPPORT");
            assertThat(text("desk", BOARD + "/changes" + before.query("2026-02-28") + since))
                    .doesNotContain("\"BO\"");
        }
    }

    @Nested
    class Compared {

        @Test
        void twoGovernmentsStandSideBySideByBothClocks() throws Exception {
            var before = new Then(clock.instant());
            enter("PE", "asOf", "2026-01-10", "step", "LEANS_SUPPORT");
            enter("EC", "asOf", "2026-01-10", "step", "LEANS_OPPOSE");
            var sides = "&left=PE&right=ec";

            var line = read(BOARD + "/compare?asOf=2026-01-31" + sides).get("items").get(0);
            assertThat(line.get("left").get("step").asString()).isEqualTo("LEANS_SUPPORT");
            assertThat(line.get("right").get("step").asString()).isEqualTo("LEANS_OPPOSE");
            assertThat(line.get("apart").asBoolean()).isTrue();

            var then =
                    read(BOARD + "/compare" + before.query("2026-01-31") + sides)
                            .get("items")
                            .get(0);
            assertThat(then.get("left").get("step").asString()).isEqualTo("UNKNOWN");
            assertThat(then.get("apart").asBoolean()).isFalse();
        }
    }

    @Nested
    class TheTimeline {

        @Test
        void tellsWhatHadHappenedByTheDayAndWasKnown() throws Exception {
            var before = new Then(clock.instant());
            enter("CO", "asOf", "2026-01-10");
            var lane = "/governments/co/timeline";

            assertThat(text("desk", lane + "?asOf=2026-01-31")).contains("NON_COMMITTAL");
            assertThat(text("desk", lane + "?asOf=2026-01-09")).doesNotContain("NON_COMMITTAL");
            assertThat(text("desk", lane + before.query("2026-01-31")))
                    .doesNotContain("NON_COMMITTAL");
        }
    }

    @Nested
    class Coverage {

        private String outcome(String query) throws Exception {
            return read(BOARD + "/coverage" + query)
                    .get("rows")
                    .valueStream()
                    .filter(row -> row.get("government").asString().equals("IE"))
                    .map(row -> row.get("outcome").asString())
                    .findFirst()
                    .orElseThrow();
        }

        @Test
        void countsADeliveryFromTheMomentItIsOnRecord() throws Exception {
            var before = new Then(clock.instant());
            desk.deliver(desk.officer("DUBLIN"), "IE", AskResponse.Code.TOOK_NOTE);

            assertThat(outcome("?asOf=2999-01-01")).isEqualTo("DELIVERED");
            assertThat(outcome(before.query("2999-01-01"))).isNotEqualTo("DELIVERED");
            assertThat(outcome("?asOf=2025-12-01")).isNotEqualTo("DELIVERED");
        }
    }

    @Nested
    class AReaderWithoutAccess {

        @Test
        void seesNoTraceOfWhatAnotherPostWasTold() throws Exception {
            var routes =
                    Map.of(
                            "board", BOARD + "?asOf=2027-01-01",
                            "changes", BOARD + "/changes?since=2025-01-01&asOf=2027-01-01",
                            "compare", BOARD + "/compare?left=LI&right=DE&asOf=2027-01-01",
                            "timeline", "/governments/li/timeline?asOf=2027-01-01",
                            "cell", "/positions?instruction=I-25-0001&government=LI&ask=A1");
            var before = new java.util.HashMap<String, String>();
            for (var route : routes.entrySet()) {
                before.put(route.getKey(), text("berlin", route.getValue()));
            }
            desk.deliver(desk.officer("BERN"), "LI", AskResponse.Code.DECLINED);

            for (var route : routes.entrySet()) {
                assertThat(text("berlin", route.getValue()))
                        .as(route.getKey())
                        .isEqualTo(before.get(route.getKey()));
            }
            assertThat(text("desk", routes.get("timeline"))).contains("LEANS_OPPOSE");
        }

        @Test
        void isToldTheSameOfAnInstructionThatIsNotThere() throws Exception {
            for (var route : new String[] {"", "/coverage", "/compare?left=DE&right=FR"}) {
                assertThat(answer("berlin", "/board/I-99-9999" + route).getResponse().getStatus())
                        .isEqualTo(404);
            }
        }
    }
}
