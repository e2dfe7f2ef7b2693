// SPDX-License-Identifier: Apache-2.0
package org.chancery.directory;

import java.time.LocalDate;
import org.chancery.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/// An office belongs to a collective from a day on, until a day or for good.
///
/// @param until last day, null while it lasts
public record CollectiveMembership(
        String collective, OfficeCode member, LocalDate from, @Nullable LocalDate until) {

    /// @throws Refusal `PERIOD_REVERSED` if it ends before it begins
    public CollectiveMembership {
        Period.requireInOrder(from, until);
    }

    boolean on(LocalDate day) {
        return new Period(from, until).covers(day);
    }
}
