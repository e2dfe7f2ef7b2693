// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.tasking;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.chancery.access.Actor;
import org.chancery.access.Permission;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.directory.StaffId;
import org.chancery.instruction.Instructions;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.chancery.kernel.RefusalCode;
import org.chancery.task.DueChanges;
import org.chancery.task.Reminders;
import org.chancery.task.Requests;
import org.chancery.task.TaskId;
import org.chancery.task.TaskRefusal;
import org.chancery.task.Tasks;
import org.chancery.web.FormFields;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What is owed here, what was done about it, and what may I do?
@Controller
class TasksController {

    private final Tasks tasks;
    private final Requests requests;
    private final Reminders reminders;
    private final Instructions instructions;
    private final DueChanges dueChanges;
    private final Offices offices;

    TasksController(
            Tasks tasks,
            Requests requests,
            Reminders reminders,
            Instructions instructions,
            DueChanges dueChanges,
            Offices offices) {
        this.tasks = tasks;
        this.requests = requests;
        this.reminders = reminders;
        this.instructions = instructions;
        this.dueChanges = dueChanges;
        this.offices = offices;
    }

    @GetMapping("/tasks/{id}")
    String show(@PathVariable String id, Actor actor, Model model) {
        return page(TaskId.parse(id), TaskPage.Entered.NONE, actor, model);
    }

    /// @param act what is done, as in the address of the form
    @PostMapping(
            "/tasks/{id}/{act:accept|start|assign|decline|extension|transfer|escalate|cover|close"
                    + "|waive|reopen}")
    String act(
            @PathVariable String id,
            @PathVariable String act,
            @RequestParam MultiValueMap<String, String> form,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        var task = TaskId.parse(id);
        var reason = value(form, "reason");
        return attempt(
                task,
                act,
                form,
                actor,
                model,
                response,
                () ->
                        switch (act) {
                            case "accept" -> tasks.accept(task, actor).id();
                            case "start" -> tasks.start(task, actor).id();
                            case "assign" ->
                                    tasks.assign(task, person(form, actor), reason, actor).id();
                            case "decline" -> tasks.decline(task, reason, actor).id();
                            case "extension" -> extension(task, form, actor);
                            case "transfer" -> transfer(task, form, actor);
                            case "escalate" -> requests.escalate(task, reason, actor).task();
                            case "cover" -> tasks.cover(task, covered(form), actor).id();
                            case "close" -> tasks.close(task, actor).id();
                            case "waive" -> tasks.waive(task, reason, actor).id();
                            case "reopen" -> tasks.reopen(task, reason, actor).id();
                            default -> throw Refusal.absent(act);
                        });
    }

    @PostMapping("/tasks/{id}/requests/{request}/{decision:grant|refuse}")
    String decide(
            @PathVariable String id,
            @PathVariable UUID request,
            @PathVariable String decision,
            @RequestParam MultiValueMap<String, String> form,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        var task = TaskId.parse(id);
        var words = value(form, "reason");
        return attempt(
                task,
                request.toString(),
                form,
                actor,
                model,
                response,
                () ->
                        decision.equals("grant")
                                ? requests.grant(task, request, words, actor).id()
                                : requests.refuse(task, request, words, actor).id());
    }

    /// Whoever reloads the answer to a refused form finds the task again.
    @GetMapping({
        "/tasks/{id}/{act:accept|start|assign|decline|extension|transfer|escalate|cover|close"
                + "|waive|reopen}",
        "/tasks/{id}/requests/{request}/{act:grant|refuse}"
    })
    String again(@PathVariable String id, Actor actor) {
        return "redirect:/tasks/" + tasks.get(TaskId.parse(id), actor.scope()).id();
    }

    private TaskId extension(TaskId task, MultiValueMap<String, String> form, Actor actor) {
        var fields = new FormFields(form.asSingleValueMap());
        var day = fields.dayOrNone("day");
        if (value(form, "day").isBlank()) {
            throw new Refusal(Problem.at("day", KernelRefusal.VALUE_MISSING, "day"));
        }
        fields.refuse();
        return requests.extension(
                        task, java.util.Objects.requireNonNull(day), value(form, "reason"), actor)
                .task();
    }

    private TaskId transfer(TaskId task, MultiValueMap<String, String> form, Actor actor) {
        var to = value(form, "to");
        if (to.isBlank()) {
            throw new Refusal(Problem.at("to", TaskRefusal.POST_UNFIT, ""));
        }
        return requests.transfer(task, new OfficeCode(to), value(form, "reason"), actor).task();
    }

    private StaffId person(MultiValueMap<String, String> form, Actor actor) {
        return offices.staffOf(actor.office()).stream()
                .filter(member -> member.id().value().toString().equals(value(form, "person")))
                .map(member -> member.id())
                .findFirst()
                .orElseThrow(
                        () ->
                                new Refusal(
                                        Problem.at(
                                                "person",
                                                TaskRefusal.NOT_A_COLLEAGUE,
                                                actor.office().value())));
    }

    private static List<OfficeCode> covered(MultiValueMap<String, String> form) {
        return form.getOrDefault("covered", List.of()).stream().map(OfficeCode::new).toList();
    }

    private static String value(MultiValueMap<String, String> form, String field) {
        var value = form.getFirst(field);
        return value == null ? "" : value.strip();
    }

    /// A mistake in the form, or an act that came too late, is told on the page of the task, beside
    /// what was entered.
    private String attempt(
            TaskId task,
            String act,
            MultiValueMap<String, String> form,
            Actor actor,
            Model model,
            HttpServletResponse response,
            Supplier<TaskId> done) {
        try {
            return "redirect:/tasks/" + done.get();
        } catch (Refusal refusal) {
            var kind = refusal.first().code().kind();
            if (kind == RefusalCode.Kind.AUTHORITY || kind == RefusalCode.Kind.ABSENT) {
                throw refusal;
            }
            response.setStatus(kind.status());
            var problems =
                    refusal.problems().stream()
                            .map(
                                    problem ->
                                            problem.field().isEmpty()
                                                    ? problem
                                                    : new Problem(
                                                            problem.code(),
                                                            TaskPage.Entered.id(
                                                                    act, problem.field()),
                                                            problem.arguments()))
                            .toList();
            return page(
                    task,
                    new TaskPage.Entered(act, form.asSingleValueMap(), problems),
                    actor,
                    model);
        }
    }

    private String page(TaskId id, TaskPage.Entered entered, Actor actor, Model model) {
        var reader = actor.scope();
        var task = tasks.get(id, reader);
        var mine = task.office().equals(actor.office()) && actor.may(Permission.REPORT);
        model.addAttribute(
                "opened",
                new TaskPage(
                        task,
                        instructions.get(task.instruction(), reader),
                        offices.government(task.government()),
                        mine,
                        tasks.issuer(task, actor),
                        tasks.history(id, reader),
                        reminders.of(id, reader),
                        requests.of(id, reader),
                        dueChanges.of(task.instruction(), reader).stream()
                                .filter(change -> change.task().equals(id))
                                .toList(),
                        mine && task.state().hasAnswer() ? tasks.coverable(id, reader) : List.of(),
                        offices.staffOf(actor.office()),
                        offices.byCode()));
        model.addAttribute("entered", entered);
        return "task/show";
    }
}
