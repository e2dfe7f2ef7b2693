// SPDX-License-Identifier: Apache-2.0
package org.chancery.cable;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
        List<Clearance> clearances,
        Set<Acknowledgement> acknowledged,
        Instant changedAt) {

    public Draft {
        clearances = List.copyOf(clearances);
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
}
