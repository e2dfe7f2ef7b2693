// SPDX-License-Identifier: Apache-2.0
package org.chancery.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.access.Actor;
import org.chancery.access.Delegations;
import org.chancery.access.Permission;
import org.chancery.cable.Cables;
import org.chancery.cable.Content;
import org.chancery.cable.DraftId;
import org.chancery.cable.Mrn;
import org.chancery.cable.Reference;
import org.chancery.clearance.Clearances;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.draft.Draft;
import org.chancery.draft.DraftState;
import org.chancery.draft.Drafts;
import org.chancery.evidence.Claims;
import org.chancery.instruction.Instructions;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.chancery.policy.Handling;
import org.chancery.policy.Traffic;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Is it right, is it cleared, can it go?
@Controller
class DraftsController {

    private final Drafts drafts;
    private final Clearances clearances;
    private final Delegations delegations;
    private final Cables cables;
    private final Claims claims;
    private final Instructions instructions;
    private final Offices offices;
    private final Traffic traffic;
    private final Handling handling;
    private final Clock clock;

    DraftsController(
            Drafts drafts,
            Clearances clearances,
            Delegations delegations,
            Cables cables,
            Claims claims,
            Instructions instructions,
            Offices offices,
            Traffic traffic,
            Handling handling,
            Clock clock) {
        this.drafts = drafts;
        this.clearances = clearances;
        this.delegations = delegations;
        this.cables = cables;
        this.claims = claims;
        this.instructions = instructions;
        this.offices = offices;
        this.traffic = traffic;
        this.handling = handling;
        this.clock = clock;
    }

    @GetMapping("/drafts/new")
    String start(Actor actor, Model model) {
        actor.require(Permission.DRAFT);
        model.addAttribute("instructions", instructions.list(actor.scope()));
        return "cable/new";
    }

    /// @param from number of the cable it continues, empty for a blank one
    @PostMapping("/drafts")
    String create(Actor actor, @RequestParam(defaultValue = "") String from) {
        var level = handling.level(Math.min(1, handling.levels().size() - 1)).code();
        var content =
                Content.blank(
                        traffic.types().getFirst().code(),
                        level,
                        traffic.precedences().getFirst().code());
        if (!from.isEmpty()) {
            var cable = cables.get(Mrn.parse(from), actor.scope());
            content =
                    content.with()
                            .subjectMark(cable.content().subjectMark())
                            .captions(cable.content().captions())
                            .topics(cable.content().topics())
                            .references(
                                    List.of(
                                            new Reference(
                                                    cable.mrn().toString(),
                                                    Reference.Relation.SUPPLEMENTS,
                                                    false,
                                                    false)))
                            .exercise(cable.content().exercise())
                            .build();
        }
        return "redirect:/drafts/" + drafts.start(content, actor).id();
    }

    @GetMapping("/drafts/{id}")
    String show(@PathVariable String id, Actor actor, Model model) {
        var draft = drafts.get(DraftId.parse(id), actor.scope());
        if (draft.state() instanceof DraftState.Released(var mrn, _)) {
            return "redirect:/cables/" + mrn.slug();
        }
        return page(draft, List.of(), actor, model);
    }

    @PostMapping("/drafts/{id}")
    String save(
            @PathVariable String id,
            @RequestParam long version,
            @RequestParam MultiValueMap<String, String> form,
            Actor actor,
            Model model) {
        var before = drafts.get(DraftId.parse(id), actor.scope());
        var zone = offices.get(before.office()).zone();
        var written = DraftForm.of(form, before.content(), zone);
        try {
            written.requireReadable();
            var draft = drafts.change(before.id(), version, written.content(), actor);
            written.claims()
                    .forEach((paragraph, claim) -> claims.link(paragraph, draft, claim, actor));
            return "redirect:/drafts/" + id;
        } catch (Refusal refusal) {
            return page(
                    before.withUnsaved(written.content(), version),
                    refusal.problems(),
                    actor,
                    model);
        }
    }

    /// @param act `acknowledge` or `release`
    /// @param office the office the person releases for, empty for their own
    @PostMapping("/drafts/{id}/{act:acknowledge|release}")
    String act(
            @PathVariable String id,
            @PathVariable String act,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String office,
            @RequestParam(required = false) @Nullable UUID paragraph,
            @RequestParam(defaultValue = "") String code,
            Actor actor,
            Model model) {
        var draft = DraftId.parse(id);
        try {
            switch (act) {
                case "acknowledge" ->
                        drafts.acknowledge(
                                draft,
                                version,
                                Optional.ofNullable(paragraph)
                                        .orElseThrow(() -> Refusal.absent("paragraph")),
                                code,
                                actor);
                default -> {
                    var releaser =
                            office.isEmpty()
                                    ? actor
                                    : delegations.standIn(
                                            actor, new OfficeCode(office), Permission.RELEASE);
                    var cable = drafts.release(draft, version, releaser);
                    return "redirect:/cables/" + cable.mrn().slug();
                }
            }
            return "redirect:/drafts/" + id;
        } catch (Refusal refusal) {
            return page(drafts.get(draft, actor.scope()), refusal.problems(), actor, model);
        }
    }

    private String page(Draft draft, List<Problem> problems, Actor actor, Model model) {
        model.addAttribute("draft", draft);
        model.addAttribute("problems", problems);
        model.addAttribute("checks", drafts.checks(draft, actor.scope()));
        model.addAttribute("addressees", drafts.addressees(draft));
        model.addAttribute("chain", clearances.chain(draft));
        model.addAttribute("collectives", offices.collectives());
        model.addAttribute("precedences", traffic.precedences());
        model.addAttribute("topics", traffic.topicsInForce(LocalDate.now(clock)));
        model.addAttribute("levels", handling.levels());
        model.addAttribute("claims", claims.all());
        model.addAttribute(
                "verdicts",
                claims.verdicts(
                        draft.content().paragraphs().stream().map(row -> row.id()).toList()));
        model.addAttribute("editable", editable(draft, actor));
        return "cable/draft";
    }

    private static boolean editable(Draft draft, Actor actor) {
        return actor.may(Permission.DRAFT)
                && draft.office().equals(actor.office())
                && draft.state().open();
    }
}
