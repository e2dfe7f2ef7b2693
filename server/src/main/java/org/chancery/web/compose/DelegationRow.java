// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.compose;

import java.time.LocalDate;
import java.time.ZoneId;
import org.chancery.access.Delegation;

/// A delegation as a page shows it.
///
/// @param person the other one, as others see them
/// @param level code of the highest level it holds for
/// @param lastDay at the office
/// @param state `active`, `over` or `coming`
public record DelegationRow(
        Delegation delegation, String person, String level, LocalDate lastDay, String state) {

    static DelegationRow of(
            Delegation delegation, String person, String level, LocalDate today, ZoneId zone) {
        var ended = delegation.endedAt() != null || today.isAfter(delegation.validUntil());
        return new DelegationRow(
                delegation,
                person,
                level,
                delegation.lastDay(zone),
                ended ? "over" : delegation.activeOn(today) ? "active" : "coming");
    }
}
