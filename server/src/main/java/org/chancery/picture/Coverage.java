// SPDX-License-Identifier: Apache-2.0
package org.chancery.picture;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.OfficeCode;
import org.chancery.engagement.AskResponse;
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
    /// @param tasks by label of the requirement, the open one first; as they stand today
    /// @param duties the tasks as far as they were known
    /// @param points number of points this post is to make
    public record Row(
            OfficeCode office,
            GovernmentCode government,
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

        public Group group(Instant now) {
            if (last.isPresent()) {
                return last.get().inPart() ? Group.IN_PART : Group.DELIVERED;
            }
            return due().filter(due -> due.isBefore(now)).isPresent() ? Group.OVERDUE : Group.OPEN;
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
