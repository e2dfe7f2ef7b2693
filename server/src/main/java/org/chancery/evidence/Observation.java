// SPDX-License-Identifier: Apache-2.0
package org.chancery.evidence;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// One value of a series. Two may stand for one period: initial and revised, or two sources.
///
/// @param country government code, may be empty
/// @param value as the source gives it
/// @param number the value, null where it is a word
/// @param status `INITIAL`, `REVISED`, `FINAL`, `TARGET`, ...
/// @param confidence `HIGH`, `MODERATE` or `LOW`
public record Observation(
        String series,
        String country,
        String period,
        String value,
        @Nullable BigDecimal number,
        String unit,
        String status,
        String denominator,
        String method,
        String source,
        String uri,
        String sourceDate,
        String confidence) {

    /// Year the period begins or is named after, for a chart's axis; 0 if it names none.
    public int year() {
        var digits = period.replaceAll("^\\D*(\\d{4}).*$", "$1");
        return digits.matches("\\d{4}") ? Integer.parseInt(digits) : 0;
    }
}
