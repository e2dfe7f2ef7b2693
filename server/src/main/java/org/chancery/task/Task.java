// SPDX-License-Identifier: Apache-2.0
package org.chancery.task;

import java.time.Instant;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.StaffId;
import org.chancery.instruction.InstructionId;
import org.chancery.instruction.ReportingRequirement;
import org.jspecify.annotations.Nullable;

/// What one post owes for one requirement and one government.
///
/// @param round 1 for the first due date of the requirement
/// @param due closing time at the post on the due date, or an earlier reply-by or DESKBY
/// @param subject of the instruction, for lists
/// @param precedence code of the copy the post received
/// @param mrn number of the instructing cable
/// @param issuer office that instructed
/// @param assignee who of the post took it or was given it, null while nobody has
public record Task(
        TaskId id,
        InstructionId instruction,
        String subject,
        String requirement,
        String text,
        ReportingRequirement.Form form,
        OfficeCode office,
        GovernmentCode government,
        int round,
        Instant due,
        TaskState state,
        TaskKind kind,
        String precedence,
        String mrn,
        OfficeCode issuer,
        @Nullable StaffId assignee) {

    /// The same requirement in the same words, of the same post for the same government and round.
    boolean asksTheSameAs(Task other) {
        return requirement.equals(other.requirement)
                && text.equals(other.text)
                && form == other.form
                && office.equals(other.office)
                && government.equals(other.government)
                && round == other.round;
    }

    /// The post still owes it and its time is over.
    public boolean overdue(Instant now) {
        return state.atPost() && due.isBefore(now);
    }

    /// The same task of another post, or of a later round.
    Task with(TaskId id, OfficeCode office, int round, Instant due) {
        return new Task(
                id,
                instruction,
                subject,
                requirement,
                text,
                form,
                office,
                government,
                round,
                due,
                new TaskState.Open(),
                kind,
                precedence,
                mrn,
                issuer,
                null);
    }
}
