// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A document of a measure: where it is and what it was like, never its text.
///
/// @param step the step it belongs to, null for the whole measure
/// @param language BCP 47
/// @param uri http or https address, empty if there is none
/// @param dated as exactly as known, empty if not known
/// @param sha256 64 hexadecimal digits of the bytes, empty if they were not had
public record Document(
        UUID id,
        @Nullable FindingId step,
        Role role,
        String language,
        String title,
        String uri,
        String dated,
        Instant retrievedAt,
        String sha256) {

    public enum Role {
        ACT,
        BILL,
        EXPLANATORY,
        TRANSLATION,
        PRESS_RELEASE,
        JUDGMENT,
        STATISTICS
    }
}
