// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import org.chancery.instruction.ReportingRequirement;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Problems;
import org.chancery.kernel.ReducedDate;

/// What must hold of a report before it is filed (RPT-001, MEA-002). Everything wrong is said at
/// once.
final class ReportRules {

    private ReportRules() {}

    static void check(NewReport report, ReportingRequirement.Form form) {
        var problems = new Problems();
        if (report.nil()) {
            return;
        }
        problems.require(!report.summary().isBlank(), "summary", FindingRefusal.SUMMARY_MISSING);
        var needsFinding =
                form == ReportingRequirement.Form.FINDINGS
                        || form == ReportingRequirement.Form.STATISTICS;
        problems.require(
                !needsFinding || !report.findings().isEmpty(),
                "findings",
                FindingRefusal.FINDING_MISSING);
        for (int i = 0; i < report.findings().size(); i++) {
            finding(report.findings().get(i), "f" + i + "-", problems);
        }
        problems.refuse();
    }

    private static void finding(NewFinding finding, String at, Problems problems) {
        problems.require(!finding.title().isBlank(), at + "title", FindingRefusal.TITLE_MISSING);
        problems.require(!finding.date().isBlank(), at + "date", FindingRefusal.DATE_MISSING);
        if (!finding.date().isBlank()) {
            problems.attempt(at + "date", () -> ReducedDate.parse(finding.date().strip()));
        }
        problems.require(
                !finding.sourceTitle().isBlank() || !finding.sourceUri().isBlank(),
                at + "sourceUri",
                FindingRefusal.SOURCE_MISSING);
        problems.attempt(
                at + "sourceUri",
                () -> new Source(finding.sourceTitle(), finding.sourceUri().strip(), ""));
        if (finding.kind().equals("STATISTIC")) {
            problems.require(
                    !finding.denominator().isBlank(),
                    at + "denominator",
                    FindingRefusal.DENOMINATOR_MISSING);
            missing(finding.value(), at + "value", problems);
            missing(finding.unit(), at + "unit", problems);
            missing(finding.population(), at + "population", problems);
            missing(finding.period(), at + "period", problems);
            missing(finding.method(), at + "method", problems);
        }
    }

    private static void missing(String value, String field, Problems problems) {
        problems.require(
                !value.isBlank(),
                field,
                KernelRefusal.VALUE_MISSING,
                field.substring(field.indexOf('-') + 1));
    }
}
