// SPDX-License-Identifier: Apache-2.0
package org.chancery.instruction;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chancery.access.Actor;
import org.chancery.access.Permission;
import org.chancery.access.ReadScope;
import org.chancery.audit.AuditTrail;
import org.chancery.cable.Addressing;
import org.chancery.cable.Cable;
import org.chancery.directory.Office;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.kernel.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Door to what posts owe: tasks that only an answer or a waiver ends (TSK-007).
@Component
public class Tasks {

    private final TaskRepository repository;
    private final InstructionRepository instructions;
    private final Offices offices;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Tasks(
            TaskRepository repository,
            InstructionRepository instructions,
            Offices offices,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.instructions = instructions;
        this.offices = offices;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// Open tasks of an office by due time, the overdue first.
    public List<Task> open(OfficeCode office, ReadScope reader) {
        return repository.tasks(office, null, true, reader);
    }

    /// All tasks of an instruction.
    public List<Task> of(InstructionId instruction, ReadScope reader) {
        return repository.tasks(null, instruction, false, reader);
    }

    /// @throws Refusal `ABSENT` if there is none for this reader
    public Task get(TaskId id, ReadScope reader) {
        return repository.task(id, reader).orElseThrow(() -> Refusal.absent(id.toString()));
    }

    @Transactional
    public Task accept(TaskId id, Actor actor) {
        return move(id, new TaskState.Accepted(actor.signIn(), now()), "task.accepted", actor);
    }

    /// @throws Refusal `REASON_MISSING` without a reason
    @Transactional
    public Task decline(TaskId id, String reason, Actor actor) {
        if (reason.isBlank()) {
            throw new Refusal(InstructionRefusal.REASON_MISSING);
        }
        return move(
                id,
                new TaskState.Declined(actor.signIn(), now(), reason.strip()),
                "task.declined",
                actor);
    }

    private Task move(TaskId id, TaskState state, String act, Actor actor) {
        actor.require(Permission.REPORT);
        var task = repository.lock(id, actor.scope()).orElseThrow(() -> Refusal.absent("task"));
        requireOwn(task, actor);
        task.state().requireOpen();
        return store(task, state, act, actor);
    }

    /// Ends a task with its answer. Called by the module that keeps reports, once the reporting
    /// cable is released or the nil report is filed (TSK-007).
    ///
    /// @param answer number of the reporting cable, or the reason of the nil report
    @Transactional(propagation = Propagation.MANDATORY)
    public Task answered(TaskId id, String answer, Actor actor) {
        if (answer.isBlank()) {
            throw new Refusal(InstructionRefusal.ANSWER_MISSING);
        }
        var task = repository.lock(id, actor.scope()).orElseThrow(() -> Refusal.absent("task"));
        requireOwn(task, actor);
        task.state().requireOpen();
        var done =
                store(
                        task,
                        new TaskState.Answered(actor.signIn(), now(), answer.strip()),
                        "task.answered",
                        actor);
        openNext(done, actor.scope());
        return done;
    }

    private void openNext(Task task, ReadScope reader) {
        var instruction =
                instructions
                        .find(task.instruction(), reader)
                        .orElseThrow(() -> Refusal.absent(task.instruction().value()));
        var office = offices.get(task.office());
        var next =
                instruction.requirements().stream()
                        .filter(r -> r.label().equals(task.requirement()))
                        .findFirst()
                        .flatMap(r -> r.after(LocalDate.ofInstant(task.due(), office.zone())));
        if (next.isPresent()) {
            repository.insert(
                    instruction,
                    List.of(
                            new Task(
                                    new TaskId(UUID.randomUUID()),
                                    task.instruction(),
                                    task.subject(),
                                    task.requirement(),
                                    task.text(),
                                    task.form(),
                                    task.office(),
                                    task.government(),
                                    task.round() + 1,
                                    closing(next.get(), office),
                                    new TaskState.Open())));
        }
    }

    private Task store(Task task, TaskState state, String act, Actor actor) {
        repository.update(task.id(), state);
        audit.append(actor.signIn(), actor.office().value(), act, "task", task.id().toString());
        events.publishEvent(
                new TaskChanged(
                        task.id().toString(), task.instruction().value(), task.office().value()));
        return get(task.id(), actor.scope());
    }

    private static void requireOwn(Task task, Actor actor) {
        if (!task.office().equals(actor.office())) {
            throw new Refusal(InstructionRefusal.NOT_YOUR_TASK, actor.office().value());
        }
    }

    /// One task per ACTION post, requirement and government.
    ///
    /// @param answered tasks that are not asked again
    void open(Instruction instruction, Cable cable, List<Task> answered) {
        repository.insert(
                instruction,
                tasks(instruction, cable).stream()
                        .filter(task -> answered.stream().noneMatch(task::asksTheSameAs))
                        .toList());
    }

    private List<Task> tasks(Instruction instruction, Cable cable) {
        var posts = offices.byCode();
        var tasks = new ArrayList<Task>();
        for (var code : cable.offices(Addressing.ACTION)) {
            if (posts.get(code) instanceof Office.Post post) {
                for (var requirement : instruction.requirements()) {
                    tasksOf(instruction, requirement, post, tasks);
                }
            }
        }
        return tasks;
    }

    private void tasksOf(
            Instruction instruction,
            ReportingRequirement requirement,
            Office.Post post,
            List<Task> into) {
        for (var government : post.accreditedTo()) {
            for (int round = 1; round <= requirement.due().size(); round++) {
                into.add(
                        new Task(
                                new TaskId(UUID.randomUUID()),
                                instruction.id(),
                                instruction.subject(),
                                requirement.label(),
                                requirement.text(),
                                requirement.form(),
                                post.code(),
                                government,
                                round,
                                closing(requirement.due().get(round - 1), post),
                                new TaskState.Open()));
            }
        }
    }

    /// Close of business at the post on that day.
    private static Instant closing(LocalDate day, Office office) {
        return day.atTime(office.hours().closes()).atZone(office.zone()).toInstant();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
