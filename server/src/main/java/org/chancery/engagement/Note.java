// SPDX-License-Identifier: Apache-2.0
package org.chancery.engagement;

import java.time.Instant;
import org.chancery.access.Label;
import org.chancery.directory.OfficeCode;

/// A diplomatic note on record.
///
/// @param office post that recorded it
/// @param at post that has it now; another one after a transfer
/// @param what as recorded, with its number
public record Note(
        NoteId id,
        OfficeCode office,
        OfficeCode at,
        NewNote what,
        NoteState state,
        String by,
        Instant recordedAt,
        Label label) {

    /// One step of its way.
    ///
    /// @param by sign-in name
    public record Step(NoteState state, String by, Instant at) {}
}
