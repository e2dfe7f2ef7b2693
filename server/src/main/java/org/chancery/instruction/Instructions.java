// SPDX-License-Identifier: Apache-2.0
package org.chancery.instruction;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.access.Actor;
import org.chancery.access.Permission;
import org.chancery.access.ReadScope;
import org.chancery.audit.AuditTrail;
import org.chancery.cable.Addressing;
import org.chancery.cable.Cable;
import org.chancery.cable.CableReleasing;
import org.chancery.cable.Mrn;
import org.chancery.cable.Reference;
import org.chancery.directory.Office;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Door to what cables ask for, and to the tasks that only an answer ends.
@Component
public class Instructions {

    private final InstructionRepository repository;
    private final Withdrawal withdrawal;
    private final Offices offices;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Instructions(
            InstructionRepository repository,
            Withdrawal withdrawal,
            Offices offices,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.withdrawal = withdrawal;
        this.offices = offices;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// Newest first.
    public List<Instruction> list(ReadScope reader) {
        return repository.list(reader);
    }

    /// @throws Refusal `ABSENT` if there is none for this reader
    public Instruction get(InstructionId id, ReadScope reader) {
        return repository.find(id, reader).orElseThrow(() -> Refusal.absent(id.value()));
    }

    /// The instruction a cable gave, if it gave one.
    public Optional<Instruction> of(Mrn cable, ReadScope reader) {
        return repository.byCable(cable.toString(), reader);
    }

    /// The points a post is to make: those for all, for a collective it belongs to, or for itself.
    public List<TalkingPoint> pointsFor(Instruction instruction, OfficeCode office) {
        var day = LocalDate.ofInstant(instruction.releasedAt(), ZoneOffset.UTC);
        return instruction.points().stream()
                .filter(point -> inScope(point.scope(), office, day))
                .toList();
    }

    private boolean inScope(String scope, OfficeCode office, LocalDate day) {
        return scope.equals(TalkingPoint.FOR_ALL)
                || scope.equals(office.value())
                || offices.collectives().stream().anyMatch(c -> c.code().equals(scope))
                        && offices.collective(scope, day).members().contains(office);
    }

    /// Open tasks of an office by due time, the overdue first.
    public List<Task> open(OfficeCode office, ReadScope reader) {
        return repository.tasks(office, null, true, reader);
    }

    /// All tasks of an instruction.
    public List<Task> tasks(InstructionId instruction, ReadScope reader) {
        return repository.tasks(null, instruction, false, reader);
    }

    /// @throws Refusal `ABSENT` if there is none for this reader
    public Task task(TaskId id, ReadScope reader) {
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
        openNextMonth(done, actor.scope());
        return done;
    }

    private void openNextMonth(Task task, ReadScope reader) {
        var instruction = get(task.instruction(), reader);
        var monthly =
                instruction.requirements().stream()
                        .anyMatch(r -> r.label().equals(task.requirement()) && r.monthly());
        if (monthly) {
            var office = offices.get(task.office());
            var next = LocalDate.ofInstant(task.due(), office.zone()).plusMonths(1);
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
                                    closing(next, office),
                                    new TaskState.Open())));
        }
    }

    private Task store(Task task, TaskState state, String act, Actor actor) {
        repository.update(task.id(), state);
        audit.append(actor.signIn(), actor.office().value(), act, "task", task.id().toString());
        events.publishEvent(
                new TaskChanged(
                        task.id().toString(), task.instruction().value(), task.office().value()));
        return task(task.id(), actor.scope());
    }

    private static void requireOwn(Task task, Actor actor) {
        if (!task.office().equals(actor.office())) {
            throw new Refusal(InstructionRefusal.NOT_YOUR_TASK, actor.office().value());
        }
    }

    /// Reads what a released cable asks for and opens one task per ACTION post, requirement and
    /// government, in the transaction of the release. INFO addressees owe nothing (TSK-001). What a
    /// cancelled cable asked is no longer owed, and a cancellation asks nothing itself (MSG-026); a
    /// corrected copy asks anew, save what was answered already.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CableReleasing event) {
        var cable = event.cable();
        var answered = withdrawal.withdraw(cable, cable.releasedAt());
        if (!cable.content().instructs()
                || cable.content().reference(Reference.Relation.CANCELS).isPresent()) {
            return;
        }
        var day = LocalDate.ofInstant(cable.releasedAt(), ZoneOffset.UTC);
        var content = cable.content();
        var instruction =
                new Instruction(
                        InstructionId.of(day.getYear(), repository.nextSerial(day.getYear())),
                        cable.mrn(),
                        content.subject(),
                        InstructionReader.objective(content),
                        cable.from(),
                        content.exercise(),
                        cable.releasedAt(),
                        supplemented(cable),
                        InstructionReader.points(content),
                        InstructionReader.asks(content),
                        InstructionReader.requirements(content, day),
                        cable.label());
        repository.insert(instruction);
        repository.insert(
                instruction,
                tasks(instruction, cable).stream()
                        .filter(task -> answered.stream().noneMatch(task::asksTheSameAs))
                        .toList());
        events.publishEvent(
                new InstructionOpened(instruction.id().value(), cable.mrn().toString()));
    }

    private @Nullable InstructionId supplemented(Cable cable) {
        return cable.content().references().stream()
                .flatMap(reference -> repository.idOfCable(reference.number()).stream())
                .findFirst()
                .orElse(null);
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
