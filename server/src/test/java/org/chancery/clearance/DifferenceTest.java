// SPDX-License-Identifier: Apache-2.0
package org.chancery.clearance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.cable.AddressLine;
import org.chancery.cable.Addressing;
import org.chancery.cable.Content;
import org.chancery.cable.Paragraph;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    private final Paragraph one = row("One is first.");
    private final Paragraph two = row("Two is second.");
    private final Paragraph three = row("Three is third.");

    private static Paragraph row(String text) {
        return new Paragraph(UUID.randomUUID(), "TEXT", "", "", text, "SBU", Map.of());
    }

    private static Content content(Paragraph... rows) {
        return Content.blank("CABLE", "UNCLASSIFIED", "ROUTINE")
                .with()
                .subject("A subject")
                .paragraphs(List.of(rows))
                .build();
    }

    @Nested
    class OfRows {

        @Test
        void nothingDiffersBetweenATextAndItself() {
            assertThat(Difference.between(content(one, two), content(one, two)).isEmpty()).isTrue();
        }

        @Test
        void wordsAreKeptInsertedAndDeleted() {
            var difference =
                    Difference.between(
                            content(one, two), content(one, two.withText("Two comes second.")));

            assertThat(difference.rows())
                    .singleElement()
                    .satisfies(
                            row -> {
                                assertThat(row.kind()).isEqualTo(Difference.Kind.CHANGED);
                                assertThat(row.words())
                                        .extracting(
                                                Difference.Segment::fate, Difference.Segment::text)
                                        .containsExactly(
                                                tuple(Difference.Segment.Fate.KEPT, "Two "),
                                                tuple(Difference.Segment.Fate.DELETED, "is "),
                                                tuple(Difference.Segment.Fate.INSERTED, "comes "),
                                                tuple(Difference.Segment.Fate.KEPT, "second."));
                            });
        }

        @Test
        void aRowAtAnotherPlaceIsMovedAndNotRemovedAndAdded() {
            var difference = Difference.between(content(one, two, three), content(two, three, one));

            assertThat(difference.rows())
                    .extracting(
                            Difference.Row::id,
                            Difference.Row::kind,
                            Difference.Row::before,
                            Difference.Row::after)
                    .containsExactly(tuple(one.id(), Difference.Kind.MOVED, 1, 3));
        }

        @Test
        void whatWasRemovedStandsWhereItStoodAndWhatIsNewWhereItIs() {
            var fresh = row("New.");
            var difference = Difference.between(content(one, two, three), content(two, fresh));

            assertThat(difference.rows())
                    .extracting(Difference.Row::id, Difference.Row::kind)
                    .containsExactlyInAnyOrder(
                            tuple(one.id(), Difference.Kind.REMOVED),
                            tuple(fresh.id(), Difference.Kind.ADDED),
                            tuple(three.id(), Difference.Kind.REMOVED));
        }

        @Test
        void aHigherMarkAloneIsAChange() {
            var raised = new Paragraph(two.id(), "TEXT", "", "", two.text(), "SECRET", Map.of());

            var row = Difference.between(content(two), content(raised)).rows().getFirst();

            assertThat(row.marks()).isEqualTo(new Difference.Marks("SBU", "SECRET"));
            assertThat(row.marks().changed()).isTrue();
        }
    }

    @Nested
    class OfTheHead {

        @Test
        void eachFieldHasItsOldAndItsNewValue() {
            var before = content(one);
            var after =
                    before.with()
                            .subject("Another subject")
                            .addresses(List.of(new AddressLine("BERLIN", Addressing.ACTION)))
                            .build();

            assertThat(Difference.between(before, after).fields())
                    .containsExactly(
                            new Difference.Field("subject", "A subject", "Another subject"),
                            new Difference.Field("action", "", "BERLIN"));
        }
    }
}
