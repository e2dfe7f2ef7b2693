// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.compose;

import java.util.List;
import org.chancery.access.Actor;
import org.chancery.access.Permission;
import org.chancery.clearance.Clearances;
import org.chancery.draft.Draft;
import org.chancery.draft.DraftState;
import org.chancery.draft.Drafts;
import org.springframework.stereotype.Component;

/// Drafts that wait for the person: to clear, or to release.
@Component
public class DraftQueue {

    private final Drafts drafts;
    private final Clearances clearances;

    DraftQueue(Drafts drafts, Clearances clearances) {
        this.drafts = drafts;
        this.clearances = clearances;
    }

    /// Drafts this person is to clear or may release.
    public List<Draft> waiting(Actor actor) {
        return drafts.open(actor.scope()).stream()
                .filter(draft -> draft.state() instanceof DraftState.InClearance)
                .filter(draft -> toClear(draft, actor) || toRelease(draft, actor))
                .toList();
    }

    private boolean toClear(Draft draft, Actor actor) {
        return actor.may(Permission.CLEAR) && clearances.awaits(draft, actor.office());
    }

    private boolean toRelease(Draft draft, Actor actor) {
        return actor.may(Permission.RELEASE)
                && draft.office().equals(actor.office())
                && clearances.cleared(draft);
    }

    /// Open drafts of the person's own office.
    public List<Draft> own(Actor actor) {
        return drafts.open(actor.scope()).stream()
                .filter(draft -> draft.office().equals(actor.office()))
                .toList();
    }
}
