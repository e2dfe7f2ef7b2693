// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.time.Instant;
import java.util.UUID;
import org.chancery.cable.DraftId;
import org.chancery.directory.OfficeCode;
import org.chancery.instruction.InstructionId;
import org.jspecify.annotations.Nullable;

/// A report of a post.
///
/// @param draft the reporting cable being released, null for a nil report
/// @param mrn its number, empty until it is released
public record Report(
        UUID id,
        InstructionId instruction,
        String requirement,
        OfficeCode office,
        State state,
        @Nullable DraftId draft,
        String mrn,
        NewReport content,
        String by,
        Instant filedAt) {

    public enum State {
        FILED,
        RELEASED,
        NIL
    }
}
