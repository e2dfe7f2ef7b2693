// SPDX-License-Identifier: Apache-2.0
package org.chancery.evidence;

import java.time.Instant;
import java.util.List;

/// What somebody found of a claim, for a place or for the whole. Never overwritten, only followed.
///
/// @param place government code, empty for the claim as a whole
/// @param reason in a sentence
/// @param flags for example `METRIC_MISMATCH`
/// @param by sign-in name, or where the worked example has it from
public record Assessment(
        String place,
        ClaimStatus status,
        String reason,
        List<String> flags,
        String by,
        Instant at) {

    public Assessment {
        flags = List.copyOf(flags);
    }
}
