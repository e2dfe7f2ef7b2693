// SPDX-License-Identifier: Apache-2.0
package org.chancery.task;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.access.Actor;
import org.chancery.access.Permission;
import org.chancery.access.ReadScope;
import org.chancery.directory.Office;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.instruction.Instructions;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Problems;
import org.chancery.kernel.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Door to what a post asks for a task: a later day, another post, a word from headquarters. The
/// issuer decides the first and the last, the other post the second (TSK-006).
@Component
public class Requests {

    private final TaskRepository tasks;
    private final TaskEventRepository repository;
    private final Instructions instructions;
    private final TaskLedger ledger;
    private final TaskOpening opening;
    private final Tasks door;
    private final Offices offices;
    private final Clock clock;

    Requests(
            TaskRepository tasks,
            TaskEventRepository repository,
            Instructions instructions,
            TaskLedger ledger,
            TaskOpening opening,
            Tasks door,
            Offices offices,
            Clock clock) {
        this.tasks = tasks;
        this.repository = repository;
        this.instructions = instructions;
        this.ledger = ledger;
        this.opening = opening;
        this.door = door;
        this.offices = offices;
        this.clock = clock;
    }

    /// A request that is not decided yet, with the task it is about.
    public record Waiting(Task task, TaskRequest request) {}

    /// What waits for a decision about one task.
    public List<TaskRequest> of(TaskId task, ReadScope reader) {
        return repository.requests(door.get(task, reader).id());
    }

    /// What the person is to decide: as issuer, or for the post asked to take over.
    public List<Waiting> toDecide(Actor actor) {
        var post = actor.may(Permission.REPORT) ? actor.office() : null;
        return waiting(
                repository.waiting(null, post, List.copyOf(door.issuing(actor)), actor.scope()),
                actor.scope());
    }

    /// What the person's office has asked and others are to decide.
    public List<Waiting> waiting(Actor actor) {
        return waiting(
                repository.waiting(actor.office(), null, List.of(), actor.scope()), actor.scope());
    }

    private List<Waiting> waiting(List<TaskRequest> asked, ReadScope reader) {
        var known =
                tasks.tasks(asked.stream().map(TaskRequest::task).toList(), reader).stream()
                        .collect(Collectors.toMap(Task::id, task -> task));
        return asked.stream()
                .flatMap(
                        request ->
                                Stream.ofNullable(known.get(request.task()))
                                        .map(task -> new Waiting(task, request)))
                .toList();
    }

    /// @param day last day on which the answer is to be there
    /// @throws Refusal with `REASON_MISSING` and `DAY_NOT_LATER` at once
    @Transactional
    public TaskRequest extension(TaskId id, LocalDate day, String reason, Actor actor) {
        var task = ledger.hold(id, actor);
        var calendar = offices.calendar(task.office());
        var dueDay = LocalDate.ofInstant(task.due(), calendar.zone());
        return ask(
                task,
                new TaskRequest.Wish.Extension(day),
                TaskEvent.of(
                                TaskEvent.Act.EXTENSION_ASKED,
                                actor.signIn(),
                                actor.office(),
                                now(),
                                reason.strip())
                        .due(task.due(), calendar.closing(day)),
                new Problems()
                        .require(
                                day.isAfter(dueDay) && calendar.closing(day).isAfter(now()),
                                "day",
                                TaskRefusal.DAY_NOT_LATER,
                                day.toString(),
                                dueDay.toString()),
                actor);
    }

    /// @throws Refusal with `REASON_MISSING` and `POST_UNFIT`, `POST_WITHOUT_INSTRUCTION` or
    ///   `OWES_IT_ALREADY` at once
    @Transactional
    public TaskRequest transfer(TaskId id, OfficeCode to, String reason, Actor actor) {
        var task = ledger.hold(id, actor);
        return ask(
                task,
                new TaskRequest.Wish.Transfer(to),
                TaskEvent.of(
                                TaskEvent.Act.TRANSFER_ASKED,
                                actor.signIn(),
                                actor.office(),
                                now(),
                                reason.strip())
                        .about(List.of(to)),
                new Problems().attempt("to", () -> requireFit(to, task, actor.scope())),
                actor);
    }

    private void requireFit(OfficeCode to, Task task, ReadScope reader) {
        if (to.equals(task.office()) || !(offices.find(to).orElse(null) instanceof Office.Post)) {
            throw new Refusal(TaskRefusal.POST_UNFIT, to.value());
        }
        var readers = instructions.get(task.instruction(), reader).label().readers();
        if (!readers.isEmpty() && offices.withParents(to).stream().noneMatch(readers::contains)) {
            throw new Refusal(TaskRefusal.POST_WITHOUT_INSTRUCTION, to.value());
        }
        if (tasks.owes(to, task)) {
            throw new Refusal(TaskRefusal.OWES_IT_ALREADY, to.value());
        }
    }

    /// Puts the task before headquarters.
    @Transactional
    public TaskRequest escalate(TaskId id, String reason, Actor actor) {
        var task = ledger.hold(id, actor);
        return ask(
                task,
                new TaskRequest.Wish.Escalation(),
                TaskEvent.of(
                        TaskEvent.Act.ESCALATED,
                        actor.signIn(),
                        actor.office(),
                        now(),
                        reason.strip()),
                new Problems(),
                actor);
    }

    private TaskRequest ask(
            Task task, TaskRequest.Wish wish, TaskEvent event, Problems problems, Actor actor) {
        problems.require(!event.reason().isEmpty(), "reason", TaskRefusal.REASON_MISSING).refuse();
        if (!task.state().atPost()) {
            throw new Refusal(TaskRefusal.TASK_MOVED_ON, task.state().code());
        }
        var request =
                new TaskRequest(
                        UUID.randomUUID(),
                        task.id(),
                        wish,
                        actor.signIn(),
                        actor.office(),
                        event.at(),
                        event.reason());
        for (var pending : repository.requests(task.id())) {
            if (pending.repeats(request)) {
                return pending;
            }
            if (pending.wish().code().equals(wish.code())) {
                throw new Refusal(TaskRefusal.REQUEST_PENDING, wish.code());
            }
        }
        repository.insert(request);
        ledger.record(task, event, actor);
        return request;
    }

    /// Grants what was asked.
    ///
    /// @param words to the post; an escalation is answered with them and needs them
    /// @return the task as it is now; after a transfer that of the post that took it over
    @Transactional
    public Task grant(TaskId id, UUID request, String words, Actor actor) {
        var task = ledger.lock(id, actor.scope());
        var asked = decidable(task, request, actor);
        return switch (asked.wish()) {
            case TaskRequest.Wish.Extension(var day) -> extend(task, asked, day, words, actor);
            case TaskRequest.Wish.Transfer(_) -> takeOver(task, asked, words, actor);
            case TaskRequest.Wish.Escalation() -> answer(task, asked, true, words, actor);
        };
    }

    /// @param words why not, never empty
    @Transactional
    public Task refuse(TaskId id, UUID request, String words, Actor actor) {
        var task = ledger.lock(id, actor.scope());
        var asked = decidable(task, request, actor);
        if (asked.wish() instanceof TaskRequest.Wish.Escalation) {
            return answer(task, asked, false, words, actor);
        }
        requireWords(words);
        repository.decide(request, false);
        var act =
                asked.wish() instanceof TaskRequest.Wish.Extension
                        ? TaskEvent.Act.EXTENSION_REFUSED
                        : TaskEvent.Act.TRANSFER_REFUSED;
        return ledger.record(task, event(act, words, actor), actor);
    }

    /// @throws Refusal `NOT_THE_ISSUER` or `NOT_ASKED_TO_TAKE_OVER` for whoever does not decide,
    ///   `REQUEST_DECIDED` if there is nothing to decide any more
    private TaskRequest decidable(Task task, UUID request, Actor actor) {
        var asked = repository.open(task.id(), request);
        if (asked.isEmpty()) {
            throw new Refusal(TaskRefusal.REQUEST_DECIDED);
        }
        if (asked.get().wish() instanceof TaskRequest.Wish.Transfer(var to)) {
            actor.require(Permission.REPORT);
            if (!to.equals(actor.office())) {
                throw new Refusal(TaskRefusal.NOT_ASKED_TO_TAKE_OVER, to.value());
            }
        } else {
            ledger.holdAsIssuer(task.id(), actor);
        }
        return asked.get();
    }

    private Task extend(Task task, TaskRequest asked, LocalDate day, String words, Actor actor) {
        var due = offices.calendar(task.office()).closing(day);
        repository.decide(asked.id(), true);
        tasks.due(task.id(), due);
        return ledger.record(
                task,
                event(TaskEvent.Act.EXTENSION_GRANTED, words, actor).due(task.due(), due),
                actor);
    }

    private Task takeOver(Task task, TaskRequest asked, String words, Actor actor) {
        var to = actor.office();
        repository.decide(asked.id(), true);
        var id = opening.openFor(to, task, actor.scope());
        ledger.move(
                task,
                new TaskState.Transferred(actor.signIn(), now(), to.value()),
                event(TaskEvent.Act.TRANSFERRED, words, actor).about(List.of(to)),
                actor);
        ledger.record(
                door.get(id, actor.scope()),
                event(TaskEvent.Act.TAKEN_OVER, asked.reason(), actor)
                        .about(List.of(task.office())),
                actor);
        return door.accept(id, actor);
    }

    private Task answer(Task task, TaskRequest asked, boolean granted, String words, Actor actor) {
        requireWords(words);
        repository.decide(asked.id(), granted);
        return ledger.record(task, event(TaskEvent.Act.ESCALATION_ANSWERED, words, actor), actor);
    }

    private static void requireWords(String words) {
        if (words.isBlank()) {
            throw new Refusal(Problem.at("reason", TaskRefusal.REASON_MISSING));
        }
    }

    private TaskEvent event(TaskEvent.Act act, String words, Actor actor) {
        return TaskEvent.of(act, actor.signIn(), actor.office(), now(), words.strip());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
