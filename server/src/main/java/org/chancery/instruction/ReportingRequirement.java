// SPDX-License-Identifier: Apache-2.0
package org.chancery.instruction;

import java.time.LocalDate;
import java.util.List;

/// What posts owe in answer.
///
/// @param label `R1`
/// @param due days on which an answer is due at the post, in order, at least one
/// @param monthly a further answer is owed each month after the last day given
/// @param nilReport an answer is owed even if there is nothing to say
public record ReportingRequirement(
        String label,
        String text,
        Form form,
        List<LocalDate> due,
        boolean monthly,
        boolean nilReport) {

    public ReportingRequirement {
        due = List.copyOf(due);
        if (due.isEmpty()) {
            throw new IllegalArgumentException(label + " has no due date");
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
}
