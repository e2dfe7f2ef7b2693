// SPDX-License-Identifier: Apache-2.0
package org.chancery.picture;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// Two clocks: what was so on a day, as far as it was on record at a moment.
///
/// @param asOf inclusive
/// @param knownAt inclusive
public record Clocks(LocalDate asOf, Instant knownAt) {

    /// The same knowledge, another day.
    public Clocks on(LocalDate day) {
        return new Clocks(day, knownAt);
    }

    /// It had happened, and it was on record.
    boolean cover(Instant happened, Instant recorded) {
        return !recorded.isAfter(knownAt)
                && !LocalDate.ofInstant(happened, ZoneOffset.UTC).isAfter(asOf);
    }
}
