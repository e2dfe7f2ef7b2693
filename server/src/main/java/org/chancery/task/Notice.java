// SPDX-License-Identifier: Apache-2.0
package org.chancery.task;

import java.time.Instant;
import java.util.UUID;
import org.chancery.directory.OfficeCode;
import org.chancery.instruction.InstructionId;

/// What headquarters wrote to a post that is late.
///
/// @param key identity of the writing, the same for every post it went to
/// @param office the post
/// @param from office that wrote
/// @param by sign-in name
public record Notice(
        UUID key,
        InstructionId instruction,
        OfficeCode office,
        OfficeCode from,
        String by,
        Instant at,
        String text) {

    public static final int LONGEST = 2000;

    public Notice {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException("a notice has 1 to " + LONGEST + " characters");
        }
    }
}
