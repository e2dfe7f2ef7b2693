// SPDX-License-Identifier: Apache-2.0
package org.chancery.task;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chancery.access.Actor;
import org.chancery.access.Permission;
import org.chancery.access.ReadScope;
import org.chancery.directory.Office;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.directory.StaffId;
import org.chancery.instruction.InstructionId;
import org.chancery.kernel.Page;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.chancery.kernel.TimeKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Door to what posts owe: tasks that only an answer or a waiver ends (TSK-007). An act done a
/// second time by the same person changes nothing.
@Component
public class Tasks {

    /// Rows of a list that is not paged.
    static final int MOST = 5000;

    private static final Comparator<Task> BY_DUE =
            Comparator.comparing(Task::due)
                    .thenComparing(Task::requirement)
                    .thenComparing(task -> task.government().value())
                    .thenComparing(task -> task.id().value());

    private final TaskRepository repository;
    private final TaskEventRepository history;
    private final TaskLedger ledger;
    private final TaskOpening opening;
    private final Answering answering;
    private final Offices offices;
    private final Clock clock;

    Tasks(
            TaskRepository repository,
            TaskEventRepository history,
            TaskLedger ledger,
            TaskOpening opening,
            Answering answering,
            Offices offices,
            Clock clock) {
        this.repository = repository;
        this.history = history;
        this.ledger = ledger;
        this.opening = opening;
        this.answering = answering;
        this.offices = offices;
        this.clock = clock;
    }

    /// What lies with an office, by due time, the overdue first.
    public List<Task> open(OfficeCode office, ReadScope reader) {
        return list(TaskQuestion.ALL.of(office).states(TaskState.AT_POST), reader);
    }

    public int countOpen(OfficeCode office, ReadScope reader) {
        return repository.countAtPost(office, reader);
    }

    /// All tasks of an instruction, save those another post took over.
    public List<Task> of(InstructionId instruction, ReadScope reader) {
        return list(TaskQuestion.ALL.in(instruction), reader).stream()
                .filter(task -> !(task.state() instanceof TaskState.Transferred))
                .toList();
    }

    /// By due time, the first five thousand.
    public List<Task> list(TaskQuestion question, ReadScope reader) {
        return repository.page(question, TaskRepository.START, MOST, reader).stream()
                .sorted(BY_DUE)
                .toList();
    }

    /// By due time.
    ///
    /// @param after key of the page before, null for the first
    /// @param limit rows wanted, 1 to 200
    public Page<Task> page(
            TaskQuestion question, @Nullable String after, int limit, ReadScope reader) {
        var rows = Page.limit(limit);
        var from = after == null || after.isEmpty() ? TaskRepository.START : TimeKey.parse(after);
        return Page.cut(
                repository.page(question, from, rows + 1, reader),
                rows,
                task -> new TimeKey(task.due(), task.id().value()).toString());
    }

    /// @throws Refusal `ABSENT` if there is none for this reader
    public Task get(TaskId id, ReadScope reader) {
        return repository.task(id, reader).orElseThrow(() -> Refusal.absent(id.toString()));
    }

    /// What was done about a task since it was opened, oldest first.
    public List<TaskEvent> history(TaskId id, ReadScope reader) {
        return history.events(get(id, reader).id());
    }

    /// Tasks of its constituent posts that one answer of an embassy could end as well (TSK-009).
    public List<Task> coverable(TaskId id, ReadScope reader) {
        return answering.coverable(get(id, reader), reader);
    }

    /// What lies with posts by post and week.
    ///
    /// @throws Refusal `NOT_PERMITTED` for whoever may not instruct
    public TaskLoad load(Actor actor) {
        actor.require(Permission.INSTRUCT);
        return new TaskLoad(repository.load(actor.scope()));
    }

    /// Whether the person decides on a task as its issuer: for the office that instructed or one
    /// above it.
    public boolean issuer(Task task, @Nullable Actor actor) {
        return ledger.issuer(task, actor);
    }

    /// Offices whose tasks the person decides on, none for whoever may not instruct.
    public Set<OfficeCode> issuing(Actor actor) {
        var below = new HashSet<OfficeCode>();
        if (actor.may(Permission.INSTRUCT)) {
            for (var office : offices.all()) {
                if (office instanceof Office.Bureau
                        && offices.withParents(office.code()).contains(actor.office())) {
                    below.add(office.code());
                }
            }
        }
        return below;
    }

    /// Takes the task: whoever accepts has it, unless somebody had it already.
    @Transactional
    public Task accept(TaskId id, Actor actor) {
        var task =
                take(ledger.hold(id, actor), new TaskState.Accepted(actor.signIn(), now()), actor);
        return ledger.move(
                task,
                new TaskState.Accepted(actor.signIn(), now()),
                event(TaskEvent.Act.ACCEPTED, "", actor),
                actor);
    }

    @Transactional
    public Task start(TaskId id, Actor actor) {
        var task =
                take(
                        ledger.hold(id, actor),
                        new TaskState.InProgress(actor.signIn(), now()),
                        actor);
        return ledger.move(
                task,
                new TaskState.InProgress(actor.signIn(), now()),
                event(TaskEvent.Act.STARTED, "", actor),
                actor);
    }

    private Task take(Task task, TaskState next, Actor actor) {
        if (task.assignee() == null && !task.state().repeats(next)) {
            repository.assign(task.id(), actor.person());
        }
        return task;
    }

    /// Gives the task to somebody of the same office.
    ///
    /// @throws Refusal `NOT_A_COLLEAGUE` for anybody else, `TASK_MOVED_ON` once it lies with the
    ///   post no more
    @Transactional
    public Task assign(TaskId id, StaffId person, String note, Actor actor) {
        var task = ledger.hold(id, actor);
        requireColleague(person, actor);
        requireAtPost(task);
        return person.equals(task.assignee()) ? task : give(task, person, note, actor);
    }

    private Task give(Task task, StaffId person, String note, Actor actor) {
        repository.assign(task.id(), person);
        return ledger.record(
                task, event(TaskEvent.Act.ASSIGNED, note.strip(), actor).to(person), actor);
    }

    /// Moves every task the person still has to a colleague.
    ///
    /// @param note what the colleague is to know, not empty
    /// @return how many
    /// @throws Refusal with `NOT_A_COLLEAGUE` and `REASON_MISSING` at once, or
    ///   `NOTHING_TO_HAND_OVER`
    @Transactional
    public int handOver(StaffId person, String note, Actor actor) {
        actor.require(Permission.REPORT);
        new org.chancery.kernel.Problems()
                .attempt("person", () -> requireColleague(person, actor))
                .require(!person.equals(actor.person()), "person", TaskRefusal.NOT_A_COLLEAGUE, "")
                .require(!note.isBlank(), "note", TaskRefusal.REASON_MISSING)
                .refuse();
        var mine =
                list(
                        TaskQuestion.ALL
                                .of(actor.office())
                                .states(TaskState.AT_POST)
                                .heldBy(actor.person()),
                        actor.scope());
        if (mine.isEmpty()) {
            throw new Refusal(TaskRefusal.NOTHING_TO_HAND_OVER);
        }
        for (var task : mine) {
            give(ledger.hold(task.id(), actor), person, note, actor);
        }
        return mine.size();
    }

    private void requireColleague(StaffId person, Actor actor) {
        if (offices.staffOf(actor.office()).stream().noneMatch(m -> m.id().equals(person))) {
            throw new Refusal(
                    Problem.at("person", TaskRefusal.NOT_A_COLLEAGUE, actor.office().value()));
        }
    }

    private static void requireAtPost(Task task) {
        if (!task.state().atPost()) {
            throw new Refusal(TaskRefusal.TASK_MOVED_ON, task.state().code());
        }
    }

    /// The post cannot do it; the issuer waives it or opens it again.
    ///
    /// @throws Refusal `REASON_MISSING` without a reason
    @Transactional
    public Task decline(TaskId id, String reason, Actor actor) {
        var why = reason(reason);
        return ledger.move(
                ledger.hold(id, actor),
                new TaskState.Declined(actor.signIn(), now(), why),
                event(TaskEvent.Act.DECLINED, why, actor),
                actor);
    }

    /// The issuer takes the answer.
    ///
    /// @throws Refusal `ANSWER_MISSING` if there is no report and no nil report: a tick is no answer
    ///   (TSK-007)
    @Transactional
    public Task close(TaskId id, Actor actor) {
        var task = ledger.lock(id, actor.scope());
        if (task.office().equals(actor.office()) && !task.state().ended()) {
            throw new Refusal(TaskRefusal.ANSWER_MISSING);
        }
        task = ledger.holdAsIssuer(id, actor);
        return ledger.move(
                task,
                new TaskState.Closed(actor.signIn(), now(), task.state().note()),
                event(TaskEvent.Act.CLOSED, "", actor),
                actor);
    }

    /// The issuer lets the post off.
    @Transactional
    public Task waive(TaskId id, String reason, Actor actor) {
        var task = ledger.holdAsIssuer(id, actor);
        var why = reason(reason);
        return ledger.move(
                task,
                new TaskState.Waived(actor.signIn(), now(), why),
                event(TaskEvent.Act.WAIVED, why, actor),
                actor);
    }

    /// The issuer wants more, or does not accept that it was declined.
    ///
    /// @throws Refusal `TASK_WITHDRAWN` if the instruction itself is gone (MSG-026)
    @Transactional
    public Task reopen(TaskId id, String reason, Actor actor) {
        var task = ledger.holdAsIssuer(id, actor);
        var why = reason(reason);
        if (history.withdrawn(id)) {
            throw new Refusal(TaskRefusal.TASK_WITHDRAWN, task.state().note());
        }
        return ledger.move(
                task,
                new TaskState.Reopened(actor.signIn(), now(), why),
                event(TaskEvent.Act.REOPENED, why, actor),
                actor);
    }

    /// Ends a task with its answer. Called by the module that keeps reports, once the reporting
    /// cable is released or the nil report is filed (TSK-007).
    ///
    /// @param answer number of the reporting cable, or the reason of the nil report
    @Transactional(propagation = Propagation.MANDATORY)
    public Task answered(TaskId id, String answer, Actor actor) {
        return answering.answer(id, answer, List.of(), actor, now());
    }

    /// Ends a task of an embassy and those of its constituents with one answer.
    ///
    /// @param covered the constituents, named one by one; none if it answers for itself alone
    /// @throws Refusal `COVERED_POSTS_MISSING`, `NOT_A_CONSTITUENT`, `OWES_NOTHING_HERE` (TSK-009)
    @Transactional(propagation = Propagation.MANDATORY)
    public Task answeredFor(TaskId id, String answer, Collection<OfficeCode> covered, Actor actor) {
        return answering.answer(id, answer, covered, actor, now());
    }

    /// Lets the answer an embassy has given stand for constituents as well.
    ///
    /// @throws Refusal `COVERED_POSTS_MISSING`, `NOT_A_CONSTITUENT`, `OWES_NOTHING_HERE` (TSK-009),
    ///   `ANSWER_MISSING` while there is no answer
    @Transactional
    public Task cover(TaskId id, Collection<OfficeCode> covered, Actor actor) {
        return answering.cover(id, covered, actor, now());
    }

    private static String reason(String reason) {
        if (reason.isBlank()) {
            throw new Refusal(Problem.at("reason", TaskRefusal.REASON_MISSING));
        }
        return reason.strip();
    }

    private TaskEvent event(TaskEvent.Act act, String reason, Actor actor) {
        return TaskEvent.of(act, actor.signIn(), actor.office(), now(), reason);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
