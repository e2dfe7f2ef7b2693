// SPDX-License-Identifier: Apache-2.0
package org.chancery.engagement;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chancery.directory.Office;
import org.chancery.instruction.Ask;
import org.chancery.instruction.Instruction;
import org.chancery.instruction.TalkingPoint;
import org.chancery.kernel.Problems;

/// What must hold of a démarche before it is kept (DEM-001 to DEM-008). Everything wrong is said at
/// once.
final class DemarcheRules {

    private DemarcheRules() {}

    /// @param points the points this post was to make
    static void check(
            NewDemarche demarche,
            Instruction instruction,
            List<TalkingPoint> points,
            Office office,
            Instant now) {
        var problems = new Problems();
        time(demarche, instruction, now, problems);
        problems.require(
                !demarche.interlocutor().function().isBlank(),
                "function",
                EngagementRefusal.INTERLOCUTOR_MISSING);
        problems.require(
                office instanceof Office.Post post
                        && post.accreditedTo().contains(demarche.government()),
                "government",
                EngagementRefusal.GOVERNMENT_NOT_YOURS,
                office.code().value(),
                demarche.government().value());
        responses(demarche, instruction, problems);
        points(demarche, points, problems);
        problems.refuse();
    }

    private static void time(
            NewDemarche demarche, Instruction instruction, Instant now, Problems problems) {
        problems.require(
                !demarche.deliveredAt().isAfter(now),
                "deliveredAt",
                EngagementRefusal.DELIVERED_IN_FUTURE);
        problems.require(
                !demarche.deliveredAt().isBefore(instruction.releasedAt()),
                "deliveredAt",
                EngagementRefusal.DELIVERED_BEFORE_INSTRUCTION,
                instruction.id().value());
    }

    private static void responses(
            NewDemarche demarche, Instruction instruction, Problems problems) {
        var given =
                demarche.responses().stream()
                        .collect(
                                Collectors.toMap(
                                        AskResponse::ask, Function.identity(), (a, b) -> b));
        for (Ask ask : instruction.asks()) {
            var response = given.get(ask.label());
            problems.require(
                    response != null,
                    "response-" + ask.label(),
                    EngagementRefusal.ASK_WITHOUT_RESPONSE,
                    ask.label());
            problems.require(
                    response == null
                            || response.code() != AskResponse.Code.NOT_RAISED
                            || !response.words().isBlank(),
                    "words-" + ask.label(),
                    EngagementRefusal.NOT_RAISED_WITHOUT_REASON,
                    ask.label());
        }
    }

    private static void points(NewDemarche demarche, List<TalkingPoint> points, Problems problems) {
        var mine =
                points.stream().collect(Collectors.toMap(TalkingPoint::label, Function.identity()));
        Set<PointDelivery.How> said =
                demarche.points().stream().map(PointDelivery::how).collect(Collectors.toSet());
        problems.require(
                points.isEmpty()
                        || said.contains(PointDelivery.How.RAISED)
                        || said.contains(PointDelivery.How.ADAPTED),
                "points",
                EngagementRefusal.NOTHING_DELIVERED);
        for (var delivery : demarche.points()) {
            var point = mine.get(delivery.point());
            var field = "point-" + delivery.point();
            if (point == null) {
                problems.require(
                        false, field, EngagementRefusal.POINT_NOT_IN_SCOPE, delivery.point());
                continue;
            }
            var wordless = delivery.text().isBlank();
            switch (delivery.how()) {
                case RAISED -> {}
                case ADAPTED ->
                        problems.require(
                                !wordless,
                                field,
                                EngagementRefusal.ADAPTED_WITHOUT_TEXT,
                                delivery.point());
                case OMITTED ->
                        problems.require(
                                !wordless,
                                field,
                                EngagementRefusal.OMITTED_WITHOUT_REASON,
                                delivery.point());
            }
            problems.require(
                    !(demarche.paperLeft()
                            && point.oralOnly()
                            && delivery.how() != PointDelivery.How.OMITTED),
                    "paperLeft",
                    EngagementRefusal.ORAL_ONLY_IN_PAPER,
                    delivery.point());
        }
    }
}
