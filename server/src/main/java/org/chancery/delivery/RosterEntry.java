// SPDX-License-Identifier: Apache-2.0
package org.chancery.delivery;

import java.time.Instant;
import java.util.UUID;
import org.chancery.directory.StaffId;
import org.chancery.kernel.Problems;
import org.jspecify.annotations.Nullable;

/// Somebody who is woken when a copy of high precedence arrives.
///
/// @param position 1 to 99; the lowest is told first
/// @param until null while it lasts
public record RosterEntry(
        UUID id, StaffId person, int position, Instant from, @Nullable Instant until) {

    /// @throws org.chancery.kernel.Refusal `ROSTER_POSITION`, `ROSTER_PERIOD`, both if both are
    public RosterEntry {
        new Problems()
                .require(
                        position >= 1 && position <= 99,
                        "position",
                        DeliveryRefusal.ROSTER_POSITION,
                        position)
                .require(
                        until == null || until.isAfter(from),
                        "until",
                        DeliveryRefusal.ROSTER_PERIOD)
                .refuse();
    }

    public boolean validAt(Instant moment) {
        return !moment.isBefore(from) && (until == null || moment.isBefore(until));
    }
}
