// SPDX-License-Identifier: Apache-2.0
package org.chancery;

import static org.chancery.ExampleInstruction.text;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.chancery.access.Label;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.Names;
import org.chancery.directory.OfficeCode;
import org.chancery.evidence.Assessment;
import org.chancery.evidence.Claim;
import org.chancery.evidence.ClaimId;
import org.chancery.evidence.ClaimStatus;
import org.chancery.evidence.Claims;
import org.chancery.evidence.EvidenceLine;
import org.chancery.evidence.Indicators;
import org.chancery.finding.Findings;
import org.chancery.instruction.InstructionId;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.LoadReport;
import org.chancery.kernel.Problem;
import org.chancery.kernel.ReducedDate;
import org.chancery.kernel.Refusal;
import org.chancery.kernel.Table;
import org.chancery.position.Basis;
import org.chancery.position.BasisClass;
import org.chancery.position.GovernmentChanges;
import org.chancery.position.Lane;
import org.chancery.position.NewGovernmentChange;
import org.chancery.position.Position;
import org.chancery.position.PositionRefusal;
import org.chancery.position.Positions;
import org.chancery.position.Step;
import org.springframework.stereotype.Component;

/// Claims with their evidence, and the positions that follow from public facts.
@Component
class ExampleEvidence {

    private final Claims claims;
    private final Indicators indicators;
    private final Findings findings;
    private final Positions positions;
    private final GovernmentChanges changes;
    private final Clock clock;

    ExampleEvidence(
            Claims claims,
            Indicators indicators,
            Findings findings,
            Positions positions,
            GovernmentChanges changes,
            Clock clock) {
        this.claims = claims;
        this.indicators = indicators;
        this.findings = findings;
        this.positions = positions;
        this.changes = changes;
        this.clock = clock;
    }

    void loadClaims(Consumer<String> say) {
        var lines = ExampleInstruction.readList("claims.yaml").stream().map(this::line).toList();
        var entries =
                ExampleInstruction.list(ExampleInstruction.read("instruction.yaml"), "claims");
        for (var entry : entries) {
            var claim = claim(entry);
            claims.register(
                    claim, lines.stream().filter(l -> l.claim().equals(claim.id())).toList());
        }
        say.accept("claims: " + entries.size() + " claims, " + lines.size() + " lines of evidence");
    }

    private Claim claim(Map<String, Object> entry) {
        var parent = text(entry, "parent");
        var noData = entry.get("no_data_offered");
        return new Claim(
                new ClaimId(text(entry, "id")),
                parent.isEmpty() ? null : new ClaimId(parent),
                text(entry, "text"),
                text(entry, "claimant"),
                text(entry, "type").isEmpty() ? "DESCRIPTIVE" : text(entry, "type"),
                noData == null ? null : LocalDate.parse(ExampleInstruction.date(noData)),
                assessments(entry));
    }

    private List<Assessment> assessments(Map<String, Object> entry) {
        var assessments = new ArrayList<Assessment>();
        if (!text(entry, "status").isEmpty()) {
            assessments.add(assessment("", text(entry, "status"), entry));
        }
        if (entry.get("by_place") instanceof Map<?, ?> places) {
            places.forEach(
                    (place, status) ->
                            assessments.add(
                                    assessment(place.toString(), status.toString(), entry)));
        }
        return assessments;
    }

    private Assessment assessment(String place, String status, Map<String, Object> entry) {
        var flags = new ArrayList<String>();
        if (entry.get("flags") instanceof List<?> given) {
            given.forEach(flag -> flags.add(flag.toString()));
        }
        if (entry.get("no_data_offered") != null) {
            flags.add("NO_DATA_OFFERED");
        }
        return new Assessment(
                place,
                ClaimStatus.valueOf(status),
                text(entry, "reason"),
                flags,
                "EUR",
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private EvidenceLine line(Map<String, Object> entry) {
        var observation =
                indicators.observations(text(entry, "series")).stream()
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "no series " + text(entry, "series")));
        return new EvidenceLine(
                new ClaimId(text(entry, "claim")),
                EvidenceLine.Direction.valueOf(text(entry, "direction")),
                text(entry, "certainty"),
                text(entry, "gist"),
                text(entry, "measure"),
                text(entry, "value"),
                text(entry, "denominator"),
                text(entry, "population"),
                text(entry, "place"),
                text(entry, "period"),
                text(entry, "adjustment"),
                text(entry, "design"),
                text(entry, "kind"),
                observation.source(),
                observation.uri());
    }

    LoadReport loadPositions() {
        var counter = new LoadReport.Counter("positions.csv");
        try (var table = Table.ofResource("/example/positions.csv")) {
            table.forEach(
                    row -> {
                        try {
                            positions.enter(position(row));
                            counter.stored();
                        } catch (Refusal refusal) {
                            counter.refused(row.line(), refusal.problems());
                        }
                    });
        }
        return counter.report();
    }

    LoadReport loadGovernmentChanges() {
        var counter = new LoadReport.Counter("government-changes.csv");
        try (var table = Table.ofResource("/example/government-changes.csv")) {
            table.forEach(
                    row -> {
                        try {
                            changes.enter(
                                    new NewGovernmentChange(
                                            new GovernmentCode(row.get("government")),
                                            ReducedDate.parse(row.get("on")),
                                            row.get("label"),
                                            row.get("source"),
                                            row.get("source_uri")),
                                    new OfficeCode("EUR"));
                            counter.stored();
                        } catch (Refusal refusal) {
                            counter.refused(row.line(), refusal.problems());
                        }
                    });
        }
        return counter.report();
    }

    private Position position(Table.Row row) {
        var finding =
                findings.byKey(
                                new GovernmentCode(row.get("source_country")),
                                row.get("source_date"),
                                row.get("source_title"))
                        .orElseThrow(
                                () ->
                                        new Refusal(
                                                PositionRefusal.SOURCE_NOT_ON_FILE,
                                                row.get("source_title")));
        try {
            return new Position(
                    UUID.randomUUID(),
                    new InstructionId("I-25-0001"),
                    new GovernmentCode(row.get("government")),
                    row.get("ask"),
                    Lane.valueOf(row.get("lane")),
                    Step.valueOf(row.get("step")),
                    new Basis(
                            BasisClass.valueOf(row.get("basis")),
                            Basis.Kind.FINDING,
                            finding.facts().id().toString()),
                    ReducedDate.parse(row.get("as_of")),
                    row.get("confidence"),
                    "",
                    row.get("approach"),
                    "",
                    Names.of(row.get("reason_en"), row.get("reason_de")),
                    Position.State.CONFIRMED,
                    "EUR",
                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                    null,
                    null,
                    Label.OPEN);
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    Problem.of(
                            KernelRefusal.VALUE_UNKNOWN,
                            String.valueOf(e.getMessage()),
                            "positions.csv"));
        }
    }
}
