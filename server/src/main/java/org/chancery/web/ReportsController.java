// SPDX-License-Identifier: Apache-2.0
package org.chancery.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chancery.access.Actor;
import org.chancery.directory.Offices;
import org.chancery.engagement.Demarche;
import org.chancery.engagement.Demarches;
import org.chancery.finding.Direction;
import org.chancery.finding.NewFinding;
import org.chancery.finding.NewReport;
import org.chancery.finding.Reports;
import org.chancery.finding.Stage;
import org.chancery.instruction.InstructionRefusal;
import org.chancery.instruction.Instructions;
import org.chancery.instruction.Task;
import org.chancery.instruction.TaskId;
import org.chancery.instruction.Tasks;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.chancery.kernel.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Answer the requirement, in findings.
@Controller
class ReportsController {

    private static final List<String> KINDS = List.of("MEASURE", "STATEMENT", "STATISTIC", "EVENT");

    private final Reports reports;
    private final Instructions instructions;
    private final Tasks tasks;
    private final Demarches demarches;
    private final Offices offices;

    ReportsController(
            Reports reports,
            Instructions instructions,
            Tasks tasks,
            Demarches demarches,
            Offices offices) {
        this.reports = reports;
        this.instructions = instructions;
        this.tasks = tasks;
        this.demarches = demarches;
        this.offices = offices;
    }

    @GetMapping("/tasks/{id}/report")
    String form(@PathVariable String id, Actor actor, Model model) {
        return page(
                TaskId.parse(id), List.of(), new LinkedMultiValueMap<>(), List.of(), actor, model);
    }

    /// Files the report, or adds and removes a card when its button was pressed.
    @PostMapping("/tasks/{id}/report")
    String file(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form,
            Actor actor,
            Model model) {
        var task = TaskId.parse(id);
        var findings = findings(form);
        var act = first(form, "do");
        if (act.startsWith("add-") && KINDS.contains(act.substring(4))) {
            findings.add(blank(act.substring(4)));
            return page(task, findings, form, List.of(), actor, model);
        }
        if (act.matches("remove-\\d{1,3}")) {
            var index = Integer.parseInt(act.substring(7));
            if (index < findings.size()) {
                findings.remove(index);
            }
            return page(task, findings, form, List.of(), actor, model);
        }
        try {
            var report =
                    new NewReport(
                            task,
                            first(form, "summary"),
                            first(form, "comment"),
                            act.equals("nil") ? nilReason(form) : "",
                            act.equals("nil") ? List.of() : findings);
            var filed = reports.file(report, record(task, actor), actor);
            var draft = filed.draft();
            return draft == null ? "redirect:/tasks/" + id : "redirect:/drafts/" + draft;
        } catch (Refusal refusal) {
            return page(task, findings, form, refusal.problems(), actor, model);
        }
    }

    private static String nilReason(MultiValueMap<String, String> form) {
        var reason = first(form, "nilReason").strip();
        if (reason.isEmpty()) {
            throw new Refusal(Problem.at("nilReason", InstructionRefusal.NIL_REASON_MISSING));
        }
        return reason;
    }

    /// What the post has on record for this government, as paragraphs of the reporting cable.
    private List<String> record(TaskId id, Actor actor) {
        var task = tasks.get(id, actor.scope());
        var texts = Texts.english();
        return demarches.of(task.instruction(), actor.scope()).stream()
                .filter(demarche -> demarche.office().equals(task.office()))
                .filter(demarche -> demarche.what().government().equals(task.government()))
                .map(demarche -> paragraph(demarche, texts))
                .toList();
    }

    private String paragraph(Demarche demarche, Texts texts) {
        var what = demarche.what();
        var zone = offices.get(demarche.office()).zone();
        var text =
                new StringBuilder(
                        texts.say(
                                "engagement.reported",
                                what.deliveredAt().atZone(zone).toLocalDate().toString(),
                                what.interlocutor().function(),
                                demarche.raised(),
                                what.points().size()));
        for (var response : what.responses()) {
            text.append(' ')
                    .append(response.ask())
                    .append(": ")
                    .append(texts.say("engagement.response." + response.code().name()))
                    .append(response.words().isEmpty() ? "." : ": " + response.words());
        }
        return text.toString();
    }

    private static List<NewFinding> findings(MultiValueMap<String, String> form) {
        var findings = new ArrayList<NewFinding>();
        for (int i = 0; form.containsKey("f" + i + "-kind"); i++) {
            var at = "f" + i + "-";
            findings.add(
                    new NewFinding(
                            known(KINDS, first(form, at + "kind")),
                            first(form, at + "title"),
                            first(form, at + "summary"),
                            first(form, at + "date"),
                            known(STAGES, first(form, at + "stage")),
                            known(DIRECTIONS, first(form, at + "direction")),
                            first(form, at + "area"),
                            first(form, at + "ask"),
                            first(form, at + "sourceTitle"),
                            first(form, at + "sourceUri"),
                            first(form, at + "value"),
                            first(form, at + "unit"),
                            first(form, at + "population"),
                            first(form, at + "denominator"),
                            first(form, at + "period"),
                            first(form, at + "method")));
        }
        return findings;
    }

    private static final List<String> STAGES = names(Stage.values());
    private static final List<String> DIRECTIONS = names(Direction.values());

    private static List<String> names(Enum<?>[] values) {
        var names = new ArrayList<String>();
        for (var value : values) {
            names.add(value.name());
        }
        names.add("");
        return List.copyOf(names);
    }

    private static String known(List<String> vocabulary, String text) {
        if (!vocabulary.contains(text)) {
            throw new Refusal(KernelRefusal.VALUE_UNKNOWN, text, String.join(", ", vocabulary));
        }
        return text;
    }

    private static NewFinding blank(String kind) {
        return new NewFinding(kind, "", "", "", "", "", "", "", "", "", "", "", "", "", "", "");
    }

    private static String first(MultiValueMap<String, String> form, String name) {
        var value = form.getFirst(name);
        return value == null ? "" : value;
    }

    private String page(
            TaskId id,
            List<NewFinding> findings,
            MultiValueMap<String, String> form,
            List<Problem> problems,
            Actor actor,
            Model model) {
        Task task = tasks.get(id, actor.scope());
        model.addAttribute("task", task);
        model.addAttribute("instruction", instructions.get(task.instruction(), actor.scope()));
        model.addAttribute("government", offices.government(task.government()));
        model.addAttribute("findings", findings);
        model.addAttribute("record", record(id, actor));
        model.addAttribute(
                "texts",
                Map.of(
                        "summary", first(form, "summary"),
                        "comment", first(form, "comment"),
                        "nilReason", first(form, "nilReason")));
        model.addAttribute("problems", problems);
        return "finding/report";
    }
}
