// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.util.List;
import java.util.stream.Collectors;
import org.chancery.access.Actor;
import org.chancery.access.ReadScope;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.instruction.Instructions;
import org.chancery.policy.Policy;
import org.chancery.task.Task;
import org.springframework.stereotype.Component;

/// Gathers what the rules of reports have to know besides the report.
@Component
class ReportGround {

    private final List<OnRecord> kept;
    private final Instructions instructions;
    private final Offices offices;
    private final Policy policy;

    ReportGround(List<OnRecord> kept, Instructions instructions, Offices offices, Policy policy) {
        this.kept = List.copyOf(kept);
        this.instructions = instructions;
        this.offices = offices;
        this.policy = policy;
    }

    ReportRules.Ground of(Task task, Actor actor) {
        return new ReportRules.Ground(
                task.form(),
                instructions.get(task.instruction(), actor.scope()),
                !onRecord(task, actor.scope()).isEmpty(),
                offices.constituents(task.office()).stream()
                        .map(OfficeCode::value)
                        .collect(Collectors.toSet()),
                offices.byCode().keySet().stream()
                        .map(OfficeCode::value)
                        .collect(Collectors.toSet()),
                policy.limits().smallestCount());
    }

    List<OnRecord.Part> onRecord(Task task, ReadScope reader) {
        return kept.stream().flatMap(on -> on.of(task, reader).stream()).toList();
    }
}
