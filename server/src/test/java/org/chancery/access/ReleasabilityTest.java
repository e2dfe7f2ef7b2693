// SPDX-License-Identifier: Apache-2.0
package org.chancery.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReleasabilityTest {

    private static Label releasableTo(String... groups) {
        return new Label(0, Set.of(), Set.of(groups), Set.of());
    }

    private static ReadScope belongingTo(String... groups) {
        return new ReadScope(0, Set.of(), Set.of(groups), Set.of(), List.of());
    }

    @Nested
    class ARecordReleasableToGroups {

        private final Label label = releasableTo("GBR", "CAN");

        @Test
        void isReadByWhoeverBelongsToOneOfThem() {
            assertThat(belongingTo("CAN", "LES").covers(label)).isTrue();
        }

        @Test
        void isNotReadByAnybodyElse() {
            assertThat(belongingTo("FRA").covers(label)).isFalse();
            assertThat(belongingTo().covers(label)).isFalse();
        }

        @Test
        void isNotStoredWithoutThem() {
            assertThatThrownBy(label::params).hasMessageContaining("no column holds the groups");
        }
    }

    @Nested
    class ARecordThatNamesNoGroups {

        @Test
        void isNotLimitedByThem() {
            assertThat(belongingTo().covers(Label.OPEN)).isTrue();
        }
    }

    @Nested
    class ARecordMadeFromTwo {

        @Test
        void isReleasableToTheGroupsOfBoth() {
            assertThat(releasableTo("GBR", "CAN").join(releasableTo("CAN", "AUS")).releasable())
                    .containsExactly("CAN");
        }

        @Test
        void isLimitedAsTheOneThatIsLimited() {
            assertThat(releasableTo("CAN").join(Label.OPEN).releasable()).containsExactly("CAN");
        }

        @Test
        void cannotBeMadeWhereNobodyMayReadBoth() {
            assertThatThrownBy(() -> releasableTo("CAN").join(releasableTo("AUS")))
                    .hasMessageContaining("Nobody may read both");
        }
    }
}
