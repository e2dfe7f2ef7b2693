// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.io.StringReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.access.Actor;
import org.chancery.access.Permission;
import org.chancery.audit.AuditTrail;
import org.chancery.audit.NewAuditEntry;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.LoadReport;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.chancery.kernel.Table;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Door to tables of measures from elsewhere: taken, looked at, mapped, run. How the columns of a
/// header were mapped is remembered for the next file that has it.
@Component
public class MeasureImports {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final int SAMPLE = 5;

    private final ImportRepository repository;
    private final MeasureIntake intake;
    private final AuditTrail audit;
    private final Clock clock;

    MeasureImports(
            ImportRepository repository, MeasureIntake intake, AuditTrail audit, Clock clock) {
        this.repository = repository;
        this.intake = intake;
        this.audit = audit;
        this.clock = clock;
    }

    /// A table before it is run.
    ///
    /// @param remembered the columns were mapped before
    /// @param sample first rows as they stand in the table
    /// @param problems why it cannot be run as it is mapped
    /// @param report what would become of every row; empty counts while it cannot be run
    public record Preview(
            UUID id,
            String name,
            List<String> header,
            MeasureColumns columns,
            boolean remembered,
            List<List<String>> sample,
            List<Problem> problems,
            LoadReport report) {

        public Preview {
            header = List.copyOf(header);
            sample = List.copyOf(sample);
            problems = List.copyOf(problems);
        }
    }

    /// Keeps a table for a day, until it is run.
    ///
    /// @param content the whole file, UTF-8
    /// @throws Refusal `FILE_NOT_RECOGNISED` if it is no table with a header
    @Transactional
    public UUID take(String name, String content, Actor actor) {
        actor.require(Permission.CODE_MEASURE);
        try (var table = new Table(name, new StringReader(content))) {
            if (table.header().size() < 2) {
                throw new Refusal(KernelRefusal.FILE_NOT_RECOGNISED, name);
            }
        }
        repository.deleteBefore(now().minus(KEPT));
        var upload = new ImportRepository.Upload(UUID.randomUUID(), name, content);
        repository.insert(upload, actor.displayName(), actor.office(), now());
        return upload.id();
    }

    /// @param columns as the person maps them; empty for those remembered, or else guessed
    /// @throws Refusal `ABSENT` if the office has no such table
    @Transactional(readOnly = true)
    public Preview preview(UUID id, Map<String, String> columns, Actor actor) {
        actor.require(Permission.CODE_MEASURE);
        var upload = get(id, actor);
        try (var table = table(upload)) {
            var header = table.header();
            var known = repository.columns(header);
            var mapped =
                    columns.isEmpty()
                            ? known.orElseGet(() -> MeasureColumns.guess(header))
                            : new MeasureColumns(columns);
            var problems = problems(mapped, header);
            var report =
                    problems.isEmpty()
                            ? intake.check(table, mapped)
                            : new LoadReport.Counter(upload.name()).report();
            return new Preview(
                    id,
                    upload.name(),
                    header,
                    mapped,
                    known.isPresent(),
                    sample(upload),
                    problems,
                    report);
        }
    }

    private static List<Problem> problems(MeasureColumns columns, List<String> header) {
        try {
            columns.checked(header);
            return List.of();
        } catch (Refusal refusal) {
            return refusal.problems();
        }
    }

    private static List<List<String>> sample(ImportRepository.Upload upload) {
        var rows = new ArrayList<List<String>>();
        try (var table = table(upload)) {
            var header = table.header();
            table.forEach(
                    row -> {
                        if (rows.size() < SAMPLE) {
                            rows.add(header.stream().map(row::get).toList());
                        }
                    });
        }
        return rows;
    }

    /// Loads every row that can be taken, in one transaction; the same file twice changes nothing.
    ///
    /// @throws Refusal `COLUMN_NOT_MAPPED`, `COLUMN_MAPPED_TWICE`, all that apply; `ABSENT`
    @Transactional
    public LoadReport run(UUID id, Map<String, String> columns, Actor actor) {
        actor.require(Permission.CODE_MEASURE);
        var upload = get(id, actor);
        try (var table = table(upload)) {
            var mapped = new MeasureColumns(columns).checked(table.header());
            repository.remember(table.header(), mapped, actor.displayName(), now());
            var report = intake.load(table, mapped);
            repository.delete(id);
            audit.append(
                    new NewAuditEntry(
                            actor.signIn(),
                            actor.office().value(),
                            "measures.imported",
                            "file",
                            upload.name(),
                            Map.of(
                                    "read", String.valueOf(report.read()),
                                    "stored", String.valueOf(report.stored()),
                                    "refused", String.valueOf(report.refused().size()))));
            return report;
        }
    }

    private ImportRepository.Upload get(UUID id, Actor actor) {
        return repository.find(id, actor.scope()).orElseThrow(() -> Refusal.absent(id.toString()));
    }

    private static Table table(ImportRepository.Upload upload) {
        return new Table(upload.name(), new StringReader(upload.content()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
