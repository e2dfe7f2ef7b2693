// SPDX-License-Identifier: Apache-2.0
package org.chancery.instruction;

import java.time.Instant;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.OfficeCode;

/// What one post owes for one requirement and one government.
///
/// @param round 1 for the first due date of the requirement
/// @param due closing time at the post on the due date
/// @param subject of the instruction, for lists
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
        TaskState state) {

    /// The same requirement in the same words, of the same post for the same government and round.
    boolean asksTheSameAs(Task other) {
        return requirement.equals(other.requirement)
                && text.equals(other.text)
                && form == other.form
                && office.equals(other.office)
                && government.equals(other.government)
                && round == other.round;
    }
}
