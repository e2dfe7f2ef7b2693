// SPDX-License-Identifier: Apache-2.0
package org.chancery.engagement;

import java.time.Instant;
import org.chancery.access.Label;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.OfficeCode;
import org.chancery.instruction.InstructionId;

/// A démarche to come.
///
/// @param state up to the delivery; `Delivered` once a record that stands carries it out
/// @param by sign-in name of who planned it
public record Plan(
        PlanId id,
        InstructionId instruction,
        OfficeCode office,
        GovernmentCode government,
        Meeting meeting,
        DemarcheState state,
        String by,
        Instant plannedAt,
        Label label) {

    Plan in(DemarcheState next) {
        return new Plan(id, instruction, office, government, meeting, next, by, plannedAt, label);
    }
}
