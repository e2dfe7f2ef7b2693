// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.time.Instant;
import org.chancery.kernel.Refusal;

/// How far a report is. Once its cable is released nothing of it changes; a correction is a further
/// report.
public sealed interface ReportState {

    /// Its cable waits for the head of mission.
    record Filed() implements ReportState {}

    /// The head of mission wants it changed.
    ///
    /// @param by sign-in name
    record SentBack(String by, Instant at, String reason) implements ReportState {}

    /// The post has taken it back; the task is open again.
    record Withdrawn(String by, Instant at, String reason) implements ReportState {}

    /// @param mrn number of the reporting cable
    record Released(String mrn, Instant at) implements ReportState {}

    /// There was nothing to report; it answers the task without a cable.
    record Nil() implements ReportState {}

    /// Word in the database and the API.
    default String code() {
        return switch (this) {
            case Filed() -> "FILED";
            case SentBack(_, _, _) -> "SENT_BACK";
            case Withdrawn(_, _, _) -> "WITHDRAWN";
            case Released(_, _) -> "RELEASED";
            case Nil() -> "NIL";
        };
    }

    /// It may still be changed.
    default boolean open() {
        return switch (this) {
            case Filed(), SentBack(_, _, _) -> true;
            case Withdrawn(_, _, _), Released(_, _), Nil() -> false;
        };
    }

    /// @throws Refusal `REPORT_ENDED` once nothing of it changes any more
    default void requireOpen() {
        switch (this) {
            case Filed(), SentBack(_, _, _) -> {}
            case Withdrawn(var by, _, _) -> throw new Refusal(FindingRefusal.REPORT_ENDED, by);
            case Released(var mrn, _) -> throw new Refusal(FindingRefusal.REPORT_ENDED, mrn);
            case Nil() -> throw new Refusal(FindingRefusal.REPORT_ENDED, code());
        }
    }
}
