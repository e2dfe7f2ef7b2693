// SPDX-License-Identifier: Apache-2.0
package org.chancery.brief;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.chancery.evidence.Assessment;
import org.chancery.evidence.Claim;
import org.chancery.evidence.Claims;
import org.chancery.evidence.Indicators;
import org.chancery.evidence.Observation;
import org.chancery.instruction.Instruction;
import org.chancery.instruction.TalkingPoint;
import org.chancery.kernel.Refusal;
import org.springframework.stereotype.Component;

/// What the brief relies on beyond the records of governments: claims and numbers.
@Component
class Reliances {

    private final Claims claims;
    private final Indicators indicators;

    Reliances(Claims claims, Indicators indicators) {
        this.claims = claims;
        this.indicators = indicators;
    }

    /// Claims the points rest on, as assessed by then, in the order of the points.
    List<Contents.Reliance> claims(Instruction instruction, Instant knownAt) {
        var verdicts =
                claims.verdicts(
                        instruction.points().stream().map(TalkingPoint::paragraph).toList());
        var points = new LinkedHashMap<Claim, List<String>>();
        for (var point : instruction.points()) {
            var verdict = verdicts.get(point.paragraph());
            if (verdict != null) {
                points.computeIfAbsent(verdict.claim(), claim -> new ArrayList<>())
                        .add(point.label());
            }
        }
        return points.entrySet().stream()
                .map(
                        entry ->
                                new Contents.Reliance(
                                        List.copyOf(entry.getValue()),
                                        asOf(entry.getKey(), knownAt),
                                        claims.lines(entry.getKey().id()).stream()
                                                .map(
                                                        line ->
                                                                new Contents.Origin(
                                                                        line.source(),
                                                                        line.uri(),
                                                                        line.period()))
                                                .toList()))
                .toList();
    }

    private Claim asOf(Claim claim, Instant knownAt) {
        var latest = new HashMap<String, Assessment>();
        for (var assessment : claims.history(claim.id())) {
            if (!assessment.at().isAfter(knownAt)) {
                latest.putIfAbsent(assessment.place(), assessment);
            }
        }
        return new Claim(
                claim.id(),
                claim.parent(),
                claim.text(),
                claim.claimant(),
                claim.type(),
                claim.noDataOffered(),
                latest.entrySet().stream()
                        .sorted(java.util.Map.Entry.comparingByKey())
                        .map(java.util.Map.Entry::getValue)
                        .toList());
    }

    /// Each pair as it may be compared, or the reason why not (IND-003).
    List<Contents.SideBySide> sideBySide(BriefFilter filter) {
        return filter.comparisons().stream().map(this::sideBySide).toList();
    }

    private Contents.SideBySide sideBySide(BriefFilter.Pair pair) {
        var first = indicators.observation(pair.first());
        var second = indicators.observation(pair.second());
        var origins = List.of(origin(first), origin(second));
        try {
            return new Contents.SideBySide(
                    pair,
                    words(first),
                    words(second),
                    Optional.of(indicators.compare(pair.first(), pair.second())),
                    Optional.empty(),
                    origins);
        } catch (Refusal refusal) {
            return new Contents.SideBySide(
                    pair,
                    words(first),
                    words(second),
                    Optional.empty(),
                    Optional.of(refusal.first()),
                    origins);
        }
    }

    private String words(Observation value) {
        return indicators.get(value.series()).title()
                + ", "
                + value.period()
                + ": "
                + value.value()
                + " "
                + value.unit();
    }

    private static Contents.Origin origin(Observation value) {
        return new Contents.Origin(value.source(), value.uri(), value.sourceDate());
    }
}
