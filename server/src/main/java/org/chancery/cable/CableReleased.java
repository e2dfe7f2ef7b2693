// SPDX-License-Identifier: Apache-2.0
package org.chancery.cable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A cable has been sent. Published in the transaction of the release.
///
/// @param mrn its number as text: `26 STATE 7`
/// @param offices codes of sender and addressees: who it has arrived at
public record CableReleased(UUID cable, UUID draft, String mrn, Instant at, List<String> offices) {

    public CableReleased {
        offices = List.copyOf(offices);
    }

    public CableId id() {
        return new CableId(cable);
    }

    public DraftId draftId() {
        return new DraftId(draft);
    }
}
