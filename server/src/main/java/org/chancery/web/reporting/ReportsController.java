// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.reporting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.chancery.access.Actor;
import org.chancery.access.ReadScope;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.engagement.DemarcheId;
import org.chancery.engagement.Demarches;
import org.chancery.finding.Finding;
import org.chancery.finding.Findings;
import org.chancery.finding.NewFinding;
import org.chancery.finding.NewReport;
import org.chancery.finding.Report;
import org.chancery.finding.Reports;
import org.chancery.instruction.InstructionId;
import org.chancery.instruction.Instructions;
import org.chancery.kernel.Problem;
import org.chancery.kernel.ReducedDate;
import org.chancery.kernel.Refusal;
import org.chancery.kernel.Sheet;
import org.chancery.task.TaskId;
import org.chancery.task.TaskRefusal;
import org.chancery.task.Tasks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Answer the requirement, in findings; and what became of the answer.
@Controller
class ReportsController {

    private final Reports reports;
    private final Findings findings;
    private final Instructions instructions;
    private final Tasks tasks;
    private final Offices offices;
    private final Demarches demarches;

    ReportsController(
            Reports reports,
            Findings findings,
            Instructions instructions,
            Tasks tasks,
            Offices offices,
            Demarches demarches) {
        this.reports = reports;
        this.findings = findings;
        this.instructions = instructions;
        this.tasks = tasks;
        this.offices = offices;
        this.demarches = demarches;
    }

    /// An empty form, or the report that waits already.
    ///
    /// @param recorded the démarche whose recording led here, empty if none did
    @GetMapping("/tasks/{id}/report")
    String form(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String recorded,
            Actor actor,
            Model model) {
        var task = TaskId.parse(id);
        var waiting = reports.open(task, actor.scope());
        if (waiting.isPresent()) {
            return "redirect:/reports/" + waiting.get().id();
        }
        if (!recorded.isEmpty()) {
            model.addAttribute(
                    "recorded", demarches.get(DemarcheId.parse(recorded), actor.scope()));
        }
        var blank = new NewReport(task, "", Map.of(), "", "", List.of(), List.of());
        return page(blank, null, "", List.of(), actor, model);
    }

    /// Files the report, or adds, moves and removes cards when their buttons were pressed.
    @PostMapping("/tasks/{id}/report")
    String file(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> values,
            Actor actor,
            Model model) {
        var form = new ReportForm(values);
        var task = TaskId.parse(id);
        var nil = form.act().equals("nil");
        var typed = form.report(task, false);
        var rearranged = rearranged(typed, form);
        if (rearranged != null) {
            return page(rearranged, null, form.first("nilReason"), List.of(), actor, model);
        }
        try {
            if (nil && form.first("nilReason").isBlank()) {
                throw new Refusal(Problem.at("nilReason", TaskRefusal.NIL_REASON_MISSING));
            }
            var draft = reports.file(nil ? form.report(task, true) : typed, actor).draft();
            return draft == null ? "redirect:/tasks/" + id : "redirect:/drafts/" + draft;
        } catch (Refusal refusal) {
            return page(typed, null, form.first("nilReason"), refusal.problems(), actor, model);
        }
    }

    @GetMapping("/reports/{id}/change")
    String change(@PathVariable String id, Actor actor, Model model) {
        var report = reports.toChange(identity(id), actor);
        return page(report.content(), report, "", List.of(), actor, model);
    }

    @PostMapping("/reports/{id}/change")
    String change(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> values,
            Actor actor,
            Model model) {
        var report = reports.toChange(identity(id), actor);
        var form = new ReportForm(values);
        var typed = form.report(report.content().task(), false);
        var rearranged = rearranged(typed, form);
        if (rearranged != null) {
            return page(rearranged, report, "", List.of(), actor, model);
        }
        try {
            reports.change(report.id(), typed, form.ticked("anew"), actor);
            return "redirect:/reports/" + id;
        } catch (Refusal refusal) {
            return page(typed, report, "", refusal.problems(), actor, model);
        }
    }

    /// The report with its cards as the pressed button wants them, null if it was none of these.
    private static @Nullable NewReport rearranged(NewReport report, ReportForm form) {
        var cards = new ArrayList<>(report.findings());
        var comment = report.comment();
        var act = form.act();
        if (act.startsWith("add-")) {
            cards.add(NewFinding.blank(ReportForm.kind(act.substring("add-".length()))));
        } else if (act.matches("(?:remove|judge)-\\d{1,3}")) {
            var index = Integer.parseInt(act.substring(act.indexOf('-') + 1));
            if (index < cards.size() && act.startsWith("remove")) {
                cards.remove(index);
            } else if (index < cards.size()) {
                comment = (comment.strip() + "\n" + cards.get(index).summary().strip()).strip();
                cards.set(index, cards.get(index).withoutSummary());
            }
        } else if (!act.equals("show")) {
            return null;
        }
        return new NewReport(
                report.task(),
                report.summary(),
                report.parts(),
                comment,
                report.nilReason(),
                cards,
                report.covered());
    }

    private String page(
            NewReport report,
            @Nullable Report filed,
            String nilReason,
            List<Problem> problems,
            Actor actor,
            Model model) {
        var task = tasks.get(report.task(), actor.scope());
        var instruction = instructions.get(task.instruction(), actor.scope());
        model.addAttribute("task", task);
        model.addAttribute("instruction", instruction);
        model.addAttribute("government", offices.government(task.government()));
        model.addAttribute("report", report);
        model.addAttribute("filed", filed);
        model.addAttribute("nilReason", nilReason);
        var record = reports.onRecord(task, actor.scope());
        model.addAttribute("record", record);
        model.addAttribute(
                "asked", AskedFor.of(task.form(), instruction.asks(), report, !record.isEmpty()));
        model.addAttribute("near", near(report, task.government(), actor.scope()));
        model.addAttribute(
                "constituents",
                offices.constituents(task.office()).stream().map(offices::get).toList());
        model.addAttribute(
                "earlier",
                reports.of(task.instruction(), actor.scope()).stream()
                        .filter(known -> known.office().equals(task.office()))
                        .filter(known -> known.requirement().equals(task.requirement()))
                        .filter(known -> known.government().equals(task.government()))
                        .filter(known -> !known.state().open())
                        .toList());
        model.addAttribute("problems", problems);
        return "finding/report";
    }

    /// What is on file already, by the place of the card it is like.
    private Map<Integer, List<Finding>> near(
            NewReport report, GovernmentCode government, ReadScope reader) {
        var near = new LinkedHashMap<Integer, List<Finding>>();
        for (int i = 0; i < report.findings().size(); i++) {
            var card = report.findings().get(i);
            try {
                var date = ReducedDate.parse(card.date().strip());
                near.put(i, findings.near(government, card.kind(), date, card.headline(), reader));
            } catch (Refusal undated) {
                near.put(i, List.of());
            }
        }
        return near;
    }

    @GetMapping("/reports/{id}")
    String show(@PathVariable String id, Actor actor, Model model) {
        return shown(identity(id), List.of(), "", actor, model);
    }

    private String shown(UUID id, List<Problem> problems, String typed, Actor actor, Model model) {
        var report = reports.get(id, actor.scope());
        model.addAttribute("report", report);
        model.addAttribute("task", tasks.get(report.content().task(), actor.scope()));
        model.addAttribute("government", offices.government(report.government()));
        model.addAttribute("suspected", reports.suspected(id, actor));
        model.addAttribute("typed", typed);
        model.addAttribute("problems", problems);
        model.addAttribute(
                "covered",
                report.content().covered().stream()
                        .map(code -> offices.get(new OfficeCode(code)))
                        .toList());
        return "finding/filed";
    }

    @PostMapping("/reports/{id}/withdraw")
    String withdraw(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Model model) {
        return act(id, reason, actor, model, report -> reports.withdraw(report, reason, actor));
    }

    @PostMapping("/reports/{id}/send-back")
    String sendBack(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Model model) {
        return act(id, reason, actor, model, report -> reports.sendBack(report, reason, actor));
    }

    @PostMapping("/reports/{id}/stand")
    String stand(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String why,
            Actor actor,
            Model model) {
        return act(id, why, actor, model, report -> reports.stand(report, why, actor));
    }

    private String act(String id, String typed, Actor actor, Model model, Consumer<UUID> act) {
        try {
            act.accept(identity(id));
            return "redirect:/reports/" + id;
        } catch (Refusal refusal) {
            return shown(identity(id), refusal.problems(), typed, actor, model);
        }
    }

    @GetMapping({"/instructions/{id}/reports.csv", "/instructions/{id}/reports.xlsx"})
    Sheet table(@PathVariable String id, ReadScope reader) {
        var instruction = instructions.get(new InstructionId(id), reader);
        return FindingSheets.reports(instruction.id(), reports.of(instruction.id(), reader));
    }

    private static UUID identity(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.absent(text);
        }
    }
}
