// SPDX-License-Identifier: Apache-2.0
package org.chancery.delivery;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Refusal;

/// What an office received, asked in one way or another.
public enum Folder {
    /// Everything, done or not.
    ALL,
    /// Distributed to the reader, by profile or by hand, and not done.
    MINE,
    /// ACTION copies not done.
    ACTION,
    /// Assigned to the reader and not done.
    ASSIGNED,
    /// INFO copies not done.
    INFO,
    /// Due before now and acknowledged by nobody.
    OVERDUE,
    /// Due later today, at the office.
    TODAY,
    /// Due after today and before the end of Sunday, at the office.
    WEEK;

    /// @param text name in small letters
    /// @throws Refusal `VALUE_UNKNOWN` for any other word
    public static Folder parse(String text) {
        for (var folder : values()) {
            if (folder.slug().equals(text)) {
                return folder;
            }
        }
        throw new Refusal(
                KernelRefusal.VALUE_UNKNOWN,
                text,
                "all, mine, action, assigned, info, overdue, today, week");
    }

    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Instant endOfDay(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    static Instant endOfWeek(LocalDate day, ZoneId zone) {
        return endOfDay(day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)), zone);
    }
}
