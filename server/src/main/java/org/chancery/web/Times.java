// SPDX-License-Identifier: Apache-2.0
package org.chancery.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.chancery.kernel.ReducedDate;
import org.chancery.kernel.Texts;

/// Times as people at a post read them: weekday, day, month, 24-hour local, then Z where posts
/// differ; relative time only beside absolute.
///
/// @param zone of the reader's office
/// @param now moment the page is drawn
public record Times(Texts texts, ZoneId zone, Instant now) {

    /// `Thu 27 Nov 2025`
    public String day(Instant at) {
        return day(LocalDate.ofInstant(at, zone));
    }

    public String day(LocalDate day) {
        return format("times.day").format(day);
    }

    /// `Thursday, 27 November 2025`
    public String longDay(LocalDate day) {
        return format("times.longDay").format(day);
    }

    /// `Thu 27 Nov 2025, 18:00`
    public String dayAndTime(Instant at) {
        return format("times.dayAndTime").format(at.atZone(zone));
    }

    /// `18:00`
    public String time(Instant at) {
        return format("times.time").format(at.atZone(zone));
    }

    /// `1700Z`
    public String zulu(Instant at) {
        return DateTimeFormatter.ofPattern("HHmm'Z'").format(at.atOffset(ZoneOffset.UTC));
    }

    /// Date-time group `211530Z NOV 25`.
    public String dateTimeGroup(Instant at) {
        return DateTimeFormatter.ofPattern("ddHHmm'Z' MMM yy", java.util.Locale.ENGLISH)
                .format(at.atOffset(ZoneOffset.UTC))
                .toUpperCase(java.util.Locale.ROOT);
    }

    /// A day, month or year as exactly as it is known.
    public String reduced(ReducedDate date) {
        return switch (date.text().length()) {
            case 10 -> day(date.first());
            case 7 -> format("times.month").format(date.first());
            default -> date.text();
        };
    }

    /// `in 3 h 38 min`, `1 day late`, always beside the absolute time.
    public String distance(Instant due) {
        var left = Duration.between(now, due);
        var late = left.isNegative();
        var span = left.abs();
        var key = late ? "times.late" : "times.in";
        if (span.toDays() >= 1) {
            return texts.say(key + ".days", span.toDays());
        }
        if (span.toHours() >= 1) {
            return texts.say(key + ".hours", span.toHours(), span.toMinutesPart());
        }
        return texts.say(key + ".minutes", span.toMinutes());
    }

    public boolean late(Instant due) {
        return due.isBefore(now);
    }

    /// Due today at the reader's office, or late.
    public boolean soon(Instant due) {
        return !LocalDate.ofInstant(due, zone).isAfter(LocalDate.ofInstant(now, zone));
    }

    /// For the `datetime` attribute.
    public String iso(Instant at) {
        return at.toString();
    }

    private DateTimeFormatter format(String key) {
        return DateTimeFormatter.ofPattern(texts.say(key), texts.locale());
    }
}
