// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.engagement;

import java.time.LocalDate;
import java.util.List;
import org.chancery.access.Actor;
import org.chancery.directory.Offices;
import org.chancery.engagement.NewPlan;
import org.chancery.engagement.PlanId;
import org.chancery.engagement.Plans;
import org.chancery.instruction.Instruction;
import org.chancery.instruction.InstructionId;
import org.chancery.instruction.Instructions;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// When do we go, and to whom?
@Controller
class PlansController {

    private final Plans plans;
    private final Instructions instructions;
    private final DemarcheForms forms;
    private final Offices offices;

    PlansController(Plans plans, Instructions instructions, DemarcheForms forms, Offices offices) {
        this.plans = plans;
        this.instructions = instructions;
        this.forms = forms;
        this.offices = offices;
    }

    @GetMapping("/instructions/{id}/demarches/plan")
    String form(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String government,
            Actor actor,
            Model model) {
        var empty = new LinkedMultiValueMap<String, String>();
        empty.add("government", government);
        var instruction = instructions.get(new InstructionId(id), actor.scope());
        return page(instruction, empty, List.of(), actor, model);
    }

    @PostMapping("/instructions/{id}/demarches/plan")
    String plan(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form,
            Actor actor,
            Model model) {
        var instruction = instructions.get(new InstructionId(id), actor.scope());
        try {
            var fields = new DemarcheFields(form, offices.get(actor.office()).zone());
            var government = fields.government();
            var plan =
                    plans.plan(new NewPlan(instruction.id(), government, fields.meeting()), actor);
            return "redirect:/demarches/plans/" + plan.id();
        } catch (Refusal refusal) {
            return page(instruction, form, refusal.problems(), actor, model);
        }
    }

    private String page(
            Instruction instruction,
            MultiValueMap<String, String> form,
            List<Problem> problems,
            Actor actor,
            Model model) {
        model.addAttribute("view", forms.view(instruction, form, problems, null, actor));
        return "engagement/planning";
    }

    @GetMapping("/demarches/plans/{id}")
    String show(@PathVariable String id, Actor actor, Model model) {
        return show(PlanId.parse(id), List.of(), actor, model);
    }

    private String show(PlanId id, List<Problem> problems, Actor actor, Model model) {
        var plan = plans.get(id, actor.scope());
        model.addAttribute("plan", plan);
        model.addAttribute("instruction", instructions.get(plan.instruction(), actor.scope()));
        model.addAttribute("government", offices.government(plan.government()));
        model.addAttribute("problems", problems);
        return "engagement/plan";
    }

    @PostMapping("/demarches/plans/{id}/request")
    String request(@PathVariable String id, Actor actor) {
        return "redirect:/demarches/plans/" + plans.request(PlanId.parse(id), actor).id();
    }

    @PostMapping("/demarches/plans/{id}/defer")
    String defer(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form,
            Actor actor,
            Model model) {
        var plan = PlanId.parse(id);
        try {
            var fields = new DemarcheFields(form, offices.get(actor.office()).zone());
            var until = fields.day("until");
            fields.refuse();
            plans.defer(plan, required(until), fields.text("deferReason"), actor);
            return "redirect:/demarches/plans/" + plan;
        } catch (Refusal refusal) {
            return show(plan, refusal.problems(), actor, model);
        }
    }

    private static LocalDate required(@org.jspecify.annotations.Nullable LocalDate day) {
        if (day == null) {
            throw new Refusal(Problem.at("until", KernelRefusal.VALUE_MISSING, "until"));
        }
        return day;
    }

    @PostMapping("/demarches/plans/{id}/not-delivered")
    String giveUp(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String giveUpReason,
            Actor actor,
            Model model) {
        var plan = PlanId.parse(id);
        try {
            plans.giveUp(plan, giveUpReason, actor);
            return "redirect:/demarches/plans/" + plan;
        } catch (Refusal refusal) {
            return show(plan, refusal.problems(), actor, model);
        }
    }
}
