// SPDX-License-Identifier: Apache-2.0
package org.chancery.position;

import org.chancery.directory.GovernmentCode;
import org.chancery.instruction.InstructionId;
import org.chancery.kernel.ReducedDate;
import org.jspecify.annotations.Nullable;

/// A position as a post or the desk enters it.
///
/// @param rank as what the basis counts
/// @param basis null where none was chosen
/// @param written the host confirmed in writing what it said in private
/// @param items how often it was reported; null where it is not counted
/// @param origins independent origins among them
/// @param asOf null where none was given
/// @param reason in the words of whoever enters it
public record NewPosition(
        InstructionId instruction,
        GovernmentCode government,
        String ask,
        Lane lane,
        Step step,
        BasisClass rank,
        @Nullable Filed basis,
        boolean written,
        @Nullable Integer items,
        @Nullable Integer origins,
        @Nullable ReducedDate asOf,
        Confidence confidence,
        String confidenceReason,
        String approach,
        String salience,
        String reason) {

    /// A record the position rests on: `FINDING:5f0c…`, `DEMARCHE:…`, `JOINT_TEXT:…`, `COVERAGE` or
    /// `ASSESSMENT`, the last two without an identity.
    public record Filed(Basis.Kind kind, String id) {}
}
