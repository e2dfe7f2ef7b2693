// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.picture;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.access.Actor;
import org.chancery.access.ReadScope;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.Office;
import org.chancery.directory.Offices;
import org.chancery.engagement.Demarches;
import org.chancery.finding.Findings;
import org.chancery.instruction.InstructionId;
import org.chancery.instruction.Instructions;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.chancery.position.GovernmentChanges;
import org.chancery.position.JointText;
import org.chancery.position.JointTexts;
import org.chancery.position.PositionInput;
import org.chancery.position.Positions;
import org.chancery.position.Step;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where governments stand, entered by hand: proposals to decide, entries, changes of government,
/// joint texts.
@Controller
class PositionsController {

    private final Positions positions;
    private final GovernmentChanges changes;
    private final JointTexts texts;
    private final Instructions instructions;
    private final Findings findings;
    private final Demarches demarches;
    private final Offices offices;
    private final Clock clock;

    PositionsController(
            Positions positions,
            GovernmentChanges changes,
            JointTexts texts,
            Instructions instructions,
            Findings findings,
            Demarches demarches,
            Offices offices,
            Clock clock) {
        this.positions = positions;
        this.changes = changes;
        this.texts = texts;
        this.instructions = instructions;
        this.findings = findings;
        this.demarches = demarches;
        this.offices = offices;
        this.clock = clock;
    }

    @GetMapping("/positions")
    String list(Actor actor, Model model) {
        return list("", Map.of(), List.of(), actor, model);
    }

    /// @param tried the proposal that could not be decided as it was sent, empty if none
    private String list(
            String tried,
            Map<String, String> form,
            List<Problem> problems,
            Actor actor,
            Model model) {
        model.addAttribute("tried", tried);
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        model.addAttribute("proposals", positions.proposals(actor.scope()));
        model.addAttribute("renewals", positions.renewals(actor.office(), actor.scope()));
        model.addAttribute("governments", offices.governmentsByCode());
        return "position/list";
    }

    @PostMapping("/positions/{id}/confirm")
    String confirm(
            @PathVariable UUID id,
            @RequestParam Map<String, String> form,
            Actor actor,
            Model model) {
        try {
            positions.confirm(
                    id,
                    step(form.getOrDefault("step", "")),
                    form.getOrDefault("reason", ""),
                    form.containsKey("written"),
                    actor);
            return "redirect:/positions";
        } catch (Refusal refusal) {
            if (refusal.first().field().isEmpty()) {
                throw refusal;
            }
            return list(id.toString(), form, refusal.problems(), actor, model);
        }
    }

    private static Step step(String text) {
        try {
            return Step.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    Problem.at(
                            "step",
                            KernelRefusal.VALUE_UNKNOWN,
                            text,
                            List.of(Step.values()).toString()));
        }
    }

    @GetMapping("/positions/new")
    String form(@RequestParam Map<String, String> form, Actor actor, Model model) {
        return entry(form, List.of(), actor, model);
    }

    @PostMapping("/positions")
    String enter(@RequestParam Map<String, String> form, Actor actor, Model model) {
        try {
            var position = positions.enter(new PositionInput(form).position(), actor);
            return "redirect:/positions/" + position.id();
        } catch (Refusal refusal) {
            return entry(form, refusal.problems(), actor, model);
        }
    }

    private String entry(
            Map<String, String> form, List<Problem> problems, Actor actor, Model model) {
        var reader = actor.scope();
        var known = instructions.list(reader).stream().filter(i -> !i.asks().isEmpty()).toList();
        if (known.isEmpty()) {
            return "picture/empty";
        }
        var id = form.getOrDefault("instruction", "");
        var instruction =
                id.isEmpty() ? known.getFirst() : instructions.get(new InstructionId(id), reader);
        var governments = governments(actor);
        var code = form.getOrDefault("government", "");
        var government = code.isEmpty() ? governments.getFirst() : PictureController.code(code);
        model.addAttribute("instructions", known);
        model.addAttribute("instruction", instruction);
        model.addAttribute("governments", governments.stream().map(offices::government).toList());
        model.addAttribute("government", offices.government(government));
        model.addAttribute(
                "findings",
                findings.of(
                        government, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), reader));
        model.addAttribute(
                "demarches",
                demarches.of(instruction.id(), reader).stream()
                        .filter(d -> d.what().government().equals(government))
                        .toList());
        model.addAttribute(
                "texts",
                texts.all().stream()
                        .filter(text -> text.signatories().contains(government))
                        .toList());
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        return "position/form";
    }

    /// A post sees those it is accredited to, the others all.
    private List<GovernmentCode> governments(Actor actor) {
        return offices.get(actor.office()) instanceof Office.Post post
                ? post.accreditedTo()
                : offices.governments().stream().map(g -> g.code()).toList();
    }

    @GetMapping("/positions/{id}")
    String show(@PathVariable UUID id, Actor actor, Model model) {
        return shown(id, List.of(), actor, model);
    }

    private String shown(UUID id, List<Problem> problems, Actor actor, Model model) {
        var position = positions.get(id, actor.scope());
        model.addAttribute("position", position);
        model.addAttribute("government", offices.government(position.government()));
        model.addAttribute("problems", problems);
        return "position/show";
    }

    @PostMapping("/positions/{id}/withdraw")
    String withdraw(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Model model) {
        try {
            positions.withdraw(id, reason, actor);
            return "redirect:/positions";
        } catch (Refusal refusal) {
            if (refusal.first().field().isEmpty()) {
                throw refusal;
            }
            return shown(id, refusal.problems(), actor, model);
        }
    }

    @PostMapping("/picture/{id}/staleness")
    String staleness(@PathVariable String id, @RequestParam int days, Actor actor) {
        positions.staleAfter(new InstructionId(id), days, actor);
        return "redirect:/picture/" + id;
    }

    @GetMapping("/government-changes")
    String changes(@RequestParam Map<String, String> form, Actor actor, Model model) {
        return changes(form, List.of(), actor, model);
    }

    @PostMapping("/government-changes")
    String change(@RequestParam Map<String, String> form, Actor actor, Model model) {
        try {
            changes.record(new PositionInput(form).change(), actor);
            return "redirect:/government-changes";
        } catch (Refusal refusal) {
            return changes(form, refusal.problems(), actor, model);
        }
    }

    private String changes(
            Map<String, String> form, List<Problem> problems, Actor actor, Model model) {
        model.addAttribute("changes", changes.all());
        model.addAttribute("governments", offices.governmentsByCode());
        model.addAttribute("own", governments(actor).stream().map(offices::government).toList());
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        return "position/changes";
    }

    @GetMapping("/joint-texts")
    String texts(ReadScope reader, Model model) {
        return texts(Map.of(), List.of(), model);
    }

    @PostMapping("/joint-texts")
    String text(@RequestParam Map<String, String> form, Actor actor, Model model) {
        try {
            return "redirect:/joint-texts/"
                    + texts.record(new PositionInput(form).text(), actor).id();
        } catch (Refusal refusal) {
            return texts(form, refusal.problems(), model);
        }
    }

    private String texts(Map<String, String> form, List<Problem> problems, Model model) {
        model.addAttribute("texts", texts.all());
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        return "position/texts";
    }

    @GetMapping("/joint-texts/{id}")
    String text(@PathVariable String id, ReadScope reader, Model model) {
        return text(JointText.parse(id), Map.of(), List.of(), reader, model);
    }

    @PostMapping("/joint-texts/{id}/link")
    String link(
            @PathVariable String id,
            @RequestParam Map<String, String> form,
            @RequestParam(defaultValue = "") List<String> signatory,
            Actor actor,
            Model model) {
        var fields = new java.util.HashMap<>(form);
        fields.put("signatories", String.join(" ", signatory));
        try {
            texts.link(JointText.parse(id), new PositionInput(fields).link(), actor);
            return "redirect:/joint-texts/" + id;
        } catch (Refusal refusal) {
            return text(JointText.parse(id), fields, refusal.problems(), actor.scope(), model);
        }
    }

    private String text(
            UUID id,
            Map<String, String> form,
            List<Problem> problems,
            ReadScope reader,
            Model model) {
        model.addAttribute("text", texts.get(id));
        model.addAttribute("links", texts.links(id, reader));
        model.addAttribute(
                "instructions",
                instructions.list(reader).stream().filter(i -> !i.asks().isEmpty()).toList());
        model.addAttribute("governments", offices.governmentsByCode());
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        return "position/text";
    }
}
