// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.reporting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chancery.finding.Finding;
import org.chancery.finding.Report;
import org.chancery.instruction.InstructionId;
import org.chancery.kernel.Sheet;

/// Reports and findings as tables to keep. Protected sources are masked before they come here.
final class FindingSheets {

    private static final List<String> FINDINGS =
            List.of(
                    "government",
                    "kind",
                    "date",
                    "title",
                    "summary",
                    "stage",
                    "direction",
                    "original",
                    "language",
                    "translation",
                    "speaker",
                    "value",
                    "unit",
                    "population",
                    "denominator",
                    "period",
                    "method",
                    "source",
                    "source_uri",
                    "source_date",
                    "confidence",
                    "note",
                    "reported_in");

    private FindingSheets() {}

    static Sheet reports(InstructionId instruction, List<Report> reports) {
        return new Sheet(
                instruction.value() + "-reports",
                List.of(
                        "office",
                        "government",
                        "requirement",
                        "state",
                        "cable",
                        "filed_at",
                        "covers",
                        "summary",
                        "comment",
                        "nil_reason",
                        "findings"),
                reports.stream().map(FindingSheets::row).toList());
    }

    private static List<String> row(Report report) {
        var content = report.content();
        return List.of(
                report.office().value(),
                report.government().value(),
                report.requirement(),
                report.state().code(),
                report.mrn(),
                report.filedAt().toString(),
                String.join(" ", content.covered()),
                content.summary(),
                content.comment(),
                content.nilReason(),
                String.valueOf(content.findings().size()));
    }

    static Sheet findings(List<Finding> findings) {
        return new Sheet("findings", FINDINGS, findings.stream().map(FindingSheets::row).toList());
    }

    /// A column the kind says nothing of is empty.
    private static List<String> row(Finding finding) {
        var cells = new HashMap<>(terms(finding));
        var facts = finding.facts();
        cells.put("government", facts.government().value());
        cells.put("kind", finding.kind());
        cells.put("date", facts.date().text());
        cells.put("title", facts.title());
        cells.put("summary", facts.summary());
        cells.put("source", facts.source().title());
        cells.put("source_uri", facts.source().uri());
        cells.put("source_date", facts.source().date());
        cells.put("confidence", facts.confidence().name());
        cells.put("note", facts.note());
        cells.put("reported_in", facts.reportedIn());
        return FINDINGS.stream().map(column -> cells.getOrDefault(column, "")).toList();
    }

    /// What only this kind says, by column.
    private static Map<String, String> terms(Finding finding) {
        return switch (finding) {
            case Finding.Measure m ->
                    Map.of("stage", m.stage().name(), "direction", m.direction().name());
            case Finding.Statement s ->
                    Map.of(
                            "original", s.original(),
                            "language", s.language(),
                            "translation", s.translation(),
                            "speaker", s.speaker());
            case Finding.Statistic s ->
                    Map.of(
                            "value", s.value(),
                            "unit", s.unit(),
                            "population", s.population(),
                            "denominator", s.denominator(),
                            "period", s.period(),
                            "method", s.method());
            case Finding.Event e -> Map.of("stage", e.stage());
        };
    }
}
