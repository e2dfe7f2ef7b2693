// SPDX-License-Identifier: Apache-2.0
package org.chancery.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chancery.access.Actor;
import org.chancery.access.Permission;
import org.chancery.cable.DraftId;
import org.chancery.draft.Drafts;
import org.chancery.evidence.Claims;
import org.chancery.instruction.Instructions;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.chancery.policy.Traffic;
import org.chancery.writing.Continuation;
import org.chancery.writing.Continuations;
import org.chancery.writing.Templates;
import org.chancery.writing.Together;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Three ways to start a cable: blank, from a template, from a cable.
@Controller
class StartController {

    private final Continuations continuations;
    private final Templates templates;
    private final Drafts drafts;
    private final Together together;
    private final Claims claims;
    private final Instructions instructions;
    private final Traffic traffic;

    StartController(
            Continuations continuations,
            Templates templates,
            Drafts drafts,
            Together together,
            Claims claims,
            Instructions instructions,
            Traffic traffic) {
        this.continuations = continuations;
        this.templates = templates;
        this.drafts = drafts;
        this.together = together;
        this.claims = claims;
        this.instructions = instructions;
        this.traffic = traffic;
    }

    /// @param from number of a cable to go on from, filled in by the page of that cable
    @GetMapping("/drafts/new")
    String choose(Actor actor, @RequestParam(defaultValue = "") String from, Model model) {
        actor.require(Permission.DRAFT);
        return page(actor, from, List.of(), model);
    }

    private String page(Actor actor, String from, List<Problem> problems, Model model) {
        model.addAttribute("instructions", instructions.list(actor.scope()));
        model.addAttribute("templates", templates.all(actor.scope()));
        model.addAttribute("types", traffic.types());
        model.addAttribute("from", from);
        model.addAttribute("problems", problems);
        return "cable/new";
    }

    /// @param type code in the policy, for a blank cable; the first if empty
    /// @param template to start from, null for none
    /// @param from number of the cable it continues, empty for none
    /// @param as how it continues it
    @PostMapping("/drafts")
    String create(
            Actor actor,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(required = false) @Nullable UUID template,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "supplement") String as,
            Model model) {
        actor.require(Permission.DRAFT);
        try {
            var draft =
                    template != null
                            ? templates.start(template, actor).id()
                            : from.isBlank()
                                    ? blank(type, actor)
                                    : continued(from, Continuation.parse(as), actor);
            return "redirect:/drafts/" + draft;
        } catch (Refusal refusal) {
            return page(
                    actor,
                    from,
                    refusal.problems().stream()
                            .map(
                                    problem ->
                                            new Problem(
                                                    problem.code(), "from", problem.arguments()))
                            .toList(),
                    model);
        }
    }

    private DraftId blank(String type, Actor actor) {
        return continuations
                .blank(type.isEmpty() ? traffic.types().getFirst().code() : type, actor)
                .id();
    }

    /// Rows that are carried on keep the claims they rest on.
    private DraftId continued(String from, Continuation as, Actor actor) {
        var started = continuations.start(from, as, actor);
        var verdicts = claims.verdicts(started.rows().keySet());
        var points =
                started.draft().content().paragraphs().stream()
                        .filter(row -> row.is("POINT"))
                        .map(row -> row.id())
                        .collect(Collectors.toSet());
        verdicts.forEach(
                (row, verdict) -> {
                    var now = started.rows().get(row);
                    if (now != null && points.contains(now)) {
                        claims.link(now, started.draft(), Optional.of(verdict.claim().id()), actor);
                    }
                });
        return started.draft().id();
    }

    /// Keeps the text of a draft to start others from.
    @PostMapping("/drafts/{id}/template")
    String keep(@PathVariable String id, @RequestParam String name, Actor actor) {
        var draft = DraftId.parse(id);
        together.settle(draft, actor);
        templates.keep(drafts.get(draft, actor.scope()), name, actor);
        return "redirect:/drafts/new#templates";
    }

    @PostMapping("/templates/{id}/delete")
    String delete(@PathVariable UUID id, Actor actor) {
        templates.delete(id, actor);
        return "redirect:/drafts/new#templates";
    }
}
