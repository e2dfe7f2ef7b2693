// SPDX-License-Identifier: Apache-2.0
package org.chancery.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.chancery.access.Accounts;
import org.chancery.access.Actor;
import org.chancery.cable.Cable;
import org.chancery.cable.Cables;
import org.chancery.cable.Reference;
import org.chancery.instruction.InstructionId;
import org.chancery.instruction.Instructions;
import org.springframework.stereotype.Component;

/// Waives what an instruction still asked when its cable is cancelled or corrected (MSG-026). Runs
/// in the transaction of the release.
@Component
class Withdrawal {

    private final Instructions instructions;
    private final TaskRepository tasks;
    private final Cables cables;
    private final Accounts accounts;
    private final TaskLedger ledger;

    Withdrawal(
            Instructions instructions,
            TaskRepository tasks,
            Cables cables,
            Accounts accounts,
            TaskLedger ledger) {
        this.instructions = instructions;
        this.tasks = tasks;
        this.cables = cables;
        this.accounts = accounts;
        this.ledger = ledger;
    }

    /// @param at moment of release
    /// @return tasks of the corrected cable that have their answer already and are not asked again
    List<Task> withdraw(Cable cable, Instant at) {
        var answered = new ArrayList<Task>();
        for (var reference : cable.content().references()) {
            switch (reference.relation()) {
                case CANCELS -> waive(cable, reference, "Cancelled by " + cable.mrn(), at);
                case CORRECTS ->
                        answered.addAll(waive(cable, reference, "Corrected by " + cable.mrn(), at));
                case REFERS, ANSWERS, SUPPLEMENTS, READDRESSES -> {}
            }
        }
        return answered;
    }

    /// @return tasks that had their answer before
    private List<Task> waive(Cable cable, Reference reference, String reason, Instant at) {
        var releaser =
                accounts.actor(cable.releasedBy())
                        .orElseThrow(() -> new IllegalStateException("no " + cable.releasedBy()));
        return cables.byNumber(reference.number(), releaser.scope()).stream()
                .flatMap(original -> instructions.givenBy(original.mrn()).stream())
                .flatMap(instruction -> waive(instruction, reason, releaser, at))
                .toList();
    }

    private Stream<Task> waive(
            InstructionId instruction, String reason, Actor releaser, Instant at) {
        var given = tasks.allTasks(instruction);
        for (var task : given) {
            if (!task.state().ended()) {
                ledger.withdraw(task, reason, at, releaser);
            }
        }
        return given.stream().filter(task -> task.state().hasAnswer());
    }
}
