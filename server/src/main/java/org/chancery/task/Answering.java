// SPDX-License-Identifier: Apache-2.0
package org.chancery.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.chancery.access.Actor;
import org.chancery.access.Permission;
import org.chancery.access.ReadScope;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Problems;
import org.chancery.kernel.Refusal;
import org.springframework.stereotype.Component;

/// Ends tasks with their answers: of the post itself, and of an embassy for the posts it names
/// (TSK-005, TSK-009).
@Component
class Answering {

    private final TaskLedger ledger;
    private final TaskOpening opening;
    private final TaskRepository repository;
    private final Offices offices;

    Answering(TaskLedger ledger, TaskOpening opening, TaskRepository repository, Offices offices) {
        this.ledger = ledger;
        this.opening = opening;
        this.repository = repository;
        this.offices = offices;
    }

    /// @param covered posts the answer also stands for
    Task answer(TaskId id, String answer, Collection<OfficeCode> covered, Actor actor, Instant at) {
        if (answer.isBlank()) {
            throw new Refusal(TaskRefusal.ANSWER_MISSING);
        }
        actor.require(Permission.REPORT);
        var task = ledger.lock(id, actor.scope());
        requireOwnOrCovered(task, covered, actor);
        var covers = posts(covered, actor);
        var open = owed(task, covers, actor.scope());
        var own = task.office().equals(actor.office());
        var text = answer.strip();
        if (own) {
            var act = covers.isEmpty() ? TaskEvent.Act.ANSWERED : TaskEvent.Act.ANSWERED_FOR;
            ledger.move(
                    task,
                    new TaskState.Answered(actor.signIn(), at, text),
                    event(act, text, actor, at).about(covers),
                    actor);
            opening.openNext(task, actor.scope());
        }
        open.forEach(other -> cover(other, text, actor, at));
        return repository.task(id, actor.scope()).orElseThrow();
    }

    /// Lets an answer that is given already stand for further posts.
    Task cover(TaskId id, Collection<OfficeCode> covered, Actor actor, Instant at) {
        var task = ledger.hold(id, actor);
        if (!(task.state() instanceof TaskState.Answered(_, _, var answer))) {
            throw new Refusal(TaskRefusal.ANSWER_MISSING);
        }
        if (covered.isEmpty()) {
            throw new Refusal(Problem.at("covered", TaskRefusal.COVERED_POSTS_MISSING));
        }
        var covers = posts(covered, actor);
        owed(task, covers, actor.scope()).forEach(other -> cover(other, answer, actor, at));
        return ledger.record(
                task, event(TaskEvent.Act.ANSWERED_FOR, answer, actor, at).about(covers), actor);
    }

    private void cover(Task task, String answer, Actor actor, Instant at) {
        ledger.move(
                task,
                new TaskState.Answered(actor.signIn(), at, answer),
                event(TaskEvent.Act.COVERED, answer, actor, at).about(List.of(actor.office())),
                actor);
        opening.openNext(task, actor.scope());
    }

    private static TaskEvent event(TaskEvent.Act act, String text, Actor actor, Instant at) {
        return TaskEvent.of(act, actor.signIn(), actor.office(), at, text);
    }

    private void requireOwnOrCovered(Task task, Collection<OfficeCode> covered, Actor actor) {
        if (task.office().equals(actor.office()) || covered.contains(task.office())) {
            return;
        }
        if (offices.constituents(actor.office()).contains(task.office())) {
            throw new Refusal(Problem.at("covered", TaskRefusal.COVERED_POSTS_MISSING));
        }
        throw new Refusal(TaskRefusal.NOT_YOUR_TASK, actor.office().value());
    }

    /// In order, each once, all below the embassy.
    private List<OfficeCode> posts(Collection<OfficeCode> covered, Actor actor) {
        var below = offices.constituents(actor.office());
        var posts = new TreeSet<OfficeCode>((a, b) -> a.value().compareTo(b.value()));
        posts.addAll(covered);
        var problems = new Problems();
        for (var post : posts) {
            problems.require(
                    below.contains(post),
                    "covered",
                    TaskRefusal.NOT_A_CONSTITUENT,
                    post.value(),
                    actor.office().value());
        }
        problems.refuse();
        return List.copyOf(posts);
    }

    /// The open tasks of those posts for the same requirement and round, held.
    private List<Task> owed(Task task, List<OfficeCode> posts, ReadScope reader) {
        var owed = new ArrayList<Task>();
        var problems = new Problems();
        for (var post : posts) {
            var open = owed(task, post, reader);
            problems.require(
                    !open.isEmpty(), "covered", TaskRefusal.OWES_NOTHING_HERE, post.value());
            open.forEach(known -> owed.add(ledger.lock(known.id(), reader)));
        }
        problems.refuse();
        return owed;
    }

    /// Tasks of constituents that one answer of the embassy could end as well.
    List<Task> coverable(Task task, ReadScope reader) {
        return offices.constituents(task.office()).stream()
                .flatMap(post -> owed(task, post, reader).stream())
                .toList();
    }

    private List<Task> owed(Task task, OfficeCode post, ReadScope reader) {
        var question = TaskQuestion.ALL.of(post).in(task.instruction()).states(TaskState.AT_POST);
        return repository.page(question, TaskRepository.START, Tasks.MOST, reader).stream()
                .filter(known -> known.requirement().equals(task.requirement()))
                .filter(known -> known.round() == task.round())
                .toList();
    }
}
