// SPDX-License-Identifier: Apache-2.0
package org.chancery.kernel;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;

/// A date as exactly as the source gives it: a day, a month or a year (EDTF level 0).
///
/// @param first first day it can mean
/// @param last last day it can mean, on or after `first`
/// @param text as written: `2025-07-03`, `2025-07` or `2025`
public record ReducedDate(LocalDate first, LocalDate last, String text)
        implements Comparable<ReducedDate> {

    /// @throws Refusal `DATE_MALFORMED` if the text is none of the three forms
    public static ReducedDate parse(String text) {
        try {
            return switch (text.length()) {
                case 10 -> {
                    var day = LocalDate.parse(text);
                    yield new ReducedDate(day, day, text);
                }
                case 7 -> {
                    var month = YearMonth.parse(text);
                    yield new ReducedDate(month.atDay(1), month.atEndOfMonth(), text);
                }
                case 4 -> {
                    var year = Integer.parseInt(text);
                    yield new ReducedDate(
                            LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), text);
                }
                default -> throw malformed(text);
            };
        } catch (DateTimeParseException | NumberFormatException e) {
            throw malformed(text);
        }
    }

    public static ReducedDate of(LocalDate day) {
        return new ReducedDate(day, day, day.toString());
    }

    /// Has certainly begun by that day: a month counts from its last day only. Used where a claim
    /// must not be made too early.
    public boolean certainlyBy(LocalDate day) {
        return !last.isAfter(day);
    }

    /// May have begun by that day: a month counts from its first day.
    public boolean possiblyBy(LocalDate day) {
        return !first.isAfter(day);
    }

    private static Refusal malformed(String text) {
        return new Refusal(KernelRefusal.DATE_MALFORMED, text);
    }

    @Override
    public int compareTo(ReducedDate other) {
        var byFirst = first.compareTo(other.first);
        return byFirst != 0 ? byFirst : last.compareTo(other.last);
    }

    @Override
    public String toString() {
        return text;
    }
}
