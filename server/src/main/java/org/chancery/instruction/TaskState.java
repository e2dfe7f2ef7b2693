// SPDX-License-Identifier: Apache-2.0
package org.chancery.instruction;

import java.time.Instant;
import org.chancery.kernel.Refusal;

/// How far a task is. Only a report, a nil report or a waiver ends it.
public sealed interface TaskState {

    record Open() implements TaskState {}

    /// @param by sign-in name
    record Accepted(String by, Instant at) implements TaskState {}

    record Declined(String by, Instant at, String reason) implements TaskState {}

    /// @param answer number of the reporting cable, or the nil report
    record Answered(String by, Instant at, String answer) implements TaskState {}

    record Waived(String by, Instant at, String reason) implements TaskState {}

    /// Word in the database and the API.
    default String code() {
        return switch (this) {
            case Open() -> "OPEN";
            case Accepted(_, _) -> "ACCEPTED";
            case Declined(_, _, _) -> "DECLINED";
            case Answered(_, _, _) -> "ANSWERED";
            case Waived(_, _, _) -> "WAIVED";
        };
    }

    default boolean ended() {
        return switch (this) {
            case Open(), Accepted(_, _), Declined(_, _, _) -> false;
            case Answered(_, _, _), Waived(_, _, _) -> true;
        };
    }

    /// @throws Refusal `TASK_ENDED` once it has its answer or was waived
    default void requireOpen() {
        if (ended()) {
            throw new Refusal(InstructionRefusal.TASK_ENDED);
        }
    }
}
