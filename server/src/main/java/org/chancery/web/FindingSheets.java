// SPDX-License-Identifier: Apache-2.0
package org.chancery.web;

import java.util.ArrayList;
import java.util.List;
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

    private static List<String> row(Finding finding) {
        var facts = finding.facts();
        var row = new ArrayList<String>();
        row.addAll(
                List.of(
                        facts.government().value(),
                        finding.kind(),
                        facts.date().text(),
                        facts.title(),
                        facts.summary()));
        row.addAll(terms(finding));
        row.addAll(
                List.of(
                        facts.source().title(),
                        facts.source().uri(),
                        facts.source().date(),
                        facts.confidence().name(),
                        facts.note(),
                        facts.reportedIn()));
        return row;
    }

    /// Cells from `stage` to `method`; empty where the kind does not say it.
    private static List<String> terms(Finding finding) {
        return switch (finding) {
            case Finding.Measure m ->
                    List.of(
                            m.stage().name(),
                            m.direction().name(),
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "");
            case Finding.Statement s ->
                    List.of(
                            "",
                            "",
                            s.original(),
                            s.language(),
                            s.translation(),
                            s.speaker(),
                            "",
                            "",
                            "",
                            "",
                            "",
                            "");
            case Finding.Statistic s ->
                    List.of(
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            s.value(),
                            s.unit(),
                            s.population(),
                            s.denominator(),
                            s.period(),
                            s.method());
            case Finding.Event e -> List.of(e.stage(), "", "", "", "", "", "", "", "", "", "", "");
        };
    }
}
