// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.tasking;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.directory.Office;
import org.chancery.directory.OfficeCode;
import org.chancery.task.Notice;
import org.chancery.task.Reminder;
import org.chancery.task.Task;
import org.chancery.task.TaskId;
import org.chancery.task.TaskRequest;
import org.chancery.web.Page;

/// The tasks of a day as one person sees them.
///
/// @param whose list that is shown
/// @param mine what the person has taken or was given
/// @param untaken what lies with the office and nobody has
/// @param post everything that lies with the office
/// @param waiting what others are to do before the office can go on
/// @param toDecide what the person decides: as issuer, or for the post asked to take over
/// @param lateElsewhere tasks the person's office gave that are overdue at posts
/// @param notices what headquarters wrote because the office is late
/// @param reminders the furthest stage of each task the clock reminded of
public record TodayTasks(
        Whose whose,
        List<Task> mine,
        List<Task> untaken,
        List<Task> post,
        List<Task> waiting,
        List<Decision> toDecide,
        int lateElsewhere,
        List<Notice> notices,
        Map<TaskId, Reminder.Stage> reminders,
        Map<OfficeCode, Office> offices) {

    /// The names stand in addresses.
    public enum Whose {
        me,
        post,
        waiting
    }

    /// @param request null where the task was declined
    public record Decision(Task task, @org.jspecify.annotations.Nullable TaskRequest request) {}

    /// The list chosen.
    public List<Task> shown() {
        return switch (whose) {
            case me -> mine;
            case post -> post;
            case waiting -> waiting;
        };
    }

    public int count(Whose of) {
        return switch (of) {
            case me -> mine.size();
            case post -> post.size();
            case waiting -> waiting.size();
        };
    }

    /// What is due next from the office, whoever has it.
    public Optional<Task> next() {
        return post.stream().findFirst();
    }

    public String name(OfficeCode code, Page page) {
        var office = offices.get(code);
        return office == null ? code.value() : page.t(office.names());
    }
}
