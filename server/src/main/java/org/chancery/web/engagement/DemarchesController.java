// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.engagement;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chancery.access.Actor;
import org.chancery.access.ReadScope;
import org.chancery.directory.Offices;
import org.chancery.engagement.DemarcheId;
import org.chancery.engagement.Demarches;
import org.chancery.engagement.EngagementRefusal;
import org.chancery.engagement.KeptForms;
import org.chancery.engagement.SourceNames;
import org.chancery.instruction.Instruction;
import org.chancery.instruction.InstructionId;
import org.chancery.instruction.Instructions;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.chancery.kernel.Sheet;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/// I come out of a ministry and have two minutes.
@Controller
class DemarchesController {

    private final Demarches demarches;
    private final KeptForms keptForms;
    private final SourceNames names;
    private final Instructions instructions;
    private final DemarcheForms forms;
    private final Offices offices;

    DemarchesController(
            Demarches demarches,
            KeptForms keptForms,
            SourceNames names,
            Instructions instructions,
            DemarcheForms forms,
            Offices offices) {
        this.demarches = demarches;
        this.keptForms = keptForms;
        this.names = names;
        this.instructions = instructions;
        this.forms = forms;
        this.offices = offices;
    }

    /// What was kept on the server comes back; otherwise the form begins with the plan.
    @GetMapping("/instructions/{id}/demarches/new")
    String form(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String government,
            Actor actor,
            Model model) {
        var instruction = instructions.get(new InstructionId(id), actor.scope());
        var kept = keptForms.find(instruction.id(), government, actor);
        var form = new LinkedMultiValueMap<String, String>();
        kept.ifPresentOrElse(
                known -> form.putAll(known.fields()),
                () -> {
                    form.add("key", UUID.randomUUID().toString());
                    form.add("government", government);
                });
        model.addAttribute(
                "view",
                forms.view(
                        instruction,
                        form,
                        List.of(),
                        kept.map(KeptForms.KeptForm::keptAt).orElse(null),
                        actor));
        return "engagement/form";
    }

    /// Records and goes on to the report that is due, keeps the form for later, shows the text of
    /// the paper, or begins anew.
    @PostMapping("/instructions/{id}/demarches")
    String record(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form,
            Actor actor,
            Model model) {
        var instruction = instructions.get(new InstructionId(id), actor.scope());
        var fields = fields(form, actor);
        return switch (fields.text("do")) {
            case "draft" -> {
                keep(instruction.id(), form, fields, actor);
                yield "redirect:/instructions/"
                        + id
                        + "/demarches/new?government="
                        + fields.government().value();
            }
            case "anew" -> {
                keptForms.forget(instruction.id(), fields.text("key"), actor);
                yield "redirect:/instructions/" + id + "/demarches/new";
            }
            case "paper" -> again(instruction, form, List.of(), actor, model);
            default -> record(instruction, form, actor, model);
        };
    }

    private String record(
            Instruction instruction, MultiValueMap<String, String> form, Actor actor, Model model) {
        try {
            var fields = fields(form, actor);
            var points = instructions.pointsFor(instruction, actor.office());
            var demarche =
                    demarches.record(
                            fields.demarche(instruction, points), fields.text("names"), actor);
            keptForms.forget(instruction.id(), demarche.what().key(), actor);
            return forms.report(instruction, demarche.what().government(), actor)
                    .map(task -> "redirect:/tasks/" + task.id() + "/report?recorded=")
                    .orElse("redirect:/demarches/")
                    .concat(demarche.id().toString());
        } catch (Refusal refusal) {
            return again(instruction, form, refusal.problems(), actor, model);
        }
    }

    /// The form as it was sent, with the text of the paper where one was left and none is written.
    private String again(
            Instruction instruction,
            MultiValueMap<String, String> form,
            List<Problem> problems,
            Actor actor,
            Model model) {
        var fields = fields(form, actor);
        var all = new ArrayList<>(problems);
        if (form.containsKey("paperLeft") && fields.text("paper").isEmpty()) {
            try {
                var points = instructions.pointsFor(instruction, actor.office());
                form.set("paper", demarches.paper(instruction, fields.points(points), actor));
            } catch (Refusal refusal) {
                all.removeIf(problem -> problem.code() == EngagementRefusal.PAPER_NOT_READ);
                all.addAll(refusal.problems());
            }
        }
        model.addAttribute("view", forms.view(instruction, form, all, null, actor));
        return "engagement/form";
    }

    /// Kept at each change by the script of the form.
    @PutMapping("/instructions/{id}/demarches/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keep(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form,
            Actor actor) {
        keep(new InstructionId(id), form, fields(form, actor), actor);
    }

    private void keep(
            InstructionId instruction,
            MultiValueMap<String, String> form,
            DemarcheFields fields,
            Actor actor) {
        var kept = new LinkedMultiValueMap<>(form);
        kept.keySet().removeIf(name -> name.equals("do") || name.equals("_csrf"));
        keptForms.keep(instruction, fields.government().value(), fields.text("key"), kept, actor);
    }

    private DemarcheFields fields(MultiValueMap<String, String> form, Actor actor) {
        return new DemarcheFields(form, offices.get(actor.office()).zone());
    }

    @GetMapping("/instructions/{id}/demarches")
    String list(@PathVariable String id, ReadScope reader, Model model) {
        var instruction = instructions.get(new InstructionId(id), reader);
        model.addAttribute("instruction", instruction);
        model.addAttribute("demarches", demarches.of(instruction.id(), reader));
        model.addAttribute("plans", demarches.plans(instruction.id(), reader));
        model.addAttribute("governments", offices.governmentsByCode());
        return "engagement/list";
    }

    @GetMapping({"/instructions/{id}/demarches.csv", "/instructions/{id}/demarches.xlsx"})
    Sheet csv(@PathVariable String id, ReadScope reader) {
        var instruction = instructions.get(new InstructionId(id), reader);
        return DemarcheSheet.of(
                instruction,
                demarches.of(instruction.id(), reader),
                demarches.plans(instruction.id(), reader));
    }

    @GetMapping("/demarches/{id}")
    String show(@PathVariable String id, Actor actor, Model model) {
        return show(DemarcheId.parse(id), "", actor, model);
    }

    /// Shows the names of the interlocutors once; the reading is in the audit.
    @PostMapping("/demarches/{id}/names")
    String names(@PathVariable String id, Actor actor, Model model) {
        var demarche = DemarcheId.parse(id);
        return show(demarche, names.read(demarche, actor), actor, model);
    }

    private String show(DemarcheId id, String interlocutors, Actor actor, Model model) {
        var demarche = demarches.get(id, actor.scope());
        var instruction = instructions.get(demarche.what().instruction(), actor.scope());
        model.addAttribute("demarche", demarche);
        model.addAttribute("instruction", instruction);
        model.addAttribute("government", offices.government(demarche.what().government()));
        model.addAttribute("names", interlocutors);
        model.addAttribute(
                "report",
                demarche.office().equals(actor.office())
                        ? forms.report(instruction, demarche.what().government(), actor)
                                .orElse(null)
                        : null);
        return "engagement/show";
    }

    @PostMapping("/demarches/{id}/take-back")
    String takeBack(@PathVariable String id, Actor actor) {
        demarches.takeBack(DemarcheId.parse(id), actor);
        return "redirect:/demarches/" + id;
    }
}
