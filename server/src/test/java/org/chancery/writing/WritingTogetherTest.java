// SPDX-License-Identifier: Apache-2.0
package org.chancery.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.DatabaseTest;
import org.chancery.MovableClock;
import org.chancery.access.Accounts;
import org.chancery.access.Actor;
import org.chancery.cable.Content;
import org.chancery.cable.DraftId;
import org.chancery.cable.Paragraph;
import org.chancery.draft.Draft;
import org.chancery.draft.Drafts;
import org.chancery.kernel.Refusal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/// Two people, or one in two windows, write in one draft.
@DatabaseTest
class WritingTogetherTest {

    private static final UUID FIRST = UUID.fromString("00000000-0000-0000-0000-0000000000f1");
    private static final UUID SECOND = UUID.fromString("00000000-0000-0000-0000-0000000000f2");

    private final MovableClock clock = new MovableClock(Instant.parse("2026-01-14T12:00:00Z"));
    private final UUID page = UUID.randomUUID();
    private final UUID otherPage = UUID.randomUUID();
    private final Drafts drafts;
    private final Together together;
    private final Actor desk;
    private final Actor director;

    WritingTogetherTest(
            Drafts drafts,
            WritingRepository repository,
            Accounts accounts,
            TransactionTemplate transactions) {
        this.drafts = drafts;
        this.together = new Together(repository, drafts, accounts, transactions, clock);
        this.desk = accounts.actor("desk").orElseThrow();
        this.director = accounts.actor("director").orElseThrow();
    }

    private static Content text(String first, String second) {
        return Content.blank("CABLE", "UNCLASSIFIED", "ROUTINE")
                .with()
                .subject("A subject")
                .paragraphs(List.of(row(FIRST, first), row(SECOND, second)))
                .build();
    }

    private static Paragraph row(UUID id, String text) {
        return new Paragraph(id, "TEXT", "", "", text, "SBU", Map.of());
    }

    private static List<String> texts(Draft draft) {
        return draft.content().paragraphs().stream().map(Paragraph::text).toList();
    }

    private Draft draft() {
        return drafts.start(text("One.", "Two."), desk);
    }

    private Draft current(DraftId id) {
        return drafts.get(id, desk.scope());
    }

    private static String code(Refusal refusal) {
        return refusal.first().code().code();
    }

    @Nested
    class WhileSomebodyTypes {

        @Test
        void theTextIsKeptWithoutAVersion() {
            var draft = draft();

            for (var words : List.of("O", "On", "One mo", "One more.")) {
                together.keep(draft.id(), 1, page, text(words, "Two."), desk);
            }

            assertThat(drafts.versions(current(draft.id()))).hasSize(1);
            var back = together.open(draft.id(), otherPage, desk);
            assertThat(texts(back.draft())).containsExactly("One more.", "Two.");
            assertThat(back.unsavedSince()).isEqualTo(clock.instant());
        }

        @Test
        void itBecomesOneVersionWhenSaved() {
            var draft = draft();
            together.keep(draft.id(), 1, page, text("One mo", "Two."), desk);

            var saved = together.save(draft.id(), 1, page, text("One more.", "Two."), desk);

            assertThat(saved.draft().version()).isEqualTo(2);
            assertThat(together.open(draft.id(), page, desk).unsavedSince()).isNull();
        }

        @Test
        void itBecomesAVersionAfterTenMinutes() {
            var draft = draft();
            together.keep(draft.id(), 1, page, text("One mo", "Two."), desk);
            clock.move(Duration.ofMinutes(9));
            together.keep(draft.id(), 1, page, text("One mor", "Two."), desk);
            assertThat(current(draft.id()).version()).isEqualTo(1);

            clock.move(Duration.ofMinutes(1));
            var kept = together.keep(draft.id(), 1, page, text("One more", "Two."), desk);

            assertThat(kept.draft().version()).isEqualTo(2);
            together.keep(draft.id(), 2, page, text("One more.", "Two."), desk);
            assertThat(current(draft.id()).version()).isEqualTo(2);
        }

        @Test
        void itBecomesAVersionOfTheWriterWhenAnotherOpensTheDraft() {
            var draft = draft();
            together.keep(draft.id(), 1, page, text("One more.", "Two."), desk);

            var opened = together.open(draft.id(), otherPage, director);

            assertThat(texts(opened.draft())).containsExactly("One more.", "Two.");
            assertThat(drafts.versions(opened.draft()).getFirst().by()).isEqualTo("desk");
            var goesOn = together.keep(draft.id(), 1, page, text("One more word.", "Two."), desk);
            assertThat(goesOn.collides()).isFalse();
            assertThat(texts(goesOn.draft())).containsExactly("One more word.", "Two.");
        }

        @Test
        void aSecondWindowOfTheSamePersonIsToldAndTheFirstKeepsItsText() {
            var draft = draft();
            together.keep(draft.id(), 1, page, text("From one window.", "Two."), desk);

            var refusal =
                    catchThrowableOfType(
                            Refusal.class,
                            () ->
                                    together.keep(
                                            draft.id(),
                                            1,
                                            otherPage,
                                            text("From the other.", "Two."),
                                            desk));

            assertThat(code(refusal)).isEqualTo("DRF-002");
            assertThat(texts(together.sheet(draft.id(), desk).draft()))
                    .containsExactly("From one window.", "Two.");
        }

        @Test
        void itCanBeTakenBack() {
            var draft = draft();
            together.keep(draft.id(), 1, page, text("Wrong.", "Two."), desk);

            together.forget(draft.id(), desk);

            assertThat(texts(together.open(draft.id(), page, desk).draft()))
                    .containsExactly("One.", "Two.");
        }
    }

    @Nested
    class WhenBothChangeTheText {

        @Test
        void changesOfDifferentRowsBothStand() {
            var draft = draft();
            together.save(draft.id(), 1, otherPage, text("One.", "Theirs."), director);

            var saved = together.save(draft.id(), 1, page, text("Mine.", "Two."), desk);

            assertThat(saved.collides()).isFalse();
            assertThat(texts(saved.draft())).containsExactly("Mine.", "Theirs.");
            assertThat(saved.draft().version()).isEqualTo(3);
        }

        @Test
        void whatOthersAddedIsNotTakenBackByAPageThatNeverSawIt() {
            var draft = draft();
            together.keep(draft.id(), 1, page, text("Mine", "Two."), desk);
            together.save(draft.id(), 1, otherPage, text("One.", "Theirs."), director);
            clock.move(Duration.ofMinutes(10));

            together.keep(draft.id(), 1, page, text("Mine.", "Two."), desk);
            together.keep(draft.id(), 1, page, text("Mine, more.", "Two."), desk);
            var saved = together.save(draft.id(), 1, page, text("Mine, all.", "Two."), desk);

            assertThat(saved.collides()).isFalse();
            assertThat(texts(saved.draft())).containsExactly("Mine, all.", "Theirs.");
        }

        @Test
        void theSameRowChangedWhileKeptCollidesAtEachSave() {
            var draft = draft();
            together.keep(draft.id(), 1, page, text("Mine", "Two."), desk);
            together.save(draft.id(), 1, otherPage, text("Theirs.", "Two."), director);

            assertThat(together.keep(draft.id(), 1, page, text("Mine.", "Two."), desk).collides())
                    .isTrue();
            assertThat(together.save(draft.id(), 1, page, text("Mine.", "Two."), desk).collides())
                    .isTrue();
            assertThat(texts(current(draft.id()))).containsExactly("Theirs.", "Two.");
        }

        @Test
        void changesOfTheSameRowAreShownAndNothingIsOverwritten() {
            var draft = draft();
            together.save(draft.id(), 1, otherPage, text("Theirs.", "Two."), director);

            var refused = together.save(draft.id(), 1, page, text("Mine.", "New."), desk);

            assertThat(refused.collisions())
                    .singleElement()
                    .satisfies(
                            one -> {
                                assertThat(one.key()).isEqualTo("row-" + FIRST);
                                assertThat(one.myRow()).isEqualTo(row(FIRST, "Mine."));
                                assertThat(one.theirRow()).isEqualTo(row(FIRST, "Theirs."));
                            });
            assertThat(texts(current(draft.id()))).containsExactly("Theirs.", "Two.");
            assertThat(together.open(draft.id(), page, desk).collides()).isTrue();
        }

        @Test
        void theWriterChoosesRowByRow() {
            var draft = draft();
            together.save(draft.id(), 1, otherPage, text("Theirs.", "Theirs too."), director);
            together.save(draft.id(), 1, page, text("Mine.", "Mine too."), desk);

            var undecided = together.resolve(draft.id(), 2, Map.of("row-" + FIRST, true), desk);
            assertThat(undecided.collisions()).hasSize(1);
            var saved =
                    together.resolve(
                            draft.id(),
                            2,
                            Map.of("row-" + FIRST, true, "row-" + SECOND, false),
                            desk);

            assertThat(texts(saved.draft())).containsExactly("Mine.", "Theirs too.");
            assertThat(together.open(draft.id(), page, desk).unsavedSince()).isNull();
        }

        @Test
        void aChoiceMadeOnAnOlderVersionIsRefused() {
            var draft = draft();
            together.save(draft.id(), 1, otherPage, text("Theirs.", "Two."), director);
            together.save(draft.id(), 1, page, text("Mine.", "Two."), desk);
            together.save(draft.id(), 2, otherPage, text("Theirs again.", "Two."), director);

            var refusal =
                    catchThrowableOfType(
                            Refusal.class,
                            () ->
                                    together.resolve(
                                            draft.id(), 2, Map.of("row-" + FIRST, true), desk));

            assertThat(code(refusal)).isEqualTo("INP-006");
            assertThat(texts(current(draft.id()))).containsExactly("Theirs again.", "Two.");
        }

        @Test
        void aRowTakenOutByOneAndChangedByTheOtherMustBeDecided() {
            var draft = draft();
            var without =
                    text("One.", "Two.").with().paragraphs(List.of(row(SECOND, "Two."))).build();
            together.save(draft.id(), 1, otherPage, without, director);

            var refused = together.save(draft.id(), 1, page, text("Mine.", "Two."), desk);

            assertThat(refused.collisions())
                    .singleElement()
                    .satisfies(one -> assertThat(one.theirRow()).isNull());
        }
    }

    @Nested
    class WhoIsThere {

        @Test
        void isSeenByTheOthersAndGoneAfterFortyFiveSeconds() {
            var draft = draft();
            together.here(draft.id(), null, director);

            assertThat(together.here(draft.id(), null, desk))
                    .extracting(Presence::by)
                    .containsExactly("director");
            clock.move(Duration.ofSeconds(44));
            assertThat(together.here(draft.id(), null, desk)).hasSize(1);
            clock.move(Duration.ofSeconds(1));
            assertThat(together.here(draft.id(), null, desk)).isEmpty();
        }

        @Test
        void holdsTheRowTheyWriteInForSixtySeconds() {
            var draft = draft();
            together.here(draft.id(), FIRST, director);

            var others = together.here(draft.id(), FIRST, desk);

            assertThat(others)
                    .singleElement()
                    .satisfies(one -> assertThat(one.held()).contains(FIRST));
            clock.move(Duration.ofSeconds(60));
            assertThat(together.here(draft.id(), FIRST, desk)).isEmpty();
            assertThat(together.here(draft.id(), FIRST, director))
                    .singleElement()
                    .satisfies(one -> assertThat(one.held()).contains(FIRST));
        }

        @Test
        void letsTheRowGoWhenTheyLeaveIt() {
            var draft = draft();
            together.here(draft.id(), FIRST, director);
            together.here(draft.id(), null, director);

            assertThat(together.here(draft.id(), FIRST, desk))
                    .singleElement()
                    .satisfies(one -> assertThat(one.held()).isEmpty());
        }
    }

    @Nested
    class WhileARowIsHeldForSomebodyElse {

        @Test
        void aChangeOfItIsRefusedByNameAndTheTextIsKept() {
            var draft = draft();
            hold(draft);

            var refusal =
                    catchThrowableOfType(
                            Refusal.class,
                            () -> together.save(draft.id(), 1, page, text("Mine.", "Two."), desk));

            assertThat(code(refusal)).isEqualTo("DRF-001");
            assertThat(refusal.first().field()).isEqualTo("text-" + FIRST);
            assertThat(refusal).hasMessageContaining(director.displayName());
            assertThat(texts(together.open(draft.id(), page, desk).draft()))
                    .containsExactly("Mine.", "Two.");
            assertThat(texts(current(draft.id()))).containsExactly("One.", "Two.");
        }

        @Test
        void aChangeThatNeverAskedForTheRowIsRefusedToo() {
            var draft = draft();
            hold(draft);

            var refusal =
                    catchThrowableOfType(
                            Refusal.class,
                            () -> drafts.change(draft.id(), 1, text("Mine.", "Two."), desk));

            assertThat(code(refusal)).isEqualTo("DRF-001");
        }

        @Test
        void everyOtherRowMayBeChanged() {
            var draft = draft();
            hold(draft);

            var saved = together.save(draft.id(), 1, page, text("One.", "Mine."), desk);

            assertThat(texts(saved.draft())).containsExactly("One.", "Mine.");
        }

        /// By the clock of the application, which enforces the hold on every change.
        private void hold(Draft draft) {
            clock.move(Duration.between(clock.instant(), Clock.systemUTC().instant()));
            together.here(draft.id(), FIRST, director);
        }
    }
}
