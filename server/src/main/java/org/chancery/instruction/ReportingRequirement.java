// SPDX-License-Identifier: Apache-2.0
package org.chancery.instruction;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What posts owe in answer.
///
/// @param label `R1`
/// @param due days on which an answer is due at the post, in order, at least one
/// @param recurrence how often a further answer is owed after the last day given
/// @param until last day on which one can fall due again, null for no end
/// @param nilReport an answer is owed even if there is nothing to say
/// @param changes label of the requirement of the supplemented instruction whose due days these
///   are now (TSK-010), empty for a requirement of its own
public record ReportingRequirement(
        String label,
        String text,
        Form form,
        List<LocalDate> due,
        Recurrence recurrence,
        @Nullable LocalDate until,
        boolean nilReport,
        String changes) {

    public ReportingRequirement {
        due = List.copyOf(due);
        if (due.isEmpty()) {
            throw new IllegalArgumentException(label + " has no due date");
        }
        if (until != null && until.isBefore(due.getFirst())) {
            throw new IllegalArgumentException(label + " ends before it is first due");
        }
    }

    /// Shape of the answer.
    public enum Form {
        DEMARCHE_REPORT,
        FINDINGS,
        STATISTICS,
        ASSESSMENT,
        MEDIA_REACTION
    }

    public boolean recurs() {
        return recurrence != Recurrence.NONE;
    }

    /// It only moves the days of a requirement asked before.
    public boolean moves() {
        return !changes.isEmpty();
    }

    /// The day on which it is owed again after one that was answered, empty at its end.
    public Optional<LocalDate> after(LocalDate day) {
        return recurrence.after(day).filter(next -> until == null || !next.isAfter(until));
    }

    @JsonIgnore
    public boolean monthly() {
        return recurrence == Recurrence.MONTHLY;
    }
}
