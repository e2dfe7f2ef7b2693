// SPDX-License-Identifier: Apache-2.0
package org.chancery.web;

import java.util.HashMap;
import java.util.Map;
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
        model.addAttribute("governments", new HashMap<>(offices.governmentsByCode()));
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
        return Map.of(
                        "SUPPORTS", Step.SUPPORTS,
                        "LEANS_SUPPORT", Step.LEANS_SUPPORT,
                        "NON_COMMITTAL", Step.NON_COMMITTAL,
                        "LEANS_OPPOSE", Step.LEANS_OPPOSE,
                        "OPPOSES", Step.OPPOSES,
                        "NO_RESPONSE", Step.NO_RESPONSE)
                .entrySet()
                .stream()
                .filter(entry -> entry.getKey().equals(text))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new Refusal(KernelRefusal.VALUE_UNKNOWN, text, "SUPPORTS, ..."));
    }
}
