// SPDX-License-Identifier: Apache-2.0
package org.chancery.clearance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.chancery.DatabaseTest;
import org.chancery.MovableClock;
import org.chancery.access.Accounts;
import org.chancery.access.Actor;
import org.chancery.cable.DraftId;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.draft.Draft;
import org.chancery.draft.Drafts;
import org.chancery.kernel.Problem;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

/// Silence gives a clearance only where the policy allows it and nobody objects (CLR-006, acceptance
/// check 14).
@DatabaseTest
@Import(MovableClock.Time.class)
class SilenceTest {

    private static final OfficeCode WHA = new OfficeCode("WHA");
    private static final OfficeCode EAP = new OfficeCode("EAP");

    private final Scene scene;
    private final Drafts drafts;
    private final Clearances clearances;
    private final MovableClock clock;
    private final Actor desk;
    private final Actor wha;

    SilenceTest(
            MockMvc web,
            Drafts drafts,
            Clearances clearances,
            Accounts accounts,
            Offices offices,
            MovableClock clock) {
        this.scene = new Scene(web, drafts, accounts, offices);
        this.drafts = drafts;
        this.clearances = clearances;
        this.clock = clock;
        this.desk = scene.actor("desk");
        this.wha = scene.actor("wha");
    }

    /// Asks two offices; silence for two days gives their clearances.
    private Draft silentForTwoDays(boolean ordered) {
        var draft = scene.circular();
        return clearances.send(
                draft.id(),
                1,
                new Asking(
                        List.of(WHA, EAP),
                        ordered,
                        clock.instant().plus(Duration.ofHours(48)),
                        List.of()),
                desk);
    }

    private Chain chain(DraftId id) {
        return clearances.chain(drafts.get(id, desk.scope()));
    }

    private Clearance.Answer answer(DraftId id, OfficeCode office) {
        return chain(id).step(office).orElseThrow().answer();
    }

    @Nested
    class WhenItIsAskedFor {

        @Test
        void theTypeMustAllowIt() throws Exception {
            var draft = scene.instruction();
            var refusal = Problem.of(ClearanceRefusal.SILENCE_NOT_ALLOWED, "INSTRUCTION");

            Scene.assertRefused(
                    scene.form(
                            "desk",
                            draft.id(),
                            "send",
                            "offices",
                            "WHA",
                            "silentUntil",
                            "2030-01-15T12:00"),
                    refusal);
            Scene.assertRefused(
                    scene.api(
                            "desk",
                            draft.id(),
                            "clearance",
                            "\"offices\":[\"WHA\"],\"silentUntil\":\"2030-01-15T12:00:00Z\""),
                    refusal);
        }

        @Test
        void thePeriodMustBeLongEnough() throws Exception {
            var draft = scene.circular();
            var soon = clock.instant().plus(Duration.ofHours(23));
            var refusal = Problem.of(ClearanceRefusal.SILENCE_TOO_SHORT, 24);

            Scene.assertRefused(
                    scene.form(
                            "desk",
                            draft.id(),
                            "send",
                            "offices",
                            "WHA",
                            "silentUntil",
                            "2026-11-24T12:00"),
                    refusal);
            Scene.assertRefused(
                    scene.api(
                            "desk",
                            draft.id(),
                            "clearance",
                            "\"offices\":[\"WHA\"],\"silentUntil\":\"" + soon + "\""),
                    refusal);
            assertThat(refusal.detail()).isEqualTo("Silence period must be at least 24 h.");
        }
    }

    @Nested
    class AtTheDeadline {

        @Test
        void silenceGivesTheClearanceAndNotBefore() {
            var draft = silentForTwoDays(false);
            clock.move(Duration.ofHours(47));
            clearances.grantSilence();
            assertThat(answer(draft.id(), WHA)).isEqualTo(Clearance.Answer.ASKED);

            clock.move(Duration.ofHours(1));
            clearances.grantSilence();

            assertThat(answer(draft.id(), WHA)).isEqualTo(Clearance.Answer.SILENT);
            assertThat(chain(draft.id()).stage()).isEqualTo(Stage.CLEARED);
        }

        @Test
        void nothingIsGivenIfSomebodyObjected() {
            var draft = silentForTwoDays(false);
            clearances.object(draft.id(), 1, "Not now.", wha);

            clock.move(Duration.ofHours(49));
            clearances.grantSilence();

            assertThat(answer(draft.id(), WHA)).isEqualTo(Clearance.Answer.OBJECTED);
            assertThat(answer(draft.id(), EAP)).isEqualTo(Clearance.Answer.ASKED);
        }

        @Test
        void twoServersGiveItOnce() throws Exception {
            var draft = silentForTwoDays(false);
            clock.move(Duration.ofHours(48));

            try (var servers = Executors.newFixedThreadPool(4)) {
                var ticks =
                        IntStream.range(0, 8)
                                .mapToObj(n -> Executors.callable(clearances::grantSilence))
                                .toList();
                for (var tick : servers.invokeAll(ticks)) {
                    tick.get();
                }
            }
            clearances.grantSilence();

            assertThat(chain(draft.id()).events())
                    .filteredOn(event -> event.kind() == ClearanceEvent.Kind.SILENT)
                    .hasSize(2);
        }

        @Test
        void whoIsAskedLaterHasTheWholePeriod() {
            var draft = silentForTwoDays(true);

            clock.move(Duration.ofHours(48));
            clearances.grantSilence();

            assertThat(answer(draft.id(), WHA)).isEqualTo(Clearance.Answer.SILENT);
            var second = chain(draft.id()).step(EAP).orElseThrow();
            assertThat(second.answer()).isEqualTo(Clearance.Answer.ASKED);
            assertThat(second.silentUntil()).isEqualTo(clock.instant().plus(Duration.ofHours(24)));
        }

        @Test
        void aDraftTakenBackIsGivenNothing() {
            var draft = silentForTwoDays(false);
            clearances.withdraw(draft.id(), 1, desk);

            clock.move(Duration.ofHours(48));
            clearances.grantSilence();

            assertThat(answer(draft.id(), WHA)).isEqualTo(Clearance.Answer.ASKED);
        }
    }

    @Nested
    class ALateObjection {

        private Draft granted() {
            var draft = silentForTwoDays(false);
            clock.move(Duration.ofHours(48));
            clearances.grantSilence();
            return drafts.get(draft.id(), desk.scope());
        }

        @Test
        void isRecordedAndShownAndBlocksNothing() throws Exception {
            var draft = granted();

            scene.form("wha", draft.id(), "late-objection", "comment", "We were on leave.");

            assertThat(answer(draft.id(), WHA)).isEqualTo(Clearance.Answer.SILENT);
            assertThat(chain(draft.id()).stage()).isEqualTo(Stage.CLEARED);
            assertThat(
                            scene.page("desk", "/drafts/" + draft.id() + "/clearance")
                                    .getResponse()
                                    .getContentAsString())
                    .contains("Late objection by wha: We were on leave.");
        }

        @Test
        void isRecordedEvenWhenTheCableHasGone() throws Exception {
            var draft = granted();
            drafts.release(draft.id(), draft.version(), scene.actor("director"));

            scene.api("wha", draft.id(), "object", "\"comment\":\"Too late, I know.\"");

            assertThat(chain(draft.id()).late(WHA))
                    .extracting(ClearanceEvent::comment)
                    .containsExactly("Too late, I know.");
        }

        @Test
        void isNoneWhereSilenceGaveNothing() throws Exception {
            var draft = silentForTwoDays(false);

            Scene.assertRefused(
                    scene.form("wha", draft.id(), "late-objection", "comment", "Too early."),
                    Problem.of(ClearanceRefusal.NOT_GIVEN_BY_SILENCE, "WHA"));
        }
    }
}
