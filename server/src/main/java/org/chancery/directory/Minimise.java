// SPDX-License-Identifier: Apache-2.0
package org.chancery.directory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An office asks senders to hold non-essential traffic (MSG-028).
///
/// @param until last day, null while it lasts
public record Minimise(
        OfficeCode office, LocalDate from, @Nullable LocalDate until, String reason) {

    public boolean on(LocalDate day) {
        return new Period(from, until).covers(day);
    }
}
