// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
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
    private final MeasureRecorder recorder;
    private final ImportRepository imports;
    private final Offices offices;
    private final Clock clock;
    private final Map<String, Family> families = readFamilies();

    MeasureIntake(
            FindingRepository repository,
            MeasureRecorder recorder,
            ImportRepository imports,
            Offices offices,
            Clock clock) {
        this.repository = repository;
        this.recorder = recorder;
        this.imports = imports;
        this.offices = offices;
        this.clock = clock;
    }

    private record Family(String name, String effectiveTo) {}

    @Override
    public String kind() {
        return "measures";
    }

    /// Our own file, or one whose columns a person has mapped before.
    @Override
    public boolean recognises(List<String> header) {
        return header.containsAll(
                        List.of(
                                "country",
                                "title",
                                "kind",
                                "date",
                                "stage",
                                "direction",
                                "source_url"))
                || imports.columns(header).isPresent();
    }

    @Override
    public LoadReport load(Table table) {
        return load(
                table,
                imports.columns(table.header())
                        .orElseGet(() -> MeasureColumns.guess(table.header())));
    }

    LoadReport load(Table table, MeasureColumns columns) {
        return each(table, columns, this::store);
    }

    /// What would become of every row, without storing any.
    LoadReport check(Table table, MeasureColumns columns) {
        return each(table, columns, (finding, key) -> repository.byKey(key).isEmpty());
    }

    private boolean store(Finding finding, String key) {
        if (!repository.insert(finding, key)) {
            return false;
        }
        if (finding instanceof Finding.Measure measure) {
            recorder.open(measure, "");
        }
        return true;
    }

    private LoadReport each(
            Table table, MeasureColumns columns, BiPredicate<Finding, String> isNew) {
        var counter = new LoadReport.Counter(table.name());
        var known = offices.governmentsByCode();
        table.forEach(
                line -> {
                    var row = columns.of(line);
                    try {
                        var finding = finding(row, known.keySet());
                        var key = key(row.get("country"), row.get("date"), row.get("title"));
                        if (isNew.test(finding, key)) {
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

    private Finding finding(MeasureColumns.Cells row, Set<GovernmentCode> known) {
        var problems = new Problems();
        problems.attempt("country", () -> government(row, known));
        problems.attempt("date", () -> ReducedDate.parse(row.get("date")));
        problems.require(!row.get("title").isEmpty(), "title", FindingRefusal.TITLE_MISSING);
        problems.require(
                !row.get("source_url").isEmpty() || !row.get("source_title").isEmpty(),
                "source_url",
                FindingRefusal.SOURCE_MISSING);
        problems.attempt("source_url", () -> source(row));
        problems.attempt("confidence", () -> confidence(row));
        problems.attempt("family", () -> family(row));
        problems.attempt("effective_to", () -> MeasureRules.day(row.get("effective_to")));
        MeasureRules.person("title", row.get("title"), problems);
        MeasureRules.person("summary", row.get("summary"), problems);
        MeasureRules.person("note", row.get("note"), problems);
        problems.refuse();
        var facts =
                new Facts(
                        new FindingId(UUID.randomUUID()),
                        government(row, known),
                        row.get("title"),
                        row.get("summary"),
                        ReducedDate.parse(row.get("date")),
                        source(row),
                        confidence(row),
                        row.get("note"),
                        "",
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        Label.OPEN);
        return switch (row.says("kind") ? row.get("kind") : "MEASURE") {
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

    private Finding measure(MeasureColumns.Cells row, Facts facts) {
        var family = family(row);
        return new Finding.Measure(
                facts,
                family.name().isEmpty() ? facts.id().toString() : family.name(),
                word(Stage::valueOf, row.get("stage")),
                word(Direction::valueOf, row.get("direction")),
                row.get("area"),
                row.get("target_group"),
                row.get("legal_ref"),
                MeasureRules.day(family.effectiveTo()),
                "");
    }

    private Finding event(MeasureColumns.Cells row, Facts facts) {
        var family = family(row);
        return family.name().isEmpty()
                ? new Finding.Event(facts, "", "")
                : new Finding.Event(
                        facts, family.name(), word(Stage::valueOf, row.get("stage")).name());
    }

    /// By the file of the example, or by columns of the table.
    private Family family(MeasureColumns.Cells row) {
        var known = families.get(key(row.get("country"), row.get("date"), row.get("title")));
        if (known != null) {
            return known;
        }
        var name = row.get("family");
        return new Family(
                name.isEmpty() ? "" : new MeasureId(name).value(), row.get("effective_to"));
    }

    private static Confidence confidence(MeasureColumns.Cells row) {
        return row.says("confidence")
                ? word(Confidence::parse, row.get("confidence"))
                : Confidence.MODERATE;
    }

    private static GovernmentCode government(MeasureColumns.Cells row, Set<GovernmentCode> known) {
        var code = new GovernmentCode(row.get("country"));
        if (!known.contains(code)) {
            throw new Refusal(DirectoryRefusal.GOVERNMENT_NOT_ASSIGNED, code.value());
        }
        return code;
    }

    private static Source source(MeasureColumns.Cells row) {
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
