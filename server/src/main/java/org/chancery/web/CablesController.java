// SPDX-License-Identifier: Apache-2.0
package org.chancery.web;

import java.util.List;
import org.chancery.access.Actor;
import org.chancery.cable.Addressing;
import org.chancery.cable.Cable;
import org.chancery.cable.Cables;
import org.chancery.cable.Mrn;
import org.chancery.cable.Reference;
import org.chancery.delivery.Deliveries;
import org.chancery.delivery.InboxRow;
import org.chancery.draft.Drafts;
import org.chancery.evidence.Claims;
import org.chancery.instruction.Instructions;
import org.chancery.kernel.Page;
import org.chancery.policy.Handling;
import org.chancery.policy.Traffic;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// What does it say, what does it want of us?
@Controller
class CablesController {

    private final Cables cables;
    private final Deliveries deliveries;
    private final Drafts drafts;
    private final Claims claims;
    private final Instructions instructions;
    private final Traffic traffic;
    private final Handling handling;

    CablesController(
            Cables cables,
            Deliveries deliveries,
            Drafts drafts,
            Claims claims,
            Instructions instructions,
            Traffic traffic,
            Handling handling) {
        this.cables = cables;
        this.deliveries = deliveries;
        this.drafts = drafts;
        this.claims = claims;
        this.instructions = instructions;
        this.traffic = traffic;
        this.handling = handling;
    }

    /// @param folder `action`, `info`, `all`, `sent`, `drafts`
    @GetMapping("/cables")
    String inbox(
            Actor actor,
            @RequestParam(defaultValue = "all") String folder,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        list(actor, folder, after, model);
        model.addAttribute("cable", null);
        return "cable/inbox";
    }

    private void list(Actor actor, String folder, @Nullable String after, Model model) {
        var reader = actor.scope();
        model.addAttribute("folder", folder);
        model.addAttribute("rows", received(actor, folder, after));
        model.addAttribute(
                "sent",
                folder.equals("sent")
                        ? cables.page(actor.office(), after, 50, reader)
                        : new Page<>(List.of(), null));
        model.addAttribute("drafts", folder.equals("drafts") ? drafts.open(reader) : List.of());
        model.addAttribute("traffic", traffic);
    }

    private Page<InboxRow> received(Actor actor, String folder, @Nullable String after) {
        return switch (folder) {
            case "sent", "drafts" -> new Page<>(List.of(), null);
            case "action" ->
                    deliveries.inbox(actor.office(), Addressing.ACTION, after, 50, actor.scope());
            case "info" ->
                    deliveries.inbox(actor.office(), Addressing.INFO, after, 50, actor.scope());
            default -> deliveries.inbox(actor.office(), null, after, 50, actor.scope());
        };
    }

    @GetMapping("/cables/{mrn}")
    String read(@PathVariable String mrn, Actor actor, Model model) {
        var cable = deliveries.open(Mrn.parse(mrn), actor);
        list(actor, "all", null, model);
        cable(cable, actor, model);
        return "cable/inbox";
    }

    @GetMapping("/cables/{mrn}/raw")
    String raw(@PathVariable String mrn, Actor actor, Model model) {
        var cable = cables.get(Mrn.parse(mrn), actor.scope());
        cable(cable, actor, model);
        return "cable/raw";
    }

    @GetMapping("/cables/{mrn}/addressees")
    String addressees(@PathVariable String mrn, Actor actor, Model model) {
        var cable = cables.get(Mrn.parse(mrn), actor.scope());
        cable(cable, actor, model);
        model.addAttribute("deliveries", deliveries.of(cable));
        return "cable/addressees";
    }

    private void cable(Cable cable, Actor actor, Model model) {
        model.addAttribute("cable", cable);
        model.addAttribute("level", handling.level(cable.label().level()));
        model.addAttribute("traffic", traffic);
        model.addAttribute(
                "verdicts",
                claims.verdicts(
                        cable.content().paragraphs().stream().map(row -> row.id()).toList()));
        model.addAttribute("instruction", instructions.of(cable.mrn(), actor.scope()).orElse(null));
        model.addAttribute("own", deliveries.of(cable, actor.office()).orElse(null));
        model.addAttribute("references", readable(cable, actor));
    }

    /// Numbers of the references the reader may open; the others stand as text only (MSG-022).
    private List<String> readable(Cable cable, Actor actor) {
        return cable.content().references().stream()
                .map(Reference::number)
                .filter(number -> cables.byNumber(number, actor.scope()).isPresent())
                .toList();
    }
}
