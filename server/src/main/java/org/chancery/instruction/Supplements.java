// SPDX-License-Identifier: Apache-2.0
package org.chancery.instruction;

import org.chancery.access.Accounts;
import org.chancery.cable.Cable;
import org.chancery.cable.Cables;
import org.chancery.cable.Reference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds the instruction a cable supplements (TSK-010). The instruction itself is never changed. Runs
/// in the transaction of the release.
@Component
class Supplements {

    private final InstructionRepository instructions;
    private final Cables cables;
    private final Accounts accounts;

    Supplements(InstructionRepository instructions, Cables cables, Accounts accounts) {
        this.instructions = instructions;
        this.cables = cables;
        this.accounts = accounts;
    }

    /// The instruction a cable supplements, null if it does not.
    @Nullable InstructionId original(Cable cable) {
        return cable.content()
                .reference(Reference.Relation.SUPPLEMENTS)
                .flatMap(
                        reference ->
                                accounts.actor(cable.releasedBy())
                                        .flatMap(
                                                releaser ->
                                                        cables.byNumber(
                                                                reference.number(),
                                                                releaser.scope())))
                .flatMap(original -> instructions.idOfCable(original.mrn().toString()))
                .orElse(null);
    }
}
