// SPDX-License-Identifier: Apache-2.0
package org.chancery.engagement;

import java.time.Instant;
import java.util.List;
import org.chancery.directory.GovernmentCode;
import org.chancery.instruction.InstructionId;

/// A démarche as a post records it.
///
/// @param key given by the form, so that a record sent twice over a bad line is stored once
/// @param form `MEETING`, `CALL`, `NOTE` or `LETTER`
/// @param language in which it was delivered
/// @param approach how the host took being asked: `WELCOMED`, `NEUTRAL`, `RESENTED`, empty if
///   nothing was said
/// @param paperLeft a paper with the points was left
/// @param followUp what was promised, may be empty
public record NewDemarche(
        String key,
        InstructionId instruction,
        GovernmentCode government,
        Instant deliveredAt,
        String form,
        Interlocutor interlocutor,
        String language,
        String approach,
        boolean paperLeft,
        String followUp,
        List<PointDelivery> points,
        List<AskResponse> responses) {

    public NewDemarche {
        points = List.copyOf(points);
        responses = List.copyOf(responses);
    }
}
