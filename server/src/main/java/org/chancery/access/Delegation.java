// SPDX-License-Identifier: Apache-2.0
package org.chancery.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.StaffId;
import org.jspecify.annotations.Nullable;

/// A right of an office that one person lets another use for some days (CLR-009).
///
/// @param permission `CLEAR` or `RELEASE`
/// @param level rank of the highest level it holds for
/// @param validFrom first day, at the office
/// @param validUntil last day, at the office
/// @param endedAt when it was ended early, null if it was not
public record Delegation(
        UUID id,
        OfficeCode office,
        Permission permission,
        StaffId from,
        StaffId to,
        int level,
        LocalDate validFrom,
        LocalDate validUntil,
        @Nullable Instant endedAt) {

    public Delegation {
        if (permission != Permission.CLEAR && permission != Permission.RELEASE) {
            throw new IllegalArgumentException(permission + " is not delegated");
        }
        if (from.equals(to)) {
            throw new IllegalArgumentException("nobody delegates to themselves");
        }
        if (validUntil.isBefore(validFrom)) {
            throw new IllegalArgumentException(validUntil + " is before " + validFrom);
        }
        if (level < 0) {
            throw new IllegalArgumentException("a level is 0 or more, but is " + level);
        }
    }

    public boolean activeOn(LocalDate day) {
        return endedAt == null && !day.isBefore(validFrom) && !day.isAfter(validUntil);
    }

    /// The day it ended or will end, at the office.
    public LocalDate lastDay(ZoneId zone) {
        if (endedAt == null) {
            return validUntil;
        }
        var ended = LocalDate.ofInstant(endedAt, zone);
        return ended.isBefore(validUntil) ? ended : validUntil;
    }
}
