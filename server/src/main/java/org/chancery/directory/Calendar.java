// SPDX-License-Identifier: Apache-2.0
package org.chancery.directory;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;

/// When an office works. It opens and closes by the clock on its wall; working time is time that
/// really passes, so a day on which the clocks change may hold an hour more or less.
///
/// @param holidays days it does not work besides its free days of the week
public record Calendar(ZoneId zone, Office.WorkingHours hours, Set<LocalDate> holidays) {

    /// One of these days, with what it is called.
    public record Holiday(OfficeCode office, LocalDate day, Names names) {}

    public Calendar {
        holidays = Set.copyOf(holidays);
    }

    public boolean works(LocalDate day) {
        return hours.days().contains(day.getDayOfWeek()) && !holidays.contains(day);
    }

    /// The first day after this one on which the office works.
    public LocalDate nextWorkingDay(LocalDate day) {
        var next = day.plusDays(1);
        while (!works(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /// The moment its hours end on that day, whether it works then or not.
    public Instant closing(LocalDate day) {
        return day.atTime(hours.closes()).atZone(zone).toInstant();
    }

    /// Whether somebody is there, from the opening on and no longer at the closing.
    public boolean open(Instant at) {
        var day = at.atZone(zone).toLocalDate();
        return works(day) && !at.isBefore(opening(day)) && at.isBefore(closing(day));
    }

    /// The moment at which that much working time has passed since the start.
    ///
    /// @param workingTime zero or more; zero gives the start itself, or the next opening if the
    ///   office is closed then
    /// @throws IllegalArgumentException if it is negative
    public Instant after(Instant start, Duration workingTime) {
        if (workingTime.isNegative()) {
            throw new IllegalArgumentException("working time is 0 or more, not " + workingTime);
        }
        var left = workingTime;
        var day = start.atZone(zone).toLocalDate();
        if (!works(day)) {
            day = nextWorkingDay(day);
        }
        while (true) {
            var from = opening(day).isBefore(start) ? start : opening(day);
            var closes = closing(day);
            if (from.isBefore(closes)) {
                var today = Duration.between(from, closes);
                if (left.compareTo(today) <= 0) {
                    return from.plus(left);
                }
                left = left.minus(today);
            }
            day = nextWorkingDay(day);
        }
    }

    private Instant opening(LocalDate day) {
        return day.atTime(hours.opens()).atZone(zone).toInstant();
    }
}
