// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.tasking;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chancery.access.Actor;
import org.chancery.access.Permission;
import org.chancery.delivery.Deliveries;
import org.chancery.delivery.Folder;
import org.chancery.delivery.InboxQuestion;
import org.chancery.delivery.InboxRow;
import org.chancery.directory.Offices;
import org.chancery.directory.StaffId;
import org.chancery.finding.Measures;
import org.chancery.instruction.Instructions;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.chancery.kernel.RefusalCode;
import org.chancery.policy.Traffic;
import org.chancery.position.Positions;
import org.chancery.task.Tasks;
import org.chancery.web.Page;
import org.chancery.web.Pages;
import org.chancery.web.compose.DraftQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What must I do, by when?
@Controller
class TodayController implements Pages.Counter {

    private static final int SHOWN = 20;

    private final Instructions instructions;
    private final Tasks tasks;
    private final TaskDesk desk;
    private final Offices offices;
    private final Deliveries deliveries;
    private final DraftQueue drafts;
    private final Positions positions;
    private final Measures measures;
    private final Traffic traffic;

    TodayController(
            Instructions instructions,
            Tasks tasks,
            TaskDesk desk,
            Offices offices,
            Deliveries deliveries,
            DraftQueue drafts,
            Positions positions,
            Measures measures,
            Traffic traffic) {
        this.instructions = instructions;
        this.tasks = tasks;
        this.desk = desk;
        this.offices = offices;
        this.deliveries = deliveries;
        this.drafts = drafts;
        this.positions = positions;
        this.measures = measures;
        this.traffic = traffic;
    }

    @GetMapping("/today")
    String show(
            @RequestParam(defaultValue = "me") TodayTasks.Whose whose,
            @RequestParam(required = false) @Nullable Integer handedOver,
            Actor actor,
            Model model) {
        var reader = actor.scope();
        model.addAttribute("urgent", deliveries.urgent(actor));
        model.addAttribute("desk", desk.today(whose, actor));
        model.addAttribute("handedOver", handedOver == null ? 0 : handedOver);
        model.addAttribute("assigned", rows(actor, Folder.ASSIGNED, true));
        model.addAttribute("drafts", drafts.waiting(actor));
        model.addAttribute(
                "proposals",
                actor.may(Permission.CONFIRM_POSITION) ? positions.proposals(reader) : List.of());
        model.addAttribute("renewals", positions.renewals(actor.office(), reader));
        model.addAttribute("reviews", measures.reviews(actor.office(), reader));
        model.addAttribute("governments", offices.governmentsByCode());
        model.addAttribute("unread", unread(actor));
        model.addAttribute("instructions", instructions.list(reader));
        model.addAttribute("traffic", traffic);
        return "today/show";
    }

    @GetMapping("/today/hand-over")
    String handOver(Actor actor, Model model) {
        return handOver(Map.of(), List.of(), actor, model);
    }

    /// Every task the person still has goes to a colleague, with a note.
    @PostMapping("/today/hand-over")
    String handOver(
            @RequestParam Map<String, String> form,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        try {
            var count =
                    tasks.handOver(
                            person(form.getOrDefault("person", "")),
                            form.getOrDefault("note", ""),
                            actor);
            return "redirect:/today?handedOver=" + count;
        } catch (Refusal refusal) {
            var kind = refusal.first().code().kind();
            if (kind == RefusalCode.Kind.AUTHORITY) {
                throw refusal;
            }
            response.setStatus(kind.status());
            return handOver(form, refusal.problems(), actor, model);
        }
    }

    /// Nobody at all where the text names none.
    private static StaffId person(String text) {
        try {
            return new StaffId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return new StaffId(new UUID(0, 0));
        }
    }

    private String handOver(
            Map<String, String> form, List<Problem> problems, Actor actor, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        model.addAttribute("mine", desk.today(TodayTasks.Whose.me, actor).mine());
        model.addAttribute(
                "colleagues",
                offices.staffOf(actor.office()).stream()
                        .filter(member -> !member.id().equals(actor.person()))
                        .toList());
        return "today/hand-over";
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
                desk.count(actor) + drafts.waiting(actor).size(),
                (int) deliveries.unread(actor.office(), actor.scope()));
    }
}
