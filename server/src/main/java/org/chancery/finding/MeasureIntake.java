// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.chancery.access.Label;
import org.chancery.directory.DirectoryRefusal;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.Offices;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.LoadReport;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Problems;
import org.chancery.kernel.ReducedDate;
import org.chancery.kernel.Refusal;
import org.chancery.kernel.Table;
import org.chancery.kernel.TableIntake;
import org.springframework.stereotype.Component;

/// Takes tables of measures, statements and events in. Which rows are steps of one rule is said by
/// a file of its own and never guessed from titles.
@Component
class MeasureIntake implements TableIntake {

    private final FindingRepository repository;
    private final Offices offices;
    private final Clock clock;
    private final Map<String, Family> families = readFamilies();

    MeasureIntake(FindingRepository repository, Offices offices, Clock clock) {
        this.repository = repository;
        this.offices = offices;
        this.clock = clock;
    }

    private record Family(String name, String effectiveTo) {}

    @Override
    public String kind() {
        return "measures";
    }

    @Override
    public boolean recognises(List<String> header) {
        return header.containsAll(
                List.of("country", "title", "kind", "date", "stage", "direction", "source_url"));
    }

    @Override
    public LoadReport load(Table table) {
        var counter = new LoadReport.Counter(table.name());
        var known = offices.governmentsByCode();
        table.forEach(
                row -> {
                    try {
                        var finding = finding(row, known.keySet());
                        var key = key(row.get("country"), row.get("date"), row.get("title"));
                        if (repository.insert(finding, key)) {
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

    static String key(String country, String date, String title) {
        return country + "|" + date + "|" + title;
    }

    private Finding finding(Table.Row row, Set<GovernmentCode> known) {
        var problems = new Problems();
        problems.attempt("country", () -> government(row, known));
        problems.attempt("date", () -> ReducedDate.parse(row.get("date")));
        problems.require(!row.get("title").isEmpty(), "title", FindingRefusal.TITLE_MISSING);
        problems.require(
                !row.get("source_url").isEmpty() || !row.get("source_title").isEmpty(),
                "source_url",
                FindingRefusal.SOURCE_MISSING);
        problems.attempt("source_url", () -> source(row));
        problems.attempt("confidence", () -> word(Confidence::parse, row.get("confidence")));
        problems.refuse();
        var facts =
                new Facts(
                        new FindingId(UUID.randomUUID()),
                        government(row, known),
                        row.get("title"),
                        row.get("summary"),
                        ReducedDate.parse(row.get("date")),
                        source(row),
                        Confidence.parse(row.get("confidence")),
                        row.get("note"),
                        "",
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        Label.OPEN);
        return switch (row.get("kind")) {
            case "MEASURE" -> measure(row, facts);
            case "STATEMENT" -> new Finding.Statement(facts, row.get("position"));
            case "EVENT" -> event(row, facts);
            default ->
                    throw new Refusal(
                            Problem.at(
                                    "kind",
                                    KernelRefusal.VALUE_UNKNOWN,
                                    row.get("kind"),
                                    "MEASURE, STATEMENT, EVENT"));
        };
    }

    private Finding measure(Table.Row row, Facts facts) {
        var family = families.get(key(row.get("country"), row.get("date"), row.get("title")));
        var ends = family == null ? "" : family.effectiveTo();
        return new Finding.Measure(
                facts,
                family == null ? facts.id().toString() : family.name(),
                word(Stage::valueOf, row.get("stage")),
                word(Direction::valueOf, row.get("direction")),
                row.get("area"),
                row.get("target_group"),
                row.get("legal_ref"),
                ends.isEmpty() ? null : LocalDate.parse(ends),
                "");
    }

    private Finding event(Table.Row row, Facts facts) {
        var family = families.get(key(row.get("country"), row.get("date"), row.get("title")));
        return family == null
                ? new Finding.Event(facts, "", "")
                : new Finding.Event(
                        facts, family.name(), word(Stage::valueOf, row.get("stage")).name());
    }

    private static GovernmentCode government(Table.Row row, Set<GovernmentCode> known) {
        var code = new GovernmentCode(row.get("country"));
        if (!known.contains(code)) {
            throw new Refusal(DirectoryRefusal.GOVERNMENT_NOT_ASSIGNED, code.value());
        }
        return code;
    }

    private static Source source(Table.Row row) {
        return new Source(row.get("source_title"), row.get("source_url"), row.get("source_date"));
    }

    private static <T> T word(Function<String, T> vocabulary, String text) {
        try {
            return vocabulary.apply(text);
        } catch (IllegalArgumentException e) {
            throw new Refusal(KernelRefusal.VALUE_UNKNOWN, text, "see the guide");
        }
    }

    private static Map<String, Family> readFamilies() {
        var families = new HashMap<String, Family>();
        try (var table = Table.ofResource("/example/measure-families.csv")) {
            table.forEach(
                    row ->
                            families.put(
                                    key(row.get("country"), row.get("date"), row.get("title")),
                                    new Family(row.get("family"), row.get("effective_to"))));
        }
        return Map.copyOf(families);
    }
}
