// SPDX-License-Identifier: Apache-2.0
package org.chancery.position;

import java.time.Instant;
import java.util.UUID;
import org.chancery.access.Label;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.Names;
import org.chancery.instruction.InstructionId;
import org.chancery.kernel.ReducedDate;
import org.chancery.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/// One entry of where a government stands. A later entry supersedes it; nothing overwrites it.
///
/// @param confidence `HIGH`, `MODERATE` or `LOW`
/// @param confidenceReason one reason for it, empty where the record itself says it
/// @param salience how much the government cares: `HIGH`, `MEDIUM`, `LOW`, empty if not said
/// @param postStep what the post proposed where this is the desk's view of it; null otherwise
/// @param approach how it took being asked: `WELCOMED`, `NEUTRAL`, `RESENTED`, empty if not said
/// @param state `PROPOSED` by a post, `CONFIRMED` by the desk
/// @param byOffice who entered it
/// @param answers the proposal this entry decides, null if it decides none
public record Position(
        UUID id,
        InstructionId instruction,
        GovernmentCode government,
        String ask,
        Lane lane,
        Step step,
        Basis basis,
        ReducedDate asOf,
        String confidence,
        String confidenceReason,
        String approach,
        String salience,
        Names reason,
        State state,
        String byOffice,
        Instant recordedAt,
        @Nullable UUID answers,
        @Nullable Step postStep,
        Label label) {

    public enum State {
        PROPOSED,
        CONFIRMED
    }

    /// @throws Refusal `FIRM_STEP_WEAK_BASIS` (POS-001) if a firm step has no strong basis
    public Position {
        if (step.firm() && !basis.strong()) {
            throw new Refusal(PositionRefusal.FIRM_STEP_WEAK_BASIS, step.name());
        }
    }

    /// The desk's view of this proposal. Both stay on record.
    Position decided(Step other, Basis by, Names words, String office, Instant at) {
        return new Position(
                UUID.randomUUID(),
                instruction,
                government,
                ask,
                lane,
                other,
                by,
                asOf,
                confidence,
                confidenceReason,
                approach,
                salience,
                words,
                State.CONFIRMED,
                office,
                at,
                id,
                step,
                label);
    }
}
