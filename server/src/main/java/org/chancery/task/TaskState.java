// SPDX-License-Identifier: Apache-2.0
package org.chancery.task;

import java.time.Instant;
import java.util.Set;
import org.chancery.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/// How far a task is. Only a report, a nil report or a waiver ends it (TSK-007). That it is overdue
/// is no state but follows from the clock.
public sealed interface TaskState {

    /// Words of the states in which the post owes something.
    Set<String> AT_POST = Set.of("OPEN", "ACCEPTED", "IN_PROGRESS", "REOPENED");

    record Open() implements TaskState {}

    /// @param by sign-in name
    record Accepted(String by, Instant at) implements TaskState {}

    record InProgress(String by, Instant at) implements TaskState {}

    /// The issuer decides: waives it or opens it again.
    record Declined(String by, Instant at, String reason) implements TaskState {}

    /// @param answer number of the reporting cable, or the nil report
    record Answered(String by, Instant at, String answer) implements TaskState {}

    /// The issuer took the answer.
    record Closed(String by, Instant at, String answer) implements TaskState {}

    /// Another post took it over and owes it now.
    ///
    /// @param to its office code
    record Transferred(String by, Instant at, String to) implements TaskState {}

    record Waived(String by, Instant at, String reason) implements TaskState {}

    /// The issuer wants more, or does not accept that it was declined.
    record Reopened(String by, Instant at, String reason) implements TaskState {}

    /// Word in the database and the API.
    default String code() {
        return switch (this) {
            case Open() -> "OPEN";
            case Accepted(_, _) -> "ACCEPTED";
            case InProgress(_, _) -> "IN_PROGRESS";
            case Declined(_, _, _) -> "DECLINED";
            case Answered(_, _, _) -> "ANSWERED";
            case Closed(_, _, _) -> "CLOSED";
            case Transferred(_, _, _) -> "TRANSFERRED";
            case Waived(_, _, _) -> "WAIVED";
            case Reopened(_, _, _) -> "REOPENED";
        };
    }

    /// Sign-in name of whoever brought it here, empty while it is open.
    default String by() {
        return "";
    }

    /// When it came here, null while it is open.
    default @Nullable Instant at() {
        return null;
    }

    /// Reason, answer or office that goes with it, empty where there is none.
    default String note() {
        return switch (this) {
            case Open(), Accepted(_, _), InProgress(_, _) -> "";
            case Declined(_, _, var reason) -> reason;
            case Answered(_, _, var answer) -> answer;
            case Closed(_, _, var answer) -> answer;
            case Transferred(_, _, var to) -> to;
            case Waived(_, _, var reason) -> reason;
            case Reopened(_, _, var reason) -> reason;
        };
    }

    default boolean ended() {
        return switch (this) {
            case Open(), Accepted(_, _), InProgress(_, _), Declined(_, _, _), Reopened(_, _, _) ->
                    false;
            case Answered(_, _, _), Closed(_, _, _), Transferred(_, _, _), Waived(_, _, _) -> true;
        };
    }

    /// The post is to do something; a declined task lies with the issuer.
    default boolean atPost() {
        return AT_POST.contains(code());
    }

    /// It has an answer, whether the issuer took it yet or not.
    default boolean hasAnswer() {
        return this instanceof Answered || this instanceof Closed;
    }

    /// @throws Refusal `TASK_ENDED` once it has its answer or was waived
    default void requireOpen() {
        if (ended()) {
            throw new Refusal(TaskRefusal.TASK_ENDED);
        }
    }

    /// Whether the same person asks for the same a second time; it is then done already.
    default boolean repeats(TaskState next) {
        return code().equals(next.code()) && by().equals(next.by()) && note().equals(next.note());
    }

    /// The whole machine: which state may follow this one.
    ///
    /// @throws Refusal `TASK_MOVED_ON` if that one may not, `TASK_ENDED` for a second answer,
    ///   `ANSWER_MISSING` for an end without one (TSK-007)
    default TaskState to(TaskState next) {
        var fits =
                switch (next) {
                    case Open() -> false;
                    case Accepted(_, _), Declined(_, _, _) -> untouched();
                    case InProgress(_, _) -> untouched() || this instanceof Accepted;
                    case Answered(_, _, _) -> answerable();
                    case Closed(_, _, _) -> closable();
                    case Transferred(_, _, _) -> atPost();
                    case Waived(_, _, _) -> !ended();
                    case Reopened(_, _, _) ->
                            hasAnswer() || this instanceof Declined || this instanceof Waived;
                };
        if (!fits) {
            throw new Refusal(TaskRefusal.TASK_MOVED_ON, code());
        }
        return next;
    }

    private boolean untouched() {
        return this instanceof Open || this instanceof Reopened;
    }

    private boolean answerable() {
        requireOpen();
        return true;
    }

    private boolean closable() {
        if (!ended()) {
            throw new Refusal(TaskRefusal.ANSWER_MISSING);
        }
        return this instanceof Answered;
    }
}
