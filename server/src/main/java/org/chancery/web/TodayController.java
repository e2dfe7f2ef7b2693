// SPDX-License-Identifier: Apache-2.0
package org.chancery.web;

import java.util.List;
import java.util.Set;
import org.chancery.access.Actor;
import org.chancery.access.Permission;
import org.chancery.delivery.Deliveries;
import org.chancery.delivery.Folder;
import org.chancery.delivery.InboxQuestion;
import org.chancery.delivery.InboxRow;
import org.chancery.instruction.Instructions;
import org.chancery.instruction.Tasks;
import org.chancery.policy.Traffic;
import org.chancery.position.Positions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// What must I do, by when?
@Controller
class TodayController implements Pages.Counter {

    private static final int SHOWN = 20;

    private final Instructions instructions;
    private final Tasks tasks;
    private final Deliveries deliveries;
    private final DraftQueue drafts;
    private final Positions positions;
    private final Traffic traffic;

    TodayController(
            Instructions instructions,
            Tasks tasks,
            Deliveries deliveries,
            DraftQueue drafts,
            Positions positions,
            Traffic traffic) {
        this.instructions = instructions;
        this.tasks = tasks;
        this.deliveries = deliveries;
        this.drafts = drafts;
        this.positions = positions;
        this.traffic = traffic;
    }

    @GetMapping("/today")
    String show(Actor actor, Model model) {
        var reader = actor.scope();
        model.addAttribute("urgent", deliveries.urgent(actor));
        model.addAttribute("tasks", tasks.open(actor.office(), reader));
        model.addAttribute("assigned", rows(actor, Folder.ASSIGNED, true));
        model.addAttribute("drafts", drafts.waiting(actor));
        model.addAttribute(
                "proposals",
                actor.may(Permission.CONFIRM_POSITION) ? positions.proposals(reader) : List.of());
        model.addAttribute("unread", unread(actor));
        model.addAttribute("instructions", instructions.list(reader));
        model.addAttribute("traffic", traffic);
        return "today/show";
    }

    private List<InboxRow> unread(Actor actor) {
        return rows(actor, Folder.MINE, false).stream()
                .filter(row -> row.openedAt() == null)
                .toList();
    }

    private List<InboxRow> rows(Actor actor, Folder folder, boolean dueFirst) {
        var question = new InboxQuestion(actor.office(), folder, null, Set.of(), dueFirst);
        return deliveries.inbox(question, null, SHOWN, actor).rows();
    }

    @Override
    public Page.Counts count(Actor actor) {
        return new Page.Counts(
                tasks.open(actor.office(), actor.scope()).size() + drafts.waiting(actor).size(),
                (int) deliveries.unread(actor.office(), actor.scope()));
    }
}
