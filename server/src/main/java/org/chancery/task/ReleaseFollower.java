// SPDX-License-Identifier: Apache-2.0
package org.chancery.task;

import org.chancery.cable.CableReleasing;
import org.chancery.instruction.Instruction;
import org.chancery.instruction.InstructionGiven;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What a release does to what posts owe, in the transaction of the release.
@Component
class ReleaseFollower {

    private final Withdrawal withdrawal;
    private final TaskOpening opening;
    private final DueChanges changes;

    ReleaseFollower(Withdrawal withdrawal, TaskOpening opening, DueChanges changes) {
        this.withdrawal = withdrawal;
        this.opening = opening;
        this.changes = changes;
    }

    /// What a cancelled or corrected cable asked is no longer owed, even if the new one asks nothing
    /// (MSG-026).
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CableReleasing event) {
        var cable = event.cable();
        if (!Instruction.isGivenBy(cable)) {
            withdrawal.withdraw(cable, cable.releasedAt());
        }
    }

    /// Opens one task per ACTION post, requirement and government. INFO addressees owe nothing
    /// (TSK-001). A corrected copy asks anew, save what was answered already; a supplement asks what
    /// it adds and moves the due times it changes (TSK-010).
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(InstructionGiven event) {
        var cable = event.cable();
        var answered = withdrawal.withdraw(cable, cable.releasedAt());
        opening.open(event.instruction().asking(), cable, answered);
        changes.apply(event.instruction(), cable);
    }
}
