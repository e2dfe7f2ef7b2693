// SPDX-License-Identifier: Apache-2.0
package org.chancery.evidence;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.chancery.kernel.Refusal;

/// Two numbers set side by side.
///
/// @param percent change from the second to the first, one decimal
public record Comparison(Observation first, Observation second, BigDecimal percent) {

    /// @throws Refusal `DIFFERENT_METRICS` (IND-003) unless metric, unit and calendar agree,
    ///   `NOT_A_NUMBER` if a value is a word
    static Comparison of(Indicator left, Observation first, Indicator right, Observation second) {
        if (left.metric() != right.metric()
                || !left.unit().equals(right.unit())
                || !left.calendar().equals(right.calendar())) {
            throw new Refusal(
                    EvidenceRefusal.DIFFERENT_METRICS,
                    left.metric().name(),
                    first.period(),
                    right.metric().name(),
                    second.period());
        }
        var from = second.number();
        var to = first.number();
        if (from == null || to == null || from.signum() == 0) {
            throw new Refusal(EvidenceRefusal.NOT_A_NUMBER, first.value(), second.value());
        }
        var change =
                to.subtract(from)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(from, MathContext.DECIMAL64)
                        .setScale(1, RoundingMode.HALF_UP);
        return new Comparison(first, second, change);
    }
}
