// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.tasking;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import org.chancery.access.Actor;
import org.chancery.access.Permission;
import org.chancery.directory.Office;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.instruction.Instruction;
import org.chancery.instruction.InstructionId;
import org.chancery.instruction.Instructions;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.chancery.kernel.RefusalCode;
import org.chancery.kernel.Sheet;
import org.chancery.task.Reminders;
import org.chancery.task.Task;
import org.chancery.task.Tasks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Who owes what, who is late, and how much lies with whom?
@Controller
class TaskListsController {

    private static final int WEEKS = 6;

    private final Tasks tasks;
    private final Reminders reminders;
    private final Instructions instructions;
    private final Offices offices;
    private final Clock clock;

    TaskListsController(
            Tasks tasks,
            Reminders reminders,
            Instructions instructions,
            Offices offices,
            Clock clock) {
        this.tasks = tasks;
        this.reminders = reminders;
        this.instructions = instructions;
        this.offices = offices;
        this.clock = clock;
    }

    /// What the person's office has asked of others; a post sees what it owes itself.
    @GetMapping("/tasks")
    String list(
            @RequestParam(defaultValue = "overdue") TaskFilter state, Actor actor, Model model) {
        model.addAttribute("state", state);
        model.addAttribute("tasks", asked(state, actor));
        model.addAttribute("issuer", actor.may(Permission.INSTRUCT));
        model.addAttribute("governments", offices.governmentsByCode());
        model.addAttribute("offices", offices.byCode());
        return "task/list";
    }

    @GetMapping({"/tasks.csv", "/tasks.xlsx"})
    Sheet csv(@RequestParam(defaultValue = "overdue") TaskFilter state, Actor actor) {
        return sheet(state, actor);
    }

    private Sheet sheet(TaskFilter state, Actor actor) {
        return new Sheet(
                "tasks-" + state.name(),
                List.of(
                        "instruction",
                        "cable",
                        "requirement",
                        "round",
                        "office",
                        "government",
                        "kind",
                        "due",
                        "state",
                        "note"),
                asked(state, actor).stream()
                        .map(
                                task ->
                                        List.of(
                                                task.instruction().value(),
                                                task.mrn(),
                                                task.requirement(),
                                                String.valueOf(task.round()),
                                                task.office().value(),
                                                task.government().value(),
                                                task.kind().name(),
                                                task.due().toString(),
                                                task.state().code(),
                                                task.state().note()))
                        .toList());
    }

    private List<Task> asked(TaskFilter state, Actor actor) {
        var question = state.question(clock.instant());
        return tasks.list(
                actor.may(Permission.INSTRUCT)
                        ? question.from(tasks.issuing(actor))
                        : question.of(actor.office()),
                actor.scope());
    }

    @GetMapping("/tasks/load")
    String load(Actor actor, Model model) {
        model.addAttribute("load", tasks.load(actor));
        model.addAttribute("monday", monday());
        model.addAttribute("weeks", WEEKS);
        model.addAttribute("offices", offices.byCode());
        return "task/load";
    }

    @GetMapping({"/tasks/load.csv", "/tasks/load.xlsx"})
    Sheet loadCsv(Actor actor) {
        return new Sheet(
                "tasking-load",
                List.of("office", "week_from", "open"),
                tasks.load(actor).cells().stream()
                        .map(
                                cell ->
                                        List.of(
                                                cell.office().value(),
                                                cell.week().toString(),
                                                String.valueOf(cell.open())))
                        .toList());
    }

    private LocalDate monday() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /// The text and whom it goes to, before anything is sent.
    @GetMapping("/instructions/{id}/remind")
    String remind(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer sent,
            Actor actor,
            Model model) {
        model.addAttribute("sent", sent == null ? 0 : sent);
        return remind(new InstructionId(id), null, List.of(), actor, model);
    }

    /// @param key identity of the form: sent twice, it is one notice
    @PostMapping("/instructions/{id}/remind")
    String write(
            @PathVariable String id,
            @RequestParam UUID key,
            @RequestParam(defaultValue = "") String text,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        var instruction = new InstructionId(id);
        try {
            var posts = reminders.write(key, instruction, text, actor);
            return "redirect:/instructions/" + id + "/remind?sent=" + posts.size();
        } catch (Refusal refusal) {
            var kind = refusal.first().code().kind();
            if (kind == RefusalCode.Kind.AUTHORITY || kind == RefusalCode.Kind.ABSENT) {
                throw refusal;
            }
            response.setStatus(kind.status());
            model.addAttribute("sent", 0);
            return remind(instruction, text, refusal.problems(), actor, model);
        }
    }

    private String remind(
            InstructionId id,
            @Nullable String text,
            List<Problem> problems,
            Actor actor,
            Model model) {
        Instruction instruction = instructions.get(id, actor.scope());
        var late = reminders.late(id, actor);
        model.addAttribute("instruction", instruction);
        model.addAttribute("late", late);
        model.addAttribute("governments", offices.governmentsByCode());
        model.addAttribute("posts", late.stream().map(this::office).distinct().toList());
        model.addAttribute("key", UUID.randomUUID());
        model.addAttribute("text", text == null ? "" : text);
        model.addAttribute("fresh", text == null);
        model.addAttribute("problems", problems);
        return "task/remind";
    }

    private Office office(Task task) {
        OfficeCode code = task.office();
        return offices.get(code);
    }
}
