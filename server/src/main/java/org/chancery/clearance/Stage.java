// SPDX-License-Identifier: Apache-2.0
package org.chancery.clearance;

import java.util.Collection;
import org.chancery.draft.DraftState;
import org.jspecify.annotations.Nullable;

/// How far a cable is on its way, as shown: the state of the draft and of its chain together.
public enum Stage {
    WRITING,
    IN_CLEARANCE,
    /// Every office has given its clearance.
    CLEARED,
    /// The drafting office has said that it may go.
    APPROVED,
    RELEASED,
    DISCARDED;

    static Stage of(DraftState state, Collection<Clearance> steps, @Nullable Approval approval) {
        return switch (state) {
            case DraftState.Writing() -> WRITING;
            case DraftState.InClearance() -> {
                if (steps.stream().anyMatch(Clearance::inTheWay)) {
                    yield IN_CLEARANCE;
                }
                yield approval == null ? CLEARED : APPROVED;
            }
            case DraftState.Released(_, _) -> RELEASED;
            case DraftState.Discarded(_) -> DISCARDED;
        };
    }
}
