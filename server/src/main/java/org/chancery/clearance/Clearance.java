// SPDX-License-Identifier: Apache-2.0
package org.chancery.clearance;

import java.time.Instant;
import org.chancery.directory.OfficeCode;
import org.jspecify.annotations.Nullable;

/// What one office said of a draft.
///
/// @param by sign-in name of who said it, null while asked
/// @param version of the text it was said of, 0 while asked
/// @param comment text of an objection or a remark, may be empty
public record Clearance(
        OfficeCode office,
        Answer answer,
        @Nullable String by,
        @Nullable Instant at,
        long version,
        String comment) {

    public enum Answer {
        ASKED,
        CLEARED,
        OBJECTED,
        /// Given, then undone by a change of the text (CLR-003).
        VOIDED
    }

    public boolean given() {
        return answer == Answer.CLEARED;
    }
}
