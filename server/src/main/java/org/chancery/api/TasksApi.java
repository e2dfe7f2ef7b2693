// SPDX-License-Identifier: Apache-2.0
package org.chancery.api;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.chancery.access.Actor;
import org.chancery.access.ReadScope;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.directory.StaffId;
import org.chancery.directory.StaffMember;
import org.chancery.instruction.InstructionId;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.chancery.task.Requests;
import org.chancery.task.Task;
import org.chancery.task.TaskEvent;
import org.chancery.task.TaskId;
import org.chancery.task.TaskQuestion;
import org.chancery.task.TaskRequest;
import org.chancery.task.TaskState;
import org.chancery.task.Tasks;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What posts owe, what was done about it, and every act on it. The same doors and the same rules as
/// the pages; an act sent twice is done once.
@RestController
@RequestMapping("/api/v1/tasks")
class TasksApi {

    private static final Set<String> STATES =
            Set.of(
                    "OPEN",
                    "ACCEPTED",
                    "IN_PROGRESS",
                    "REOPENED",
                    "DECLINED",
                    "ANSWERED",
                    "CLOSED",
                    "TRANSFERRED",
                    "WAIVED");

    private final Tasks tasks;
    private final Requests requests;
    private final Offices offices;
    private final Clock clock;

    TasksApi(Tasks tasks, Requests requests, Offices offices, Clock clock) {
        this.tasks = tasks;
        this.requests = requests;
        this.offices = offices;
        this.clock = clock;
    }

    /// @param note reason, answer or office that goes with the state; empty where there is none
    /// @param assignee sign-in name, null while nobody has it or for another office's people
    record TaskRow(
            String id,
            String instruction,
            String mrn,
            String requirement,
            int round,
            String text,
            String kind,
            String form,
            String office,
            String government,
            String precedence,
            Instant due,
            boolean overdue,
            String state,
            String note,
            @Nullable String assignee) {}

    record TaskText(TaskRow task, List<Entry> history, List<Asked> requests) {}

    /// @param by sign-in name, null for another office's people
    record Entry(
            String act,
            String office,
            @Nullable String by,
            Instant at,
            String reason,
            List<String> offices,
            @Nullable Instant oldDue,
            @Nullable Instant newDue) {}

    /// @param day last day wanted, null unless an extension is asked
    /// @param to office asked to take over, null unless a transfer is asked
    record Asked(
            UUID id,
            String kind,
            String office,
            Instant at,
            String reason,
            @Nullable LocalDate day,
            @Nullable String to) {}

    record Reason(@Nullable String reason) {}

    /// @param person sign-in name of somebody of the caller's office
    record Assignment(@Nullable String person, @Nullable String reason) {}

    /// @param day as `2026-12-11`
    record Extension(@Nullable String day, @Nullable String reason) {}

    record Transfer(@Nullable String to, @Nullable String reason) {}

    record Covering(@Nullable List<String> offices) {}

    /// @param state `open` (lies with the post), `overdue`, or the word of a state; without it `open`
    @GetMapping
    Listing<TaskRow> list(
            @RequestParam(required = false) @Nullable String office,
            @RequestParam(required = false) @Nullable String instruction,
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit,
            Actor actor) {
        var question =
                question(state)
                        .of(office == null ? null : new OfficeCode(office))
                        .in(instruction == null ? null : new InstructionId(instruction));
        return Listing.of(
                tasks.page(question, after, limit, actor.scope()), task -> row(task, actor));
    }

    private TaskQuestion question(String state) {
        var word = state.toUpperCase(Locale.ROOT);
        if (state.equals("open")) {
            return TaskQuestion.ALL.states(TaskState.AT_POST);
        }
        if (state.equals("overdue")) {
            return TaskQuestion.ALL.states(TaskState.AT_POST).before(clock.instant());
        }
        if (STATES.contains(word)) {
            return TaskQuestion.ALL.states(Set.of(word));
        }
        throw new Refusal(
                Problem.at(
                        "state",
                        KernelRefusal.VALUE_UNKNOWN,
                        state,
                        "open, overdue, " + String.join(", ", STATES.stream().sorted().toList())));
    }

    @GetMapping("/{id}")
    TaskText get(@PathVariable String id, Actor actor) {
        return text(TaskId.parse(id), actor);
    }

    @PostMapping("/{id}/accept")
    TaskRow accept(@PathVariable String id, Actor actor) {
        return row(tasks.accept(TaskId.parse(id), actor), actor);
    }

    @PostMapping("/{id}/start")
    TaskRow start(@PathVariable String id, Actor actor) {
        return row(tasks.start(TaskId.parse(id), actor), actor);
    }

    @PostMapping("/{id}/assign")
    TaskRow assign(@PathVariable String id, @RequestBody Assignment given, Actor actor) {
        var person =
                offices.staffBySignIn(text(given.person()))
                        .map(StaffMember::id)
                        .orElseGet(() -> new StaffId(new UUID(0, 0)));
        return row(tasks.assign(TaskId.parse(id), person, text(given.reason()), actor), actor);
    }

    @PostMapping("/{id}/decline")
    TaskRow decline(@PathVariable String id, @RequestBody Reason why, Actor actor) {
        return row(tasks.decline(TaskId.parse(id), text(why.reason()), actor), actor);
    }

    @PostMapping("/{id}/close")
    TaskRow close(@PathVariable String id, Actor actor) {
        return row(tasks.close(TaskId.parse(id), actor), actor);
    }

    @PostMapping("/{id}/waive")
    TaskRow waive(@PathVariable String id, @RequestBody Reason why, Actor actor) {
        return row(tasks.waive(TaskId.parse(id), text(why.reason()), actor), actor);
    }

    @PostMapping("/{id}/reopen")
    TaskRow reopen(@PathVariable String id, @RequestBody Reason why, Actor actor) {
        return row(tasks.reopen(TaskId.parse(id), text(why.reason()), actor), actor);
    }

    @PostMapping("/{id}/cover")
    TaskRow cover(@PathVariable String id, @RequestBody Covering posts, Actor actor) {
        var covered = posts.offices() == null ? List.<String>of() : posts.offices();
        return row(
                tasks.cover(
                        TaskId.parse(id), covered.stream().map(OfficeCode::new).toList(), actor),
                actor);
    }

    @PostMapping("/{id}/extension")
    Asked extension(@PathVariable String id, @RequestBody Extension wish, Actor actor) {
        return asked(
                requests.extension(
                        TaskId.parse(id), day(text(wish.day())), text(wish.reason()), actor));
    }

    private static LocalDate day(String text) {
        if (text.isBlank()) {
            throw new Refusal(Problem.at("day", KernelRefusal.VALUE_MISSING, "day"));
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new Refusal(Problem.at("day", KernelRefusal.DATE_MALFORMED, text));
        }
    }

    @PostMapping("/{id}/transfer")
    Asked transfer(@PathVariable String id, @RequestBody Transfer wish, Actor actor) {
        var to = text(wish.to());
        if (to.isBlank()) {
            throw new Refusal(Problem.at("to", KernelRefusal.VALUE_MISSING, "to"));
        }
        return asked(
                requests.transfer(
                        TaskId.parse(id), new OfficeCode(to), text(wish.reason()), actor));
    }

    @PostMapping("/{id}/escalate")
    Asked escalate(@PathVariable String id, @RequestBody Reason why, Actor actor) {
        return asked(requests.escalate(TaskId.parse(id), text(why.reason()), actor));
    }

    /// @return the task as it is now; after a transfer that of the office that took it over
    @PostMapping("/{id}/requests/{request}/grant")
    TaskRow grant(
            @PathVariable String id,
            @PathVariable UUID request,
            @RequestBody Reason words,
            Actor actor) {
        return row(requests.grant(TaskId.parse(id), request, text(words.reason()), actor), actor);
    }

    @PostMapping("/{id}/requests/{request}/refuse")
    TaskRow refuse(
            @PathVariable String id,
            @PathVariable UUID request,
            @RequestBody Reason words,
            Actor actor) {
        return row(requests.refuse(TaskId.parse(id), request, text(words.reason()), actor), actor);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private TaskText text(TaskId id, Actor actor) {
        ReadScope reader = actor.scope();
        return new TaskText(
                row(tasks.get(id, reader), actor),
                tasks.history(id, reader).stream().map(event -> entry(event, actor)).toList(),
                requests.of(id, reader).stream().map(TasksApi::asked).toList());
    }

    private TaskRow row(Task task, Actor actor) {
        return new TaskRow(
                task.id().toString(),
                task.instruction().value(),
                task.mrn(),
                task.requirement(),
                task.round(),
                task.text(),
                task.kind().name(),
                task.form().name(),
                task.office().value(),
                task.government().value(),
                task.precedence(),
                task.due(),
                task.overdue(clock.instant()),
                task.state().code(),
                task.state().note(),
                assignee(task, actor));
    }

    private @Nullable String assignee(Task task, Actor actor) {
        return offices.staffOf(actor.office()).stream()
                .filter(member -> member.id().equals(task.assignee()))
                .map(StaffMember::signIn)
                .findFirst()
                .orElse(null);
    }

    private static Entry entry(TaskEvent event, Actor actor) {
        var due = event.due();
        return new Entry(
                event.act().name(),
                event.office().value(),
                event.office().equals(actor.office()) ? event.by() : null,
                event.at(),
                event.reason(),
                event.offices().stream().map(OfficeCode::value).toList(),
                due == null ? null : due.before(),
                due == null ? null : due.after());
    }

    private static Asked asked(TaskRequest request) {
        LocalDate day = null;
        String to = null;
        switch (request.wish()) {
            case TaskRequest.Wish.Extension(var wanted) -> day = wanted;
            case TaskRequest.Wish.Transfer(var post) -> to = post.value();
            case TaskRequest.Wish.Escalation() -> {}
        }
        return new Asked(
                request.id(),
                request.wish().code(),
                request.office().value(),
                request.at(),
                request.reason(),
                day,
                to);
    }
}
