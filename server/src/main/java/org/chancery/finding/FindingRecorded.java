// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.util.UUID;

/// A finding reported by a post is on record. Published in the transaction of the release.
///
/// @param instruction the instruction it answers
/// @param ask label of the ask it was linked to, empty if none
public record FindingRecorded(UUID finding, String instruction, String ask, String office) {

    public FindingId id() {
        return new FindingId(finding);
    }
}
