// SPDX-License-Identifier: Apache-2.0
package org.chancery.web;

import java.util.List;
import org.chancery.access.Actor;
import org.chancery.access.Permission;
import org.chancery.clearance.Clearance;
import org.chancery.clearance.Clearances;
import org.chancery.delivery.Deliveries;
import org.chancery.delivery.InboxRow;
import org.chancery.draft.Draft;
import org.chancery.draft.DraftState;
import org.chancery.draft.Drafts;
import org.chancery.instruction.Instructions;
import org.chancery.position.Positions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// What must I do, by when?
@Controller
class TodayController implements Pages.Counter {

    private final Instructions instructions;
    private final Deliveries deliveries;
    private final Drafts drafts;
    private final Clearances clearances;
    private final Positions positions;

    TodayController(
            Instructions instructions,
            Deliveries deliveries,
            Drafts drafts,
            Clearances clearances,
            Positions positions) {
        this.instructions = instructions;
        this.deliveries = deliveries;
        this.drafts = drafts;
        this.clearances = clearances;
        this.positions = positions;
    }

    @GetMapping("/today")
    String show(Actor actor, Model model) {
        var reader = actor.scope();
        model.addAttribute("tasks", instructions.open(actor.office(), reader));
        model.addAttribute("drafts", waiting(actor));
        model.addAttribute(
                "proposals",
                actor.may(Permission.CONFIRM_POSITION) ? positions.proposals(reader) : List.of());
        model.addAttribute("unread", unread(actor));
        model.addAttribute("instructions", instructions.list(reader));
        return "today/show";
    }

    /// Drafts this person is to clear or may release.
    private List<Draft> waiting(Actor actor) {
        return drafts.open(actor.scope()).stream()
                .filter(draft -> draft.state() instanceof DraftState.InClearance)
                .filter(draft -> toClear(draft, actor) || toRelease(draft, actor))
                .toList();
    }

    private boolean toClear(Draft draft, Actor actor) {
        return actor.may(Permission.CLEAR)
                && clearances.of(draft).stream()
                        .anyMatch(
                                clearance ->
                                        clearance.office().equals(actor.office())
                                                && clearance.answer() != Clearance.Answer.CLEARED);
    }

    private boolean toRelease(Draft draft, Actor actor) {
        return actor.may(Permission.RELEASE)
                && draft.office().equals(actor.office())
                && clearances.cleared(draft);
    }

    private List<InboxRow> unread(Actor actor) {
        return deliveries.inbox(actor.office(), null, null, 20, actor.scope()).rows().stream()
                .filter(row -> row.openedAt() == null)
                .toList();
    }

    @Override
    public Page.Counts count(Actor actor) {
        return new Page.Counts(
                instructions.open(actor.office(), actor.scope()).size() + waiting(actor).size(),
                (int) deliveries.unread(actor.office(), actor.scope()));
    }
}
