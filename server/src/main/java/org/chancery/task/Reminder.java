// SPDX-License-Identifier: Apache-2.0
package org.chancery.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.chancery.directory.Calendar;

/// What the clock reminded a post of, once for each task, due time and stage.
///
/// @param due time it was due when the reminder was written
public record Reminder(TaskId task, Stage stage, Instant due, Instant at) {

    /// Working days of the post between the first reminder and the day it is due.
    static final int DAYS_AHEAD = 3;

    /// In the order in which they are reached.
    public enum Stage {
        AHEAD,
        /// On the day itself, or the last working day before it if the post is closed then.
        DUE,
        OVERDUE
    }

    /// The stage a task has reached, reckoned in the working days of its post; empty while there is
    /// time.
    static Optional<Stage> stage(Instant due, Calendar calendar, Instant now) {
        if (due.isBefore(now)) {
            return Optional.of(Stage.OVERDUE);
        }
        var day = LocalDate.ofInstant(due, calendar.zone());
        while (!calendar.works(day)) {
            day = day.minusDays(1);
        }
        if (!now.isBefore(opening(day, calendar))) {
            return Optional.of(Stage.DUE);
        }
        for (int left = DAYS_AHEAD; left > 0; left--) {
            do {
                day = day.minusDays(1);
            } while (!calendar.works(day));
        }
        return now.isBefore(opening(day, calendar)) ? Optional.empty() : Optional.of(Stage.AHEAD);
    }

    private static Instant opening(LocalDate day, Calendar calendar) {
        return day.atTime(calendar.hours().opens()).atZone(calendar.zone()).toInstant();
    }
}
