// SPDX-License-Identifier: Apache-2.0
package org.chancery.directory;

import java.time.LocalDate;
import org.chancery.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/// What an office may be sent, and when (MSG-017, MSG-030).
///
/// @param validFrom first day, null if it was always there
/// @param validUntil last day, null while it lasts; a travelling office has both
/// @param highestLevel code of the policy's highest level the office is accredited for, empty for
///   any
/// @param nationalsOnly all who read there are own nationals
public record Standing(
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        String highestLevel,
        boolean nationalsOnly) {

    /// There for good, accredited for every level, read by nationals and others.
    public static final Standing PERMANENT = new Standing(null, null, "", false);

    /// @throws Refusal `PERIOD_REVERSED` if it ends before it begins
    public Standing {
        Period.requireInOrder(validFrom, validUntil);
    }

    public boolean validOn(LocalDate day) {
        return new Period(validFrom, validUntil).covers(day);
    }
}
