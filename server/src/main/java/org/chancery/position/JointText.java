// SPDX-License-Identifier: Apache-2.0
package org.chancery.position;

import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.chancery.directory.GovernmentCode;
import org.chancery.kernel.ReducedDate;
import org.chancery.kernel.Refusal;

/// A public text several governments signed. Each signature is a statement about that text; a person
/// links it to an ask, nobody else does (POS-007).
///
/// @param source where it can be read, never empty
/// @param sourceUri its address, may be empty
public record JointText(
        UUID id,
        String title,
        ReducedDate on,
        String source,
        String sourceUri,
        SortedSet<GovernmentCode> signatories,
        String byOffice,
        Instant recordedAt) {

    public JointText {
        signatories = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(signatories));
    }

    /// @throws Refusal `ABSENT` if the text is no identity at all
    public static UUID parse(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.absent(text);
        }
    }
}
