// SPDX-License-Identifier: Apache-2.0
package org.chancery.position;

import java.time.Instant;
import java.util.UUID;
import org.chancery.directory.GovernmentCode;
import org.chancery.kernel.ReducedDate;

/// A government gave way to another. Flags what was entered before and deletes nothing (POS-006).
///
/// @param on from then on; a month or a year counts from its first day
/// @param label one line: what changed
/// @param source where it can be read, never empty
/// @param sourceUri its address, may be empty
public record GovernmentChange(
        UUID id,
        GovernmentCode government,
        ReducedDate on,
        String label,
        String source,
        String sourceUri,
        String byOffice,
        Instant recordedAt) {

    /// The entry was made under an earlier government.
    public boolean flags(ReducedDate asOf) {
        return asOf.last().isBefore(on.first());
    }
}
