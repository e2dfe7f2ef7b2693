// SPDX-License-Identifier: Apache-2.0
package org.chancery.picture;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.OfficeCode;
import org.chancery.engagement.Demarche;
import org.chancery.instruction.Task;
import org.chancery.instruction.TaskState;

/// Who has delivered and answered what. INFO posts are never counted.
///
/// @param rows one per post and government
public record Coverage(List<Row> rows) {

    public Coverage {
        rows = List.copyOf(rows);
    }

    /// @param whole the reader may see more of it than whether the post has delivered
    /// @param delivered something is delivered, whoever may read it
    /// @param last the latest démarche the reader may see, empty while nothing is delivered
    /// @param tasks by label of the requirement, the open one first; empty unless `whole`
    /// @param points number of points this post is to make, 0 unless `whole`
    public record Row(
            OfficeCode office,
            GovernmentCode government,
            boolean whole,
            boolean delivered,
            Optional<Demarche> last,
            Map<String, Task> tasks,
            int points) {

        public Row {
            tasks = Map.copyOf(tasks);
        }

        /// Due time of the earliest task still open.
        public Optional<Instant> due() {
            return tasks.values().stream()
                    .filter(task -> !task.state().ended())
                    .map(Task::due)
                    .min(Instant::compareTo);
        }

        /// Nothing is asked of the post any more, and it gave nothing.
        public boolean waived() {
            return last.isEmpty()
                    && !tasks.isEmpty()
                    && tasks.values().stream()
                            .allMatch(task -> task.state() instanceof TaskState.Waived);
        }

        private boolean answered() {
            return !tasks.isEmpty()
                    && tasks.values().stream().allMatch(task -> task.state().ended());
        }

        /// @param zone in which the reader's day is counted
        public Group group(Instant now, ZoneId zone) {
            if (waived()) {
                return Group.WAIVED;
            }
            if (last.isPresent()) {
                return last.get().inPart() ? Group.IN_PART : Group.DELIVERED;
            }
            if (delivered || answered()) {
                return Group.DELIVERED;
            }
            return due().map(due -> open(due, now, zone)).orElse(Group.OPEN);
        }

        private static Group open(Instant due, Instant now, ZoneId zone) {
            if (due.isBefore(now)) {
                return Group.OVERDUE;
            }
            return LocalDate.ofInstant(due, zone).equals(LocalDate.ofInstant(now, zone))
                    ? Group.DUE_TODAY
                    : Group.OPEN;
        }
    }

    /// In the order of the page: what is late first.
    public enum Group {
        OVERDUE,
        DUE_TODAY,
        OPEN,
        IN_PART,
        DELIVERED,
        /// Counts nowhere: nothing is owed.
        WAIVED
    }

    public List<Row> in(Group group, Instant now, ZoneId zone) {
        return rows.stream().filter(row -> row.group(now, zone) == group).toList();
    }

    public long count(Group group, Instant now, ZoneId zone) {
        return in(group, now, zone).size();
    }

    /// Rows that count: all that are not waived.
    public long counted() {
        return rows.stream().filter(row -> !row.waived()).count();
    }

    /// Answers in for one requirement.
    public long answered(String requirement) {
        return rows.stream()
                .filter(
                        row -> {
                            var task = row.tasks().get(requirement);
                            return task != null
                                    && task.state().ended()
                                    && !(task.state() instanceof TaskState.Waived);
                        })
                .count();
    }
}
