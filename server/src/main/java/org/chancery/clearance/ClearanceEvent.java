// SPDX-License-Identifier: Apache-2.0
package org.chancery.clearance;

import java.time.Instant;
import java.util.Locale;
import org.chancery.directory.OfficeCode;

/// An act of clearance as it stays on record.
///
/// @param office the step it concerns, or the drafting office for the chain as a whole
/// @param by sign-in name, `system` for what the server does by itself
/// @param version of the text before them
/// @param comment may be empty
public record ClearanceEvent(
        OfficeCode office, Kind kind, String by, Instant at, long version, String comment) {

    public enum Kind {
        SENT,
        ASKED,
        CLEARED,
        CLEARED_WITH_EDITS,
        NO_OBJECTION,
        SILENT,
        OBJECTED,
        /// Said after silence had given the clearance; blocks nothing and stays on record (CLR-006).
        LATE_OBJECTION,
        OBJECTION_WITHDRAWN,
        OVERRULED,
        VOIDED,
        APPROVED,
        APPROVAL_VOIDED,
        WITHDRAWN,
        ADDED,
        REMOVED,
        REORDERED;

        /// Word in the audit.
        String act() {
            return "clearance." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
