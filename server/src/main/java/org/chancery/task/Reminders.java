// SPDX-License-Identifier: Apache-2.0
package org.chancery.task;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.chancery.access.Actor;
import org.chancery.access.ReadScope;
import org.chancery.audit.AuditTrail;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.instruction.Instruction;
import org.chancery.instruction.InstructionId;
import org.chancery.instruction.Instructions;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Problems;
import org.chancery.kernel.Refusal;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Door to what posts are reminded of: by the clock in their own working days, and by headquarters
/// once they are late.
@Component
public class Reminders {

    /// Three working days lie within it everywhere, the longest holidays included.
    private static final Duration AHEAD = Duration.ofDays(30);

    private static final int AT_ONCE = 5000;

    private final ReminderRepository repository;
    private final Tasks tasks;
    private final Instructions instructions;
    private final Offices offices;
    private final AuditTrail audit;
    private final Clock clock;

    Reminders(
            ReminderRepository repository,
            Tasks tasks,
            Instructions instructions,
            Offices offices,
            AuditTrail audit,
            Clock clock) {
        this.repository = repository;
        this.tasks = tasks;
        this.instructions = instructions;
        this.offices = offices;
        this.audit = audit;
        this.clock = clock;
    }

    /// Writes the reminder of every task that has reached a stage since. A stage that was passed
    /// while nobody looked is not made up for. Several servers may do it at once.
    ///
    /// @return how many were written
    @Scheduled(
            initialDelayString = "${chancery.remind-every:PT1M}",
            fixedDelayString = "${chancery.remind-every:PT1M}")
    @Transactional
    public int remind() {
        var now = now();
        var calendars = offices.calendars();
        var reached =
                repository.candidates(now.plus(AHEAD), AT_ONCE).stream()
                        .flatMap(
                                task -> {
                                    var calendar =
                                            Objects.requireNonNull(calendars.get(task.office()));
                                    return Reminder.stage(task.due(), calendar, now).stream()
                                            .map(
                                                    stage ->
                                                            new Reminder(
                                                                    task.task(),
                                                                    stage,
                                                                    task.due(),
                                                                    now));
                                })
                        .toList();
        return reached.isEmpty() ? 0 : repository.insert(reached);
    }

    /// What was written for one task, oldest first.
    public List<Reminder> of(TaskId task, ReadScope reader) {
        return repository.of(tasks.get(task, reader).id());
    }

    /// What holds now for the tasks that lie with an office.
    public List<Reminder> current(OfficeCode office, ReadScope reader) {
        return repository.current(office, reader);
    }

    /// Tasks of the instruction posts are late with, by due time.
    ///
    /// @throws Refusal `NOT_THE_ISSUER` for another office than the one that instructed or above
    public List<Task> late(InstructionId instruction, Actor actor) {
        requireIssuer(instruction, actor);
        return tasks.list(
                TaskQuestion.ALL.in(instruction).states(TaskState.AT_POST).before(clock.instant()),
                actor.scope());
    }

    /// Writes to the posts that are late with an instruction, and to them alone.
    ///
    /// @param key identity of the form: sent twice, it is one notice
    /// @param text shown on their Today while they are late, 1 to 2000 characters
    /// @return posts written to
    /// @throws Refusal `NOTICE_EMPTY`, `VALUE_TOO_LONG`, `NOBODY_LATE`, `NOT_THE_ISSUER`
    @Transactional
    public List<OfficeCode> write(UUID key, InstructionId id, String text, Actor actor) {
        var instruction = requireIssuer(id, actor);
        var words = text.strip();
        new Problems()
                .require(!words.isEmpty(), "text", TaskRefusal.NOTICE_EMPTY)
                .require(
                        words.length() <= Notice.LONGEST,
                        "text",
                        KernelRefusal.VALUE_TOO_LONG,
                        words.substring(0, Math.min(20, words.length())) + "…",
                        words.length(),
                        Notice.LONGEST)
                .refuse();
        var posts = late(id, actor).stream().map(Task::office).distinct().toList();
        if (posts.isEmpty()) {
            throw new Refusal(Problem.of(TaskRefusal.NOBODY_LATE, id.value()));
        }
        var notice =
                new Notice(key, id, posts.getFirst(), actor.office(), actor.signIn(), now(), words);
        if (repository.insert(key, instruction, posts, notice) > 0) {
            audit.append(
                    actor.signIn(),
                    actor.office().value(),
                    "instruction.reminded",
                    "instruction",
                    id.value());
        }
        return posts;
    }

    private Instruction requireIssuer(InstructionId id, Actor actor) {
        var instruction = instructions.get(id, actor.scope());
        if (!issues(instruction, actor)) {
            throw new Refusal(
                    TaskRefusal.NOT_THE_ISSUER, actor.office().value(), instruction.from().value());
        }
        return instruction;
    }

    /// Whether someone may write to the posts that are late with an instruction.
    public boolean issues(Instruction instruction, Actor actor) {
        return tasks.issuing(actor).contains(instruction.from());
    }

    /// What headquarters wrote last to an office that is still late.
    public List<Notice> notices(OfficeCode office, ReadScope reader) {
        return repository.notices(office, clock.instant(), reader);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
