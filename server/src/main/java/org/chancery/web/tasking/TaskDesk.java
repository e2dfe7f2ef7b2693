// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.tasking;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.access.Actor;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.task.Reminder;
import org.chancery.task.Reminders;
import org.chancery.task.Requests;
import org.chancery.task.Task;
import org.chancery.task.TaskId;
import org.chancery.task.TaskQuestion;
import org.chancery.task.TaskState;
import org.chancery.task.Tasks;
import org.springframework.stereotype.Component;

/// Gathers what of all tasks concerns one person today.
@Component
class TaskDesk {

    private static final Set<String> DECLINED = Set.of("DECLINED");

    private final Tasks tasks;
    private final Requests requests;
    private final Reminders reminders;
    private final Offices offices;
    private final Clock clock;

    TaskDesk(Tasks tasks, Requests requests, Reminders reminders, Offices offices, Clock clock) {
        this.tasks = tasks;
        this.requests = requests;
        this.reminders = reminders;
        this.offices = offices;
        this.clock = clock;
    }

    TodayTasks today(TodayTasks.Whose whose, Actor actor) {
        var reader = actor.scope();
        var post = tasks.open(actor.office(), reader);
        var issuing = tasks.issuing(actor);
        var late = late(issuing, actor);
        return new TodayTasks(
                whose,
                post.stream().filter(task -> actor.person().equals(task.assignee())).toList(),
                post.stream().filter(task -> task.assignee() == null).toList(),
                post,
                waiting(late, actor),
                toDecide(issuing, actor),
                late.size(),
                reminders.notices(actor.office(), reader),
                stages(actor),
                offices.byCode());
    }

    private List<Task> late(Set<OfficeCode> issuing, Actor actor) {
        return issuing.isEmpty()
                ? List.of()
                : tasks.list(
                        TaskQuestion.ALL
                                .from(issuing)
                                .states(TaskState.AT_POST)
                                .before(clock.instant()),
                        actor.scope());
    }

    private List<Task> waiting(List<Task> late, Actor actor) {
        var asked = requests.waiting(actor).stream().map(Requests.Waiting::task);
        var declined =
                tasks
                        .list(TaskQuestion.ALL.of(actor.office()).states(DECLINED), actor.scope())
                        .stream();
        return Stream.of(asked, declined, late.stream())
                .flatMap(all -> all)
                .distinct()
                .sorted(Comparator.comparing(Task::due))
                .toList();
    }

    private List<TodayTasks.Decision> toDecide(Set<OfficeCode> issuing, Actor actor) {
        var decisions = new ArrayList<TodayTasks.Decision>();
        for (var waiting : requests.toDecide(actor)) {
            decisions.add(new TodayTasks.Decision(waiting.task(), waiting.request()));
        }
        if (!issuing.isEmpty()) {
            tasks.list(TaskQuestion.ALL.from(issuing).states(DECLINED), actor.scope())
                    .forEach(task -> decisions.add(new TodayTasks.Decision(task, null)));
        }
        decisions.sort(Comparator.comparing(decision -> decision.task().due()));
        return List.copyOf(decisions);
    }

    private Map<TaskId, Reminder.Stage> stages(Actor actor) {
        var furthest = new HashMap<TaskId, Reminder.Stage>();
        for (var reminder : reminders.current(actor.office(), actor.scope())) {
            furthest.merge(reminder.task(), reminder.stage(), (a, b) -> a.compareTo(b) > 0 ? a : b);
        }
        return furthest;
    }

    int count(Actor actor) {
        return tasks.countOpen(actor.office(), actor.scope());
    }
}
