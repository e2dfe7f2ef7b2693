// SPDX-License-Identifier: Apache-2.0
package org.chancery.task;

import java.time.Instant;
import java.util.Locale;
import org.chancery.access.Actor;
import org.chancery.access.Permission;
import org.chancery.access.ReadScope;
import org.chancery.audit.AuditTrail;
import org.chancery.directory.Offices;
import org.chancery.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Moves a task and writes down who did it: state, history, audit and event in one transaction, the
/// task held while it is judged, so that of two acts at once the second meets what the first left.
@Component
class TaskLedger {

    private final TaskRepository repository;
    private final TaskEventRepository history;
    private final Offices offices;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    TaskLedger(
            TaskRepository repository,
            TaskEventRepository history,
            Offices offices,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.repository = repository;
        this.history = history;
        this.offices = offices;
        this.audit = audit;
        this.events = events;
    }

    /// Holds a task of the person's own office.
    ///
    /// @throws Refusal `NOT_YOUR_TASK` for one of another post (TSK-005)
    Task hold(TaskId id, Actor actor) {
        actor.require(Permission.REPORT);
        var task = lock(id, actor.scope());
        if (!task.office().equals(actor.office())) {
            throw new Refusal(TaskRefusal.NOT_YOUR_TASK, actor.office().value());
        }
        return task;
    }

    /// Holds a task the person's office, or one below it, has given.
    ///
    /// @throws Refusal `NOT_THE_ISSUER` for one another office has given (TSK-006)
    Task holdAsIssuer(TaskId id, Actor actor) {
        var task = lock(id, actor.scope());
        if (!issuer(task, actor)) {
            throw new Refusal(
                    TaskRefusal.NOT_THE_ISSUER, actor.office().value(), task.issuer().value());
        }
        return task;
    }

    boolean issuer(Task task, @Nullable Actor actor) {
        return actor != null
                && actor.may(Permission.INSTRUCT)
                && offices.withParents(task.issuer()).contains(actor.office());
    }

    Task lock(TaskId id, ReadScope reader) {
        return repository.lock(id, reader).orElseThrow(() -> Refusal.absent(id.toString()));
    }

    /// Brings a task that is held into a new state.
    ///
    /// @return the task as it is now; unchanged if the same person has done the same already
    /// @throws Refusal as [TaskState#to] says
    Task move(Task task, TaskState next, TaskEvent event, Actor actor) {
        if (task.state().repeats(next)) {
            return task;
        }
        repository.update(task.id(), task.state().to(next));
        if (!next.atPost()) {
            history.lapse(task.id());
        }
        return record(task, event, actor);
    }

    /// Takes a task back with its instruction, in the transaction of the release (MSG-026).
    void withdraw(Task task, String reason, Instant at, Actor releaser) {
        repository.update(
                task.id(), task.state().to(new TaskState.Waived(releaser.signIn(), at, reason)));
        history.lapse(task.id());
        write(
                task,
                TaskEvent.of(
                        TaskEvent.Act.WITHDRAWN, releaser.signIn(), releaser.office(), at, reason));
    }

    Task record(Task task, TaskEvent event, Actor actor) {
        write(task, event);
        return repository.task(task.id(), actor.scope()).orElseThrow();
    }

    void write(Task task, TaskEvent event) {
        history.append(task.id(), event);
        audit.append(
                event.by(),
                event.office().value(),
                "task." + event.act().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                "task",
                task.id().toString());
        events.publishEvent(
                new TaskChanged(
                        task.id().toString(), task.instruction().value(), task.office().value()));
    }
}
