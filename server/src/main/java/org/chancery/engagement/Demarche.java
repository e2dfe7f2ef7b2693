// SPDX-License-Identifier: Apache-2.0
package org.chancery.engagement;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.chancery.access.Label;
import org.chancery.directory.OfficeCode;
import org.jspecify.annotations.Nullable;

/// A démarche on record.
///
/// @param by sign-in name of who recorded it
/// @param state delivered, reported or answered
/// @param takenBackAt null while it stands
public record Demarche(
        DemarcheId id,
        OfficeCode office,
        NewDemarche what,
        String by,
        Instant recordedAt,
        @Nullable Instant takenBackAt,
        DemarcheState state,
        Label label) {

    /// A record can be taken back this long; then it stays.
    public static final Duration TAKE_BACK = Duration.ofMinutes(10);

    public Instant takeBackUntil() {
        return recordedAt.plus(TAKE_BACK);
    }

    public boolean stands() {
        return takenBackAt == null;
    }

    /// Some points were left out or some asks not raised.
    public boolean inPart() {
        return what.points().stream().anyMatch(p -> p.how() == PointDelivery.How.OMITTED)
                || what.responses().stream().anyMatch(r -> r.code() == AskResponse.Code.NOT_RAISED);
    }

    public long raised() {
        return what.points().stream()
                .filter(point -> point.how() != PointDelivery.How.OMITTED)
                .count();
    }

    /// Asks that wait for an answer.
    public List<String> unanswered() {
        return what.responses().stream()
                .filter(response -> response.code() == AskResponse.Code.NO_RESPONSE)
                .map(AskResponse::ask)
                .toList();
    }
}
