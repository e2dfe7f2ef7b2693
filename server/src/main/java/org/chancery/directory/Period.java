// SPDX-License-Identifier: Apache-2.0
package org.chancery.directory;

import java.time.LocalDate;
import org.chancery.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/// Days from one to another, both included.
///
/// @param from null if it was always so
/// @param until null while it lasts
record Period(@Nullable LocalDate from, @Nullable LocalDate until) {

    /// @throws Refusal `PERIOD_REVERSED` if it ends before it begins
    Period {
        requireInOrder(from, until);
    }

    /// @throws Refusal `PERIOD_REVERSED` if the first day lies after the last
    static void requireInOrder(@Nullable LocalDate from, @Nullable LocalDate until) {
        if (from != null && until != null && until.isBefore(from)) {
            throw new Refusal(DirectoryRefusal.PERIOD_REVERSED, until.toString(), from.toString());
        }
    }

    boolean covers(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }
}
