// SPDX-License-Identifier: Apache-2.0
package org.chancery.engagement;

import java.time.Instant;
import java.util.List;
import org.chancery.directory.GovernmentCode;
import org.chancery.instruction.InstructionId;
import org.jspecify.annotations.Nullable;

/// A démarche as a post records it. It never holds a name; those are kept apart (DEM-007).
///
/// @param key given by the form, so that a record sent twice over a bad line is stored once
/// @param plan the plan it carries out, null if it had none
/// @param place as written, may be empty
/// @param language in which it was delivered
/// @param partners governments or organisations that delivered it with us
/// @param approach how the host took being asked
/// @param paper text of the paper that was left, null if none was
public record NewDemarche(
        String key,
        InstructionId instruction,
        @Nullable PlanId plan,
        GovernmentCode government,
        Instant deliveredAt,
        DeliveryForm form,
        Interlocutor interlocutor,
        String place,
        String language,
        List<String> partners,
        Approach approach,
        @Nullable String paper,
        FollowUp followUp,
        Reasons reasons,
        List<PointDelivery> points,
        List<AskResponse> responses) {

    public NewDemarche {
        partners = List.copyOf(partners);
        points = List.copyOf(points);
        responses = List.copyOf(responses);
    }

    /// How the host took one ask: as said of it, otherwise as said of the whole.
    public Approach approach(AskResponse response) {
        return response.approach() == Approach.UNSAID ? approach : response.approach();
    }

    NewDemarche withPoints(List<PointDelivery> kept) {
        return new NewDemarche(
                key,
                instruction,
                plan,
                government,
                deliveredAt,
                form,
                interlocutor,
                place,
                language,
                partners,
                approach,
                paper,
                followUp,
                reasons,
                kept,
                responses);
    }
}
