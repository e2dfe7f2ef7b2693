// SPDX-License-Identifier: Apache-2.0
package org.chancery.clearance;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.chancery.access.Actor;
import org.chancery.access.ReadScope;
import org.chancery.draft.Check;
import org.chancery.draft.Draft;
import org.chancery.draft.DraftState;
import org.chancery.draft.ReleaseCheck;
import org.springframework.stereotype.Component;

/// Lets a draft go only when every clearance is given (CLR-001) and by somebody who may (CLR-004).
/// It says nothing while the draft is written: the chain stands beside the text by itself.
@Component
class ReleaseGate implements ReleaseCheck {

    private final ClearanceRepository clearances;

    ReleaseGate(ClearanceRepository clearances) {
        this.clearances = clearances;
    }

    @Override
    public List<Check> check(Draft draft, ReadScope reader) {
        return List.of();
    }

    @Override
    public List<Check> check(Draft draft, Actor releaser) {
        var against = new ArrayList<Check>();
        if (draft.state() instanceof DraftState.Writing) {
            against.add(Check.blocks("", ClearanceRefusal.NOT_IN_CLEARANCE));
        }
        var outstanding =
                clearances.of(draft.id()).stream()
                        .filter(clearance -> !clearance.given())
                        .map(clearance -> clearance.office().value())
                        .sorted()
                        .collect(Collectors.joining(", "));
        if (!outstanding.isEmpty()) {
            against.add(Check.blocks("", ClearanceRefusal.CLEARANCES_OUTSTANDING, outstanding));
        }
        if (draft.drafter().equals(releaser.signIn())) {
            against.add(Check.blocks("", ClearanceRefusal.DRAFTER_IS_APPROVER));
        }
        return against;
    }
}
