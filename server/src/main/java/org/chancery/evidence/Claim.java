// SPDX-License-Identifier: Apache-2.0
package org.chancery.evidence;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A sentence that somebody holds to be true.
///
/// @param parent the vaguer claim it is a part of, null if it stands alone
/// @param claimant office or outlet, never a private person
/// @param type `CAUSAL`, `COMPARATIVE`, `DESCRIPTIVE`, `NORMATIVE` or `PREDICTION`
/// @param noDataOffered day on which the claimant was asked and gave nothing, null if never
/// @param assessments what was said of it now: one for the whole, or one per place
public record Claim(
        ClaimId id,
        @Nullable ClaimId parent,
        String text,
        String claimant,
        String type,
        @Nullable LocalDate noDataOffered,
        List<Assessment> assessments) {

    public Claim {
        assessments = List.copyOf(assessments);
    }

    /// The status of the claim as a whole; where places differ it is contested.
    public ClaimStatus status() {
        var whole =
                assessments.stream().filter(assessment -> assessment.place().isEmpty()).findFirst();
        if (whole.isPresent()) {
            return whole.get().status();
        }
        var said = assessments.stream().map(Assessment::status).distinct().toList();
        return switch (said.size()) {
            case 0 -> ClaimStatus.NOT_ASSESSED;
            case 1 -> said.getFirst();
            default -> ClaimStatus.CONTESTED;
        };
    }

    /// Assessments that hold for one place only.
    public List<Assessment> byPlace() {
        return assessments.stream().filter(assessment -> !assessment.place().isEmpty()).toList();
    }
}
