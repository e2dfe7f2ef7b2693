// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.compose;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chancery.access.Actor;
import org.chancery.access.Delegations;
import org.chancery.access.Permission;
import org.chancery.cable.DraftId;
import org.chancery.directory.OfficeCode;
import org.chancery.draft.DraftState;
import org.chancery.draft.Drafts;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.chancery.policy.Traffic;
import org.chancery.writing.Together;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/// Is it right, is it cleared, can it go?
@Controller
class DraftsController {

    private final Drafts drafts;
    private final Together together;
    private final Composing composing;
    private final Delegations delegations;
    private final Traffic traffic;

    DraftsController(
            Drafts drafts,
            Together together,
            Composing composing,
            Delegations delegations,
            Traffic traffic) {
        this.drafts = drafts;
        this.together = together;
        this.composing = composing;
        this.delegations = delegations;
        this.traffic = traffic;
    }

    @GetMapping("/drafts/{id}")
    String show(@PathVariable String id, Actor actor, Model model) {
        var draft = drafts.get(DraftId.parse(id), actor.scope());
        if (draft.state() instanceof DraftState.Released(var mrn, _)) {
            return "redirect:/cables/" + mrn.slug();
        }
        var editor = UUID.randomUUID();
        together.here(draft.id(), null, actor);
        return page(together.open(draft.id(), editor, actor), editor, List.of(), actor, model);
    }

    /// Saves a version; by script (`HX-Request`) keeps the text without making one.
    ///
    /// @param version the page had before it
    /// @param editor identity of the page, new if it has none
    @PostMapping("/drafts/{id}")
    String save(
            @PathVariable String id,
            @RequestParam long version,
            @RequestParam(required = false) @Nullable UUID editor,
            @RequestParam MultiValueMap<String, String> form,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String script,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        var draft = DraftId.parse(id);
        var page = editor == null ? UUID.randomUUID() : editor;
        var written = composing.read(draft, version, form, actor);
        if (script != null) {
            return keep(draft, version, page, written, actor, response, model);
        }
        try {
            var sheet = composing.save(draft, version, page, written, actor);
            return sheet.collides()
                    ? collision(sheet, actor, response, model)
                    : "redirect:/drafts/" + id;
        } catch (Refusal refusal) {
            var unsaved = drafts.get(draft, actor.scope()).withUnsaved(written.content(), version);
            return page(
                    new Together.Sheet(unsaved, null, List.of()),
                    page,
                    refusal.problems(),
                    actor,
                    model);
        }
    }

    private String keep(
            DraftId id,
            long version,
            UUID editor,
            DraftForm written,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        var sheet = composing.keep(id, version, editor, written, actor);
        if (sheet.collides()) {
            response.setStatus(KernelRefusal.CHANGED_MEANWHILE.kind().status());
        }
        model.addAttribute("view", composing.view(sheet, editor, List.of(), actor));
        model.addAttribute("collides", sheet.collides());
        return "draft/saved";
    }

    /// The checks, for a page that asks again.
    @GetMapping("/drafts/{id}/checks")
    String checks(@PathVariable String id, Actor actor, Model model) {
        var sheet = together.sheet(DraftId.parse(id), actor);
        model.addAttribute("view", composing.view(sheet, UUID.randomUUID(), List.of(), actor));
        model.addAttribute("collides", sheet.collides());
        return "draft/saved";
    }

    /// The page says that it is open.
    ///
    /// @param row being written in, empty for none
    @PostMapping("/drafts/{id}/presence")
    String presence(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable UUID row,
            Actor actor,
            Model model) {
        var draft = DraftId.parse(id);
        model.addAttribute("others", together.here(draft, row, actor));
        model.addAttribute("draft", drafts.get(draft, actor.scope()));
        return "draft/presence";
    }

    @GetMapping("/drafts/{id}/changed")
    String changed(
            @PathVariable String id, Actor actor, HttpServletResponse response, Model model) {
        var sheet = together.sheet(DraftId.parse(id), actor);
        return sheet.collides()
                ? collision(sheet, actor, response, model)
                : "redirect:/drafts/" + id;
    }

    /// Saves after the writer has chosen, row by row: `take-KEY` is `mine` or `theirs`.
    @PostMapping("/drafts/{id}/resolve")
    String resolve(
            @PathVariable String id,
            @RequestParam long version,
            @RequestParam Map<String, String> form,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        var choices = new LinkedHashMap<String, Boolean>();
        form.forEach(
                (name, value) -> {
                    if (name.startsWith("take-")) {
                        choices.put(name.substring(5), value.equals("mine"));
                    }
                });
        try {
            var sheet = together.resolve(DraftId.parse(id), version, choices, actor);
            return sheet.collides()
                    ? collision(sheet, actor, response, model)
                    : "redirect:/drafts/" + id;
        } catch (Refusal refusal) {
            model.addAttribute("problems", refusal.problems());
            return collision(together.sheet(DraftId.parse(id), actor), actor, response, model);
        }
    }

    /// Takes back what was typed and not saved.
    @PostMapping("/drafts/{id}/forget")
    String forget(@PathVariable String id, Actor actor) {
        together.forget(DraftId.parse(id), actor);
        return "redirect:/drafts/" + id;
    }

    @PostMapping("/drafts/{id}/discard")
    String discard(@PathVariable String id, @RequestParam long version, Actor actor) {
        drafts.discard(DraftId.parse(id), version, actor);
        return "redirect:/cables?folder=drafts";
    }

    private String collision(
            Together.Sheet sheet, Actor actor, HttpServletResponse response, Model model) {
        response.setStatus(KernelRefusal.CHANGED_MEANWHILE.kind().status());
        var newest = drafts.versions(sheet.draft()).getFirst();
        model.addAttribute("draft", sheet.draft());
        model.addAttribute("collisions", sheet.collisions());
        model.addAttribute("newest", newest);
        if (!model.containsAttribute("problems")) {
            model.addAttribute("problems", List.of(Problem.of(KernelRefusal.CHANGED_MEANWHILE)));
        }
        return "draft/changed";
    }

    /// As it would be printed, on the letterhead of its type.
    @GetMapping("/drafts/{id}/preview")
    String preview(@PathVariable String id, Actor actor, Model model) {
        var sheet = together.sheet(DraftId.parse(id), actor);
        var view = composing.view(sheet, UUID.randomUUID(), List.of(), actor);
        model.addAttribute("view", view);
        model.addAttribute("head", traffic.letterhead(view.content().type()));
        return "draft/preview";
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
                    var cable = drafts.release(draft, settled(draft, version, actor), releaser);
                    return "redirect:/cables/" + cable.mrn().slug();
                }
            }
            return "redirect:/drafts/" + id;
        } catch (Refusal refusal) {
            var editor = UUID.randomUUID();
            return page(
                    together.open(draft, editor, actor), editor, refusal.problems(), actor, model);
        }
    }

    /// What the actor has not saved is part of what they send or release.
    private long settled(DraftId id, long version, Actor actor) {
        return together.settle(id, actor).map(draft -> draft.version()).orElse(version);
    }

    private String page(
            Together.Sheet sheet, UUID editor, List<Problem> problems, Actor actor, Model model) {
        model.addAttribute("view", composing.view(sheet, editor, problems, actor));
        model.addAttribute("collides", sheet.collides());
        return "cable/draft";
    }
}
