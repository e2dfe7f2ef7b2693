// SPDX-License-Identifier: Apache-2.0
package org.chancery.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.chancery.DatabaseTest;
import org.chancery.kernel.Refusal;
import org.junit.jupiter.api.Test;

/// Acceptance check 3 of the policy domain: the most copied error of the story is objected to.
@DatabaseTest
class MetricMismatchTest {

    private final Indicators indicators;

    MetricMismatchTest(Indicators indicators) {
        this.indicators = indicators;
    }

    @Test
    void aCeilingIsNotSetAgainstACountOfAdmissions() {
        var refusal =
                catchThrowableOfType(
                        Refusal.class,
                        () ->
                                indicators.compare(
                                        "US_REFUGEE_CEILING:FY2026", "US_REFUGEE_ADMITTED:FY2024"));

        assertThat(refusal.first().code().code()).isEqualTo("IND-003");
        assertThat(refusal)
                .hasMessage("Ceiling (FY2026) against admissions (FY2024): different metrics.");
    }

    @Test
    void aCeilingIsComparedWithTheCeilingItReplaced() {
        var comparison =
                indicators.compare("US_REFUGEE_CEILING:FY2026", "US_REFUGEE_CEILING:FY2025");

        assertThat(comparison.first().value()).isEqualTo("7500");
        assertThat(comparison.second().value()).isEqualTo("125000");
        assertThat(comparison.percent()).isEqualByComparingTo("-94.0");
    }
}
