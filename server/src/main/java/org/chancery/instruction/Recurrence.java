// SPDX-License-Identifier: Apache-2.0
package org.chancery.instruction;

import java.time.LocalDate;
import java.util.Optional;

/// How often a requirement is owed after the last day it names.
public enum Recurrence {
    NONE,
    WEEKLY,
    MONTHLY,
    QUARTERLY;

    /// The next day on which it is owed, empty if it is owed once.
    public Optional<LocalDate> after(LocalDate day) {
        return switch (this) {
            case NONE -> Optional.empty();
            case WEEKLY -> Optional.of(day.plusWeeks(1));
            case MONTHLY -> Optional.of(day.plusMonths(1));
            case QUARTERLY -> Optional.of(day.plusMonths(3));
        };
    }

    /// The word of a term, empty for a word there is none of.
    ///
    /// @param word empty means once
    static Optional<Recurrence> of(String word) {
        if (word.isEmpty()) {
            return Optional.of(NONE);
        }
        for (var known : values()) {
            if (known.name().equals(word)) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }
}
