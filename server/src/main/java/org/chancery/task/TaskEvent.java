// SPDX-License-Identifier: Apache-2.0
package org.chancery.task;

import java.time.Instant;
import java.util.List;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.StaffId;
import org.jspecify.annotations.Nullable;

/// One act on a task; never changed. The opening is no act: it stands in the instruction.
///
/// @param by sign-in name
/// @param office for which they acted
/// @param reason why, or the answer; empty where none is asked
/// @param offices posts it speaks of: covered, handed to, taken over from
/// @param person who was given the task, null in other acts
/// @param due old and new due time, null where it stays
public record TaskEvent(
        Act act,
        String by,
        OfficeCode office,
        Instant at,
        String reason,
        List<OfficeCode> offices,
        @Nullable StaffId person,
        @Nullable NewDue due) {

    public TaskEvent {
        offices = List.copyOf(offices);
    }

    public record NewDue(Instant before, Instant after) {}

    public enum Act {
        ACCEPTED,
        STARTED,
        ASSIGNED,
        DECLINED,
        ANSWERED,
        /// An embassy's answer that also stands for the posts named.
        ANSWERED_FOR,
        /// The answer of the embassy named stands for this post.
        COVERED,
        CLOSED,
        WAIVED,
        /// The instruction was cancelled or corrected (MSG-026).
        WITHDRAWN,
        REOPENED,
        EXTENSION_ASKED,
        EXTENSION_GRANTED,
        EXTENSION_REFUSED,
        /// A supplement moved the due time (TSK-010).
        DUE_MOVED,
        TRANSFER_ASKED,
        TRANSFERRED,
        TRANSFER_REFUSED,
        TAKEN_OVER,
        ESCALATED,
        ESCALATION_ANSWERED
    }

    /// Without posts, person or due time.
    static TaskEvent of(Act act, String by, OfficeCode office, Instant at, String reason) {
        return new TaskEvent(act, by, office, at, reason, List.of(), null, null);
    }

    TaskEvent about(List<OfficeCode> posts) {
        return new TaskEvent(act, by, office, at, reason, posts, person, due);
    }

    TaskEvent to(StaffId given) {
        return new TaskEvent(act, by, office, at, reason, offices, given, due);
    }

    TaskEvent due(Instant before, Instant after) {
        return new TaskEvent(
                act, by, office, at, reason, offices, person, new NewDue(before, after));
    }
}
