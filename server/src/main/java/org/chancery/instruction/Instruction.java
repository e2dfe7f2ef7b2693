// SPDX-License-Identifier: Apache-2.0
package org.chancery.instruction;

import java.time.Instant;
import java.util.List;
import org.chancery.access.Label;
import org.chancery.cable.Mrn;
import org.chancery.directory.OfficeCode;
import org.jspecify.annotations.Nullable;

/// What a released cable asks for, read from its rows.
///
/// @param supplements the instruction it continues, null if it stands alone
public record Instruction(
        InstructionId id,
        Mrn cable,
        String subject,
        String objective,
        DeliveryTerms delivery,
        OfficeCode from,
        String exercise,
        Instant releasedAt,
        @Nullable InstructionId supplements,
        List<TalkingPoint> points,
        List<Ask> asks,
        List<ReportingRequirement> requirements,
        Label label) {

    public Instruction {
        points = List.copyOf(points);
        asks = List.copyOf(asks);
        requirements = List.copyOf(requirements);
    }
}
