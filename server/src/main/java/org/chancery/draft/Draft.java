// SPDX-License-Identifier: Apache-2.0
package org.chancery.draft;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.chancery.cable.Content;
import org.chancery.cable.DraftId;
import org.chancery.directory.OfficeCode;

/// A cable being written.
///
/// @param version rises with each change; a writer names the one they saw
/// @param drafter sign-in name
/// @param acknowledged what an approver has said they know
public record Draft(
        DraftId id,
        long version,
        OfficeCode office,
        String drafter,
        Content content,
        DraftState state,
        Set<Acknowledgement> acknowledged,
        Instant changedAt) {

    public Draft {
        acknowledged = Set.copyOf(acknowledged);
    }

    /// @param code code of the rule acknowledged
    public record Acknowledgement(UUID paragraph, String code, String by, Instant at) {}

    public boolean acknowledged(Check check) {
        return acknowledged.stream()
                .anyMatch(
                        known ->
                                known.paragraph().equals(check.paragraph())
                                        && known.code().equals(check.problem().code().code()));
    }

    /// The same draft with a text that was sent but could not be kept.
    ///
    /// @param seen version the writer had before them
    public Draft withUnsaved(Content written, long seen) {
        return new Draft(id, seen, office, drafter, written, state, acknowledged, changedAt);
    }
}
