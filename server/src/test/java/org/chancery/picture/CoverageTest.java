// SPDX-License-Identifier: Apache-2.0
package org.chancery.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.OfficeCode;
import org.junit.jupiter.api.Test;

class CoverageTest {

    private static final Instant DUE = Instant.parse("2025-12-05T17:00:00Z");

    private static Coverage.Row row(Coverage.Duty... duties) {
        return new Coverage.Row(
                new OfficeCode("OSLO"),
                new GovernmentCode("NO"),
                true,
                false,
                Optional.empty(),
                Map.of(),
                List.of(duties),
                13);
    }

    private static Coverage.Duty duty(String state, boolean nil) {
        return new Coverage.Duty("R1", 1, state, DUE, nil);
    }

    private final Coverage coverage =
            new Coverage(
                    List.of(
                            row(duty("ANSWERED", false), duty("OPEN", false)),
                            row(duty("ANSWERED", true)),
                            row(duty("WAIVED", false), duty("WAIVED", false)),
                            row(duty("OPEN", false))));

    @Test
    void countsDeliveredOrAnsweredOfThoseNotWaived() {
        var figures = coverage.figures(DUE.minusSeconds(1));

        assertThat(figures.done()).isEqualTo(2);
        assertThat(figures.of()).isEqualTo(3);
    }

    @Test
    void tellsNilAndWaivedAndOpenApart() {
        var figures = coverage.figures(DUE.minusSeconds(1));

        assertThat(figures.byOutcome())
                .containsOnly(
                        Map.entry(Coverage.Outcome.ANSWERED, 1L),
                        Map.entry(Coverage.Outcome.NIL, 1L),
                        Map.entry(Coverage.Outcome.WAIVED, 1L),
                        Map.entry(Coverage.Outcome.OPEN, 1L));
    }

    @Test
    void callsWhatIsOpenOverdueOnceItsTimeHasPassed() {
        assertThat(coverage.figures(DUE.plusSeconds(1)).count(Coverage.Outcome.OVERDUE))
                .isEqualTo(1);
    }
}
