// SPDX-License-Identifier: Apache-2.0
package org.chancery.instruction;

import java.time.Instant;
import java.util.List;
import org.chancery.access.Label;
import org.chancery.cable.Cable;
import org.chancery.cable.Mrn;
import org.chancery.cable.Reference;
import org.chancery.directory.OfficeCode;
import org.jspecify.annotations.Nullable;

/// What a released cable asks for, read from its rows.
///
/// @param supplements the instruction it continues, null if it stands alone
/// @param points for a reader of a post only those this post is to make
public record Instruction(
        InstructionId id,
        Mrn cable,
        String subject,
        String objective,
        Guidance guidance,
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

    /// Whether a cable asks for something; a cancellation asks nothing itself (MSG-026).
    public static boolean isGivenBy(Cable cable) {
        return cable.content().instructs()
                && cable.content().reference(Reference.Relation.CANCELS).isEmpty();
    }

    /// The same with fewer points.
    Instruction with(List<TalkingPoint> others) {
        return new Instruction(
                id,
                cable,
                subject,
                objective,
                guidance,
                delivery,
                from,
                exercise,
                releasedAt,
                supplements,
                others,
                asks,
                requirements,
                label);
    }

    /// The same without the requirements that only move the days of others: what it asks anew.
    public Instruction asking() {
        return new Instruction(
                id,
                cable,
                subject,
                objective,
                guidance,
                delivery,
                from,
                exercise,
                releasedAt,
                supplements,
                points,
                asks,
                requirements.stream().filter(requirement -> !requirement.moves()).toList(),
                label);
    }
}
