// SPDX-License-Identifier: Apache-2.0
package org.chancery.cable;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.chancery.directory.Office;

/// When a post is to have handled a cable: the handling time of its precedence, counted in the
/// post's working hours unless the precedence acts at night.
final class DueTimes {

    private DueTimes() {}

    static Instant due(Instant delivered, Precedence precedence, Office office) {
        if (precedence.nightAction()) {
            return delivered.plus(precedence.handling());
        }
        var left = precedence.handling();
        var at = delivered.atZone(office.zone());
        while (true) {
            var opens = opening(at.toLocalDate(), office);
            var closes = closing(at.toLocalDate(), office);
            var start = at.isBefore(opens) ? opens : at;
            if (isWorkingDay(at.toLocalDate()) && start.isBefore(closes)) {
                var today = Duration.between(start, closes);
                if (left.compareTo(today) <= 0) {
                    return start.plus(left).toInstant();
                }
                left = left.minus(today);
            }
            at = at.toLocalDate().plusDays(1).atStartOfDay(office.zone());
        }
    }

    private static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private static ZonedDateTime opening(LocalDate day, Office office) {
        return day.atTime(office.hours().opens()).atZone(office.zone());
    }

    private static ZonedDateTime closing(LocalDate day, Office office) {
        return day.atTime(office.hours().closes()).atZone(office.zone());
    }
}
