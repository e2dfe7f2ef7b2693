// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.tasking;

import java.util.List;
import java.util.Locale;
import org.chancery.access.Actor;
import org.chancery.cable.Addressing;
import org.chancery.cable.Cables;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.instruction.InstructionId;
import org.chancery.instruction.Instructions;
import org.chancery.instruction.Questions;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.chancery.policy.Handling;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What is one post to say, ask and report, and how will it word it?
@Controller
class PackagesController {

    private final Instructions instructions;
    private final Questions questions;
    private final Cables cables;
    private final Offices offices;
    private final Handling handling;

    PackagesController(
            Instructions instructions,
            Questions questions,
            Cables cables,
            Offices offices,
            Handling handling) {
        this.instructions = instructions;
        this.questions = questions;
        this.cables = cables;
        this.offices = offices;
        this.handling = handling;
    }

    /// @param post whose package, the reader's own if left out
    @GetMapping("/instructions/{id}/package")
    String show(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String post,
            Actor actor,
            Model model) {
        return page(id, post, List.of(), actor, model);
    }

    @GetMapping("/instructions/{id}/package/print")
    String print(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String post,
            Actor actor,
            Model model) {
        page(id, post, List.of(), actor, model);
        return "instruction/packagePrint";
    }

    /// Keeps how the actor's post words a point.
    @PostMapping("/instructions/{id}/points/{point}/wording")
    String adapt(
            @PathVariable String id,
            @PathVariable String point,
            @RequestParam(defaultValue = "") String text,
            Actor actor,
            Model model) {
        try {
            instructions.adapt(new InstructionId(id), point, text, actor);
            return "redirect:/instructions/" + id + "/package#" + point;
        } catch (Refusal refusal) {
            return page(id, null, refusal.problems(), actor, model);
        }
    }

    private String page(
            String id, @Nullable String post, List<Problem> problems, Actor actor, Model model) {
        var number = new InstructionId(id);
        var instruction = instructions.get(number, actor.scope());
        var addressees =
                cables.get(instruction.cable(), actor.scope()).offices(Addressing.ACTION).stream()
                        .filter(
                                code ->
                                        instructions.headquarters(actor.scope())
                                                || code.equals(actor.office()))
                        .toList();
        var office =
                post == null
                        ? addressees.contains(actor.office()) || addressees.isEmpty()
                                ? actor.office()
                                : addressees.getFirst()
                        : new OfficeCode(post.toUpperCase(Locale.ROOT));
        model.addAttribute("instruction", instruction);
        model.addAttribute("waiting", questions.waiting(number, actor));
        model.addAttribute("given", instructions.packageOf(number, office, actor.scope()));
        model.addAttribute("addressees", addressees);
        model.addAttribute("office", offices.get(office));
        model.addAttribute("offices", offices.byCode());
        model.addAttribute("level", handling.level(instruction.label().level()));
        model.addAttribute("problems", problems);
        return "instruction/package";
    }
}
