// SPDX-License-Identifier: Apache-2.0
package org.chancery.instruction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When a requirement is owed again.
class ReportingRequirementTest {

    private static final LocalDate DAY = LocalDate.of(2027, 1, 31);

    private static ReportingRequirement owed(Recurrence recurrence, LocalDate until) {
        return new ReportingRequirement(
                "R1",
                "Report.",
                ReportingRequirement.Form.FINDINGS,
                List.of(DAY),
                recurrence,
                until,
                false,
                "");
    }

    @Nested
    class OnceAnswered {

        @ParameterizedTest
        @CsvSource({"WEEKLY,2027-02-07", "MONTHLY,2027-02-28", "QUARTERLY,2027-04-30"})
        void isOwedAgainByItsRecurrence(Recurrence recurrence, LocalDate next) {
            assertThat(owed(recurrence, LocalDate.MAX).after(DAY)).contains(next);
        }

        @Test
        void isNotOwedAgainWithoutOne() {
            assertThat(
                            new ReportingRequirement(
                                            "R1",
                                            "Report.",
                                            ReportingRequirement.Form.FINDINGS,
                                            List.of(DAY),
                                            Recurrence.NONE,
                                            null,
                                            false,
                                            "")
                                    .after(DAY))
                    .isEmpty();
        }

        @Test
        void isNotOwedAgainAfterItsEnd() {
            assertThat(owed(Recurrence.WEEKLY, DAY.plusDays(7)).after(DAY)).isPresent();
            assertThat(owed(Recurrence.WEEKLY, DAY.plusDays(6)).after(DAY)).isEmpty();
        }
    }

    @Nested
    class ThatEndsBeforeItIsDue {

        @Test
        void cannotBeBuilt() {
            assertThatThrownBy(() -> owed(Recurrence.WEEKLY, DAY.minusDays(1)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
