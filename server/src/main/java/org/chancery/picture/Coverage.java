// SPDX-License-Identifier: Apache-2.0
package org.chancery.picture;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.OfficeCode;
import org.chancery.engagement.AskResponse;
import org.chancery.engagement.Demarche;
import org.chancery.task.Task;
import org.chancery.task.TaskState;

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
    /// @param tasks by label of the requirement, the open one first, as they stand today; empty
    ///   unless `whole`
    /// @param duties the tasks as far as they were known; empty unless `whole`
    /// @param points number of points this post is to make, 0 unless `whole`
    public record Row(
            OfficeCode office,
            GovernmentCode government,
            boolean whole,
            boolean delivered,
            Optional<Demarche> last,
            Map<String, Task> tasks,
            List<Duty> duties,
            int points) {

        public Row {
            tasks = Map.copyOf(tasks);
            duties = List.copyOf(duties);
        }

        /// What became of the instruction with this government.
        ///
        /// @param now moment overdue is counted at
        public Outcome outcome(Instant now) {
            if (!duties.isEmpty() && duties.stream().allMatch(Duty::waived)) {
                return Outcome.WAIVED;
            }
            if (last.isPresent()) {
                return delivered(last.get());
            }
            if (!whole) {
                return delivered ? Outcome.DELIVERED : Outcome.OPEN;
            }
            if (duties.stream().anyMatch(Duty::answered)) {
                return duties.stream().filter(Duty::answered).allMatch(Duty::nil)
                        ? Outcome.NIL
                        : Outcome.ANSWERED;
            }
            return duties.stream().anyMatch(duty -> duty.overdue(now))
                    ? Outcome.OVERDUE
                    : Outcome.OPEN;
        }

        private static Outcome delivered(Demarche demarche) {
            var responses = demarche.what().responses();
            if (!responses.isEmpty()
                    && responses.stream().allMatch(r -> r.code() == AskResponse.Code.NOT_RAISED)) {
                return Outcome.NOT_RAISED;
            }
            return demarche.inPart() ? Outcome.IN_PART : Outcome.DELIVERED;
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

    /// One task as far as it was known.
    ///
    /// @param state word of the database: `OPEN`, `ANSWERED`, `WAIVED`, ...
    /// @param nil answered by a nil report
    public record Duty(String requirement, int round, String state, Instant due, boolean nil) {

        boolean answered() {
            return state.equals("ANSWERED");
        }

        boolean waived() {
            return state.equals("WAIVED");
        }

        boolean overdue(Instant now) {
            return !answered() && !waived() && due.isBefore(now);
        }
    }

    public enum Outcome {
        DELIVERED,
        IN_PART,
        /// The post met the government and raised no ask.
        NOT_RAISED,
        /// Reported on without a démarche.
        ANSWERED,
        NIL,
        WAIVED,
        OPEN,
        OVERDUE;

        /// Counts as done.
        public boolean done() {
            return switch (this) {
                case DELIVERED, IN_PART, ANSWERED, NIL -> true;
                case NOT_RAISED, WAIVED, OPEN, OVERDUE -> false;
            };
        }
    }

    /// @param done delivered or answered
    /// @param of rows that are not waived
    public record Figures(long done, long of, Map<Outcome, Long> byOutcome) {

        public Figures {
            byOutcome = Map.copyOf(byOutcome);
        }

        public long count(Outcome outcome) {
            return byOutcome.getOrDefault(outcome, 0L);
        }
    }

    /// Delivered or answered of those not waived (rule of the service). INFO posts have no row.
    public Figures figures(Instant now) {
        var byOutcome =
                rows.stream()
                        .collect(
                                Collectors.groupingBy(
                                        row -> row.outcome(now),
                                        () -> new EnumMap<>(Outcome.class),
                                        Collectors.counting()));
        var waived = byOutcome.getOrDefault(Outcome.WAIVED, 0L);
        return new Figures(
                byOutcome.entrySet().stream()
                        .filter(entry -> entry.getKey().done())
                        .mapToLong(Map.Entry::getValue)
                        .sum(),
                rows.size() - waived,
                byOutcome);
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
