// SPDX-License-Identifier: Apache-2.0
package org.chancery.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.cable.Content;
import org.chancery.cable.Paragraph;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MergeTest {

    private final Paragraph one = point("P1", "One");
    private final Paragraph two = point("P2", "Two");
    private final Paragraph three = point("P3", "Three");
    private final Content base = content(one, two);

    private static Paragraph point(String label, String text) {
        return new Paragraph(UUID.randomUUID(), "POINT", label, "", text, "SBU", Map.of());
    }

    private static Content content(Paragraph... rows) {
        return Content.blank("CABLE", "SBU", "ROUTINE")
                .with()
                .subject("Before")
                .paragraphs(List.of(rows))
                .build();
    }

    private static List<String> said(Merge merge) {
        return merge.merged().paragraphs().stream()
                .map(row -> row.label() + " " + row.text())
                .toList();
    }

    @Nested
    class OfFields {

        @Test
        void theOneThatWasChangedStands() {
            var mine = base.with().subject("Mine").build();
            var theirs = base.with().topics(List.of("SMIG")).build();

            var merge = Merge.of(base, mine, theirs);

            assertThat(merge.collisions()).isEmpty();
            assertThat(merge.merged().subject()).isEqualTo("Mine");
            assertThat(merge.merged().topics()).containsExactly("SMIG");
        }

        @Test
        void theSameChangeTwiceIsNoCollision() {
            var both = base.with().subject("Both").build();

            assertThat(Merge.of(base, both, both).collisions()).isEmpty();
        }

        @Test
        void differentChangesCollideUntilSomebodyChooses() {
            var mine = base.with().subject("Mine").build();
            var theirs = base.with().subject("Theirs").build();

            assertThat(Merge.of(base, mine, theirs).collisions())
                    .containsExactly(new Merge.Collision("subject", "Mine", "Theirs"));
            assertThat(Merge.of(base, mine, theirs, Map.of("subject", false)).merged().subject())
                    .isEqualTo("Theirs");
        }
    }

    @Nested
    class OfRows {

        @Test
        void newRowsOfBothStandInPlaceAndAreNumberedAnew() {
            var merge =
                    Merge.of(
                            base, content(one, point("P2", "Mine"), two), content(one, two, three));

            assertThat(said(merge)).containsExactly("P1 One", "P2 Mine", "P3 Two", "P4 Three");
        }

        @Test
        void aMoveOfOneAndAChangeOfTheOtherBothStand() {
            var merge = Merge.of(base, content(two, one), content(one.withText("Changed"), two));

            assertThat(merge.collisions()).isEmpty();
            assertThat(said(merge)).containsExactly("P1 Two", "P2 Changed");
        }

        @Test
        void aRowTakenOutStaysOutIfTheOtherLeftItAlone() {
            assertThat(said(Merge.of(base, content(two), base))).containsExactly("P1 Two");
        }

        @Test
        void aNewNumberAloneIsNoChange() {
            var merge = Merge.of(base, content(two), content(one, two.withText("Changed")));

            assertThat(merge.collisions()).isEmpty();
            assertThat(said(merge)).containsExactly("P1 Changed");
        }
    }
}
