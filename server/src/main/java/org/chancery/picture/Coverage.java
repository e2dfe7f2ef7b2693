// SPDX-License-Identifier: Apache-2.0
package org.chancery.picture;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.OfficeCode;
import org.chancery.engagement.Demarche;
import org.chancery.instruction.Task;

/// Who has delivered and answered what. INFO posts are never counted.
///
/// @param rows one per post and government
public record Coverage(List<Row> rows) {

    public Coverage {
        rows = List.copyOf(rows);
    }

    /// @param last the latest démarche, empty while nothing is delivered
    /// @param tasks by label of the requirement, the open one first
    /// @param points number of points this post is to make
    public record Row(
            OfficeCode office,
            GovernmentCode government,
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

        public Group group(Instant now) {
            if (last.isPresent()) {
                return last.get().inPart() ? Group.IN_PART : Group.DELIVERED;
            }
            return due().filter(due -> due.isBefore(now)).isPresent() ? Group.OVERDUE : Group.OPEN;
        }
    }

    public enum Group {
        OVERDUE,
        OPEN,
        IN_PART,
        DELIVERED
    }

    public long count(Group group, Instant now) {
        return rows.stream().filter(row -> row.group(now) == group).count();
    }

    /// Answers in for one requirement.
    public long answered(String requirement) {
        return rows.stream()
                .filter(
                        row -> {
                            var task = row.tasks().get(requirement);
                            return task != null && task.state().ended();
                        })
                .count();
    }
}
