// SPDX-License-Identifier: Apache-2.0
package org.chancery.evidence;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.LoadReport;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Problems;
import org.chancery.kernel.Refusal;
import org.chancery.kernel.Table;
import org.chancery.kernel.TableIntake;
import org.springframework.stereotype.Component;

/// Door to series of numbers. Public statistics: open to everybody who may sign in. The metric of a
/// series is said by a file of its own and never guessed.
@Component
public class Indicators implements TableIntake {

    private final IndicatorRepository repository;
    private final Map<String, Kind> kinds = readKinds();

    Indicators(IndicatorRepository repository) {
        this.repository = repository;
    }

    private record Kind(Metric metric, String calendar) {}

    public List<Indicator> all() {
        return repository.all();
    }

    public Optional<Indicator> find(String id) {
        return all().stream().filter(indicator -> indicator.id().equals(id)).findFirst();
    }

    /// @throws Refusal `ABSENT` if there is none
    public Indicator get(String id) {
        return find(id).orElseThrow(() -> Refusal.absent(id));
    }

    /// By period.
    public List<Observation> observations(String series) {
        return repository.observations(series);
    }

    /// @param first and the other as `SERIES:PERIOD` or `SERIES:PERIOD:VALUE`
    /// @throws Refusal `DIFFERENT_METRICS` (IND-003) unless metric, unit and calendar agree
    public Comparison compare(String first, String second) {
        var left = observation(first);
        var right = observation(second);
        return Comparison.of(get(left.series()), left, get(right.series()), right);
    }

    /// @throws Refusal `ABSENT` if there is no such observation
    public Observation observation(String name) {
        var parts = name.split(":", 3);
        return observations(parts[0]).stream()
                .filter(o -> parts.length > 1 && o.period().equals(parts[1]))
                .filter(o -> parts.length < 3 || o.value().equals(parts[2]))
                .findFirst()
                .orElseThrow(() -> Refusal.absent(name));
    }

    @Override
    public String kind() {
        return "indicators";
    }

    @Override
    public boolean recognises(List<String> header) {
        return header.containsAll(
                List.of("series_id", "series_title", "period", "value", "value_status"));
    }

    @Override
    public LoadReport load(Table table) {
        var counter = new LoadReport.Counter(table.name());
        table.forEach(
                row -> {
                    try {
                        if (store(row)) {
                            counter.stored();
                        } else {
                            counter.known();
                        }
                    } catch (Refusal refusal) {
                        counter.refused(row.line(), refusal.problems());
                    }
                });
        return counter.report();
    }

    private boolean store(Table.Row row) {
        var problems = new Problems();
        for (var needed : List.of("series_id", "period", "value", "value_status", "source_title")) {
            problems.require(
                    !row.get(needed).isEmpty(),
                    needed,
                    EvidenceRefusal.OBSERVATION_INCOMPLETE,
                    needed);
        }
        problems.refuse();
        var kind = kinds.get(row.get("series_id"));
        if (kind == null) {
            throw new Refusal(
                    Problem.at(
                            "series_id",
                            KernelRefusal.VALUE_UNKNOWN,
                            row.get("series_id"),
                            "indicator-types.csv"));
        }
        repository.insert(
                new Indicator(
                        row.get("series_id"),
                        row.get("series_title"),
                        kind.metric(),
                        row.get("unit"),
                        kind.calendar()));
        return repository.insert(observation(row));
    }

    private static Observation observation(Table.Row row) {
        var value = row.get("value");
        return new Observation(
                row.get("series_id"),
                row.get("country"),
                row.get("period"),
                value,
                value.matches("-?\\d+(\\.\\d+)?") ? new BigDecimal(value) : null,
                row.get("unit"),
                row.get("value_status"),
                row.get("denominator_or_base"),
                row.get("method_note"),
                row.get("source_title"),
                row.get("source_url"),
                row.get("source_date"),
                row.get("confidence").equals("MEDIUM") ? "MODERATE" : row.get("confidence"));
    }

    private static Map<String, Kind> readKinds() {
        var kinds = new HashMap<String, Kind>();
        try (var table = Table.ofResource("/example/indicator-types.csv")) {
            table.forEach(
                    row ->
                            kinds.put(
                                    row.get("series_id"),
                                    new Kind(
                                            Metric.valueOf(row.get("metric")),
                                            row.get("calendar"))));
        }
        return Map.copyOf(kinds);
    }
}
