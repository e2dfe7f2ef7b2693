// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.compose;

import java.util.List;
import java.util.function.Function;
import org.chancery.access.Actor;
import org.chancery.access.Delegations;
import org.chancery.access.Permission;
import org.chancery.cable.DraftId;
import org.chancery.clearance.Clearances;
import org.chancery.clearance.Difference;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.draft.Draft;
import org.chancery.draft.Drafts;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.chancery.kernel.RefusalCode;
import org.chancery.writing.Together;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Who must say that it may go, what have they said, and of which text?
@Controller
class ClearanceController {

    private final Drafts drafts;
    private final Together together;
    private final Clearances clearances;
    private final Delegations delegations;
    private final Offices offices;

    ClearanceController(
            Drafts drafts,
            Together together,
            Clearances clearances,
            Delegations delegations,
            Offices offices) {
        this.drafts = drafts;
        this.together = together;
        this.clearances = clearances;
        this.delegations = delegations;
        this.offices = offices;
    }

    @GetMapping("/drafts/{id}/clearance")
    String show(@PathVariable String id, Actor actor, Model model) {
        return page(drafts.get(DraftId.parse(id), actor.scope()), List.of(), actor, model);
    }

    /// @param act what the office says, as in the address of the form
    /// @param office the office the person speaks for, empty for their own
    /// @param target the office whose objection is set aside
    @PostMapping(
            "/drafts/{id}/{act:send|withdraw|clear|clear-with-edits|no-objection|object"
                    + "|withdraw-objection|overrule|approve|late-objection}")
    String act(
            @PathVariable String id,
            @PathVariable String act,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String office,
            @RequestParam(defaultValue = "") String target,
            @RequestParam MultiValueMap<String, String> form,
            Actor actor,
            Model model) {
        var draft = DraftId.parse(id);
        var comment = ClearanceForm.value(form, "comment");
        var right = act.equals("approve") ? Permission.RELEASE : Permission.CLEAR;
        var acting =
                office.isEmpty()
                        ? actor
                        : delegations.standIn(actor, new OfficeCode(office), right);
        return attempt(
                draft,
                actor,
                model,
                ClearanceForm.value(form, "back"),
                known ->
                        switch (act) {
                            case "send" ->
                                    clearances.send(
                                            draft,
                                            settled(draft, version, actor),
                                            ClearanceForm.asking(
                                                    form, offices.get(known.office()).zone()),
                                            actor);
                            case "withdraw" -> clearances.withdraw(draft, version, actor);
                            case "overrule" ->
                                    clearances.overrule(
                                            draft,
                                            version,
                                            new OfficeCode(target),
                                            ClearanceForm.value(form, "reason"),
                                            actor);
                            case "approve" -> clearances.approve(draft, version, acting);
                            default -> answer(known, act, version, comment, form, acting);
                        });
    }

    /// What the drafter has typed and not saved is part of what they send.
    private long settled(DraftId id, long version, Actor actor) {
        return together.settle(id, actor).map(Draft::version).orElse(version);
    }

    private Draft answer(
            Draft known,
            String act,
            long version,
            String comment,
            MultiValueMap<String, String> form,
            Actor actor) {
        var id = known.id();
        return switch (act) {
            case "clear" -> clearances.clear(id, version, comment, actor);
            case "clear-with-edits" ->
                    clearances.clearWithEdits(
                            id,
                            version,
                            ClearanceForm.edited(form, known.content()),
                            comment,
                            actor);
            case "no-objection" -> clearances.noObjection(id, version, comment, actor);
            case "object" -> clearances.object(id, version, comment, actor);
            case "withdraw-objection" -> clearances.withdrawObjection(id, version, comment, actor);
            default -> clearances.lateObjection(id, comment, actor);
        };
    }

    /// @param act `add`, `remove` or `order`
    @PostMapping("/drafts/{id}/clearance/{act:add|remove|order}")
    String change(
            @PathVariable String id,
            @PathVariable String act,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String office,
            @RequestParam MultiValueMap<String, String> form,
            Actor actor,
            Model model) {
        var draft = DraftId.parse(id);
        return attempt(
                draft,
                actor,
                model,
                "clearance",
                known -> {
                    switch (act) {
                        case "add" ->
                                clearances.add(
                                        draft,
                                        version,
                                        new OfficeCode(office.strip()),
                                        ClearanceForm.position(
                                                ClearanceForm.value(form, "position")),
                                        ClearanceForm.moment(
                                                ClearanceForm.value(form, "silentUntil"),
                                                offices.get(known.office()).zone()),
                                        actor);
                        case "remove" ->
                                clearances.remove(draft, version, new OfficeCode(office), actor);
                        default ->
                                clearances.order(
                                        draft, version, ClearanceForm.positions(form), actor);
                    }
                    return known;
                });
    }

    /// @param from version before, empty for the one last cleared by the reader's office
    /// @param to version after, empty for the newest
    @GetMapping("/drafts/{id}/compare")
    String compare(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Long from,
            @RequestParam(required = false) @Nullable Long to,
            Actor actor,
            Model model) {
        var draft = drafts.get(DraftId.parse(id), actor.scope());
        var after = drafts.version(draft, to == null ? draft.version() : to);
        var before =
                drafts.version(
                        draft, from == null ? lastCleared(draft, after.version(), actor) : from);
        model.addAttribute("draft", draft);
        model.addAttribute("from", before.version());
        model.addAttribute("to", after.version());
        model.addAttribute("difference", Difference.between(before.content(), after.content()));
        return "clearance/compare";
    }

    private long lastCleared(Draft draft, long to, Actor actor) {
        return clearances
                .chain(draft)
                .stepOf(actor)
                .map(step -> step.version())
                .filter(version -> version > 0)
                .orElse(Math.max(1, to - 1));
    }

    @GetMapping("/drafts/{id}/history")
    String history(@PathVariable String id, Actor actor, Model model) {
        var draft = drafts.get(DraftId.parse(id), actor.scope());
        model.addAttribute("draft", draft);
        model.addAttribute("versions", drafts.versions(draft));
        model.addAttribute("events", clearances.chain(draft).events());
        return "clearance/history";
    }

    /// Does it, or draws the page again with what stands against it. Who may not, or may not read it,
    /// gets no page.
    private String attempt(
            DraftId id, Actor actor, Model model, String back, Function<Draft, Draft> act) {
        var draft = drafts.get(id, actor.scope());
        try {
            act.apply(draft);
            return "redirect:/drafts/" + id + (back.equals("clearance") ? "/clearance" : "");
        } catch (Refusal refusal) {
            var kind = refusal.first().code().kind();
            if (kind == RefusalCode.Kind.AUTHORITY || kind == RefusalCode.Kind.ABSENT) {
                throw refusal;
            }
            return page(drafts.get(id, actor.scope()), refusal.problems(), actor, model);
        }
    }

    private String page(Draft draft, List<Problem> problems, Actor actor, Model model) {
        model.addAttribute("draft", draft);
        model.addAttribute("problems", problems);
        model.addAttribute("chain", clearances.chain(draft));
        model.addAttribute("zone", offices.get(draft.office()).zone());
        return "clearance/show";
    }
}
