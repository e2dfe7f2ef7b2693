// SPDX-License-Identifier: Apache-2.0
package org.chancery.instruction;

import java.util.ArrayList;
import java.util.List;
import org.chancery.access.Accounts;
import org.chancery.cable.Addressing;
import org.chancery.cable.Cable;
import org.chancery.cable.Cables;
import org.chancery.cable.Reference;
import org.chancery.directory.Offices;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Moves the due times of the instruction a cable supplements, at the posts that receive it for
/// action (TSK-010). The instruction itself is never changed. Runs in the transaction of the
/// release.
@Component
class Supplements {

    private final InstructionRepository instructions;
    private final DueChangeRepository changes;
    private final Cables cables;
    private final Accounts accounts;
    private final Offices offices;
    private final ApplicationEventPublisher events;

    Supplements(
            InstructionRepository instructions,
            DueChangeRepository changes,
            Cables cables,
            Accounts accounts,
            Offices offices,
            ApplicationEventPublisher events) {
        this.instructions = instructions;
        this.changes = changes;
        this.cables = cables;
        this.accounts = accounts;
        this.offices = offices;
        this.events = events;
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

    void apply(Instruction supplement, Cable cable) {
        var original = supplement.supplements();
        if (original == null) {
            return;
        }
        for (var requirement : supplement.requirements()) {
            if (requirement.moves()) {
                var recurs =
                        instructions.requirements(original).stream()
                                .filter(known -> known.label().equals(requirement.changes()))
                                .anyMatch(ReportingRequirement::recurs);
                changes.move(
                                original,
                                requirement.changes(),
                                dues(requirement, recurs, cable),
                                supplement,
                                cable.releasedBy())
                        .forEach(
                                moved ->
                                        events.publishEvent(
                                                new TaskChanged(
                                                        moved.task().toString(),
                                                        original.value(),
                                                        moved.office())));
            }
        }
    }

    private List<DueChangeRepository.NewDue> dues(
            ReportingRequirement requirement, boolean recurs, Cable cable) {
        var calendars = offices.calendars();
        var dues = new ArrayList<DueChangeRepository.NewDue>();
        for (var office : cable.offices(Addressing.ACTION)) {
            var calendar = calendars.get(office);
            if (calendar == null) {
                continue;
            }
            for (int i = 0; i < requirement.due().size(); i++) {
                dues.add(
                        new DueChangeRepository.NewDue(
                                office.value(),
                                recurs ? 0 : i + 1,
                                calendar.closing(requirement.due().get(i)).toString()));
            }
        }
        return dues;
    }
}
