// SPDX-License-Identifier: Apache-2.0
package org.chancery.task;

import java.util.ArrayList;
import java.util.List;
import org.chancery.access.ReadScope;
import org.chancery.cable.Addressing;
import org.chancery.cable.Cable;
import org.chancery.directory.Offices;
import org.chancery.instruction.Instruction;
import org.chancery.instruction.InstructionId;
import org.chancery.instruction.Instructions;
import org.chancery.instruction.ReportingRequirement;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Door to the due times that supplements moved, at the posts that received them for action
/// (TSK-010).
@Component
public class DueChanges {

    private final Instructions instructions;
    private final DueChangeRepository changes;
    private final Offices offices;
    private final ApplicationEventPublisher events;

    DueChanges(
            Instructions instructions,
            DueChangeRepository changes,
            Offices offices,
            ApplicationEventPublisher events) {
        this.instructions = instructions;
        this.changes = changes;
        this.offices = offices;
        this.events = events;
    }

    /// Due times that supplements of an instruction moved, in the order they were moved.
    public List<DueChange> of(InstructionId instruction, ReadScope reader) {
        return changes.of(instruction, reader);
    }

    /// Moves what a supplement moves. Runs in the transaction of its release.
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
