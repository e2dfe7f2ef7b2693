// SPDX-License-Identifier: Apache-2.0
package org.chancery.instruction;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.chancery.access.ReadScope;
import org.chancery.directory.Office;
import org.chancery.directory.Offices;
import org.chancery.draft.Check;
import org.chancery.draft.Draft;
import org.chancery.draft.ReleaseCheck;
import org.chancery.kernel.Problem;
import org.springframework.stereotype.Component;

/// What a cable that asks something of posts must say before it is released (TSK-002 to TSK-004).
@Component
class InstructionRules implements ReleaseCheck {

    private final Offices offices;
    private final Clock clock;

    InstructionRules(Offices offices, Clock clock) {
        this.offices = offices;
        this.clock = clock;
    }

    @Override
    public List<Check> check(Draft draft, ReadScope reader) {
        if (!draft.content().instructs()) {
            return List.of();
        }
        var checks = new ArrayList<Check>();
        var problems = InstructionReader.problems(draft.content());
        problems.forEach(problem -> checks.add(blocks(problem)));
        if (!(offices.get(draft.office()) instanceof Office.Bureau bureau)
                || !bureau.taskingAuthority()) {
            checks.add(
                    blocks(
                            Problem.of(
                                    InstructionRefusal.MAY_NOT_INSTRUCT, draft.office().value())));
        }
        if (draft.content().paragraphs().stream().noneMatch(row -> row.is("OBJECTIVE"))) {
            checks.add(
                    new Check(
                            Check.Weight.WARNS,
                            Problem.at("paragraphs", InstructionRefusal.OBJECTIVE_MISSING),
                            null));
        }
        if (problems.isEmpty()) {
            overdue(draft, checks);
        }
        return checks;
    }

    private void overdue(Draft draft, List<Check> checks) {
        var today = LocalDate.now(clock);
        for (var requirement : InstructionReader.requirements(draft.content(), today)) {
            if (requirement.due().getFirst().isBefore(today)) {
                checks.add(
                        new Check(
                                Check.Weight.WARNS,
                                Problem.of(
                                        InstructionRefusal.DUE_BEFORE_RELEASE,
                                        requirement.label(),
                                        requirement.due().getFirst().toString()),
                                null));
            }
        }
    }

    private static Check blocks(Problem problem) {
        return new Check(Check.Weight.BLOCKS, problem, null);
    }
}
