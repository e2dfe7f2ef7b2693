// SPDX-License-Identifier: Apache-2.0
package org.chancery.web;

import java.util.List;
import java.util.UUID;
import org.chancery.access.Actor;
import org.chancery.directory.Offices;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Refusal;
import org.chancery.position.Positions;
import org.chancery.position.Step;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What posts proposed, for the desk to confirm.
@Controller
class PositionsController {

    private final Positions positions;
    private final Offices offices;

    PositionsController(Positions positions, Offices offices) {
        this.positions = positions;
        this.offices = offices;
    }

    @GetMapping("/positions")
    String list(Actor actor, Model model) {
        model.addAttribute("proposals", positions.proposals(actor.scope()));
        model.addAttribute("governments", offices.governmentsByCode());
        return "position/list";
    }

    @PostMapping("/positions/{id}/confirm")
    String confirm(
            @PathVariable UUID id,
            @RequestParam String step,
            @RequestParam(defaultValue = "") String reason,
            Actor actor) {
        positions.confirm(id, step(step), reason, actor);
        return "redirect:/positions";
    }

    private static Step step(String text) {
        try {
            return Step.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw new Refusal(KernelRefusal.VALUE_UNKNOWN, text, List.of(Step.values()).toString());
        }
    }
}
