// SPDX-License-Identifier: Apache-2.0
package org.chancery.engagement;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chancery.instruction.Instruction;
import org.chancery.instruction.TalkingPoint;
import org.chancery.kernel.Problems;
import org.springframework.stereotype.Component;

/// What must hold of the points and of the paper that was left (DEM-002 to DEM-005).
@Component
class PointRules {

    private final LeftPaper papers;

    PointRules(LeftPaper papers) {
        this.papers = papers;
    }

    /// @param points the points this post was to make
    void check(
            NewDemarche demarche,
            Instruction instruction,
            List<TalkingPoint> points,
            Problems problems) {
        Map<String, TalkingPoint> mine =
                points.stream().collect(Collectors.toMap(TalkingPoint::label, Function.identity()));
        problems.require(
                points.isEmpty() || demarche.points().stream().anyMatch(PointDelivery::made),
                "points",
                EngagementRefusal.NOTHING_DELIVERED);
        for (var delivery : demarche.points()) {
            problems.require(
                    mine.containsKey(delivery.point()),
                    "point-" + delivery.point(),
                    EngagementRefusal.POINT_NOT_IN_SCOPE,
                    delivery.point());
            words(delivery, problems);
        }
        unaccounted(demarche, points, problems);
        var paper = demarche.paper();
        if (paper != null) {
            paper(paper, instruction, problems);
        }
    }

    private static void words(PointDelivery delivery, Problems problems) {
        var field = "point-" + delivery.point();
        switch (delivery.how()) {
            case RAISED -> {}
            case ADAPTED ->
                    problems.require(
                            !delivery.text().isBlank(),
                            field,
                            EngagementRefusal.ADAPTED_WITHOUT_TEXT,
                            delivery.point());
            case OMITTED ->
                    problems.require(
                            !delivery.text().isBlank(),
                            field,
                            EngagementRefusal.OMITTED_WITHOUT_REASON,
                            delivery.point());
        }
        DemarcheRules.named(field, delivery.text(), problems);
    }

    /// A point nothing is said of was left out without a reason.
    private static void unaccounted(
            NewDemarche demarche, List<TalkingPoint> points, Problems problems) {
        var told = demarche.points().stream().map(PointDelivery::point).collect(Collectors.toSet());
        for (var point : points) {
            problems.require(
                    told.contains(point.label()),
                    "point-" + point.label(),
                    EngagementRefusal.OMITTED_WITHOUT_REASON,
                    point.label());
        }
    }

    private void paper(String paper, Instruction instruction, Problems problems) {
        problems.require(!paper.isBlank(), "paper", EngagementRefusal.PAPER_NOT_READ);
        for (var point : instruction.points()) {
            problems.require(
                    !(point.oralOnly() && LeftPaper.quotes(paper, point)),
                    "paper",
                    EngagementRefusal.ORAL_ONLY_IN_PAPER,
                    point.label());
        }
        for (var mark : papers.marks(paper, instruction)) {
            problems.require(false, "paper", EngagementRefusal.MARKING_IN_PAPER, mark);
        }
    }
}
