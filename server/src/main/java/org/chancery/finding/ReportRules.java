// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.util.HashSet;
import java.util.Set;
import org.chancery.instruction.Instruction;
import org.chancery.instruction.ReportingRequirement.Form;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Problems;
import org.chancery.task.TaskRefusal;

/// What must hold of a report before it is filed (RPT-001 to RPT-003, MEA-002, TSK-009). Everything
/// wrong is said at once.
final class ReportRules {

    private static final int LARGEST_COUNT = 999_999;

    private ReportRules() {}

    /// What the rules know besides the report itself.
    ///
    /// @param onRecord something of the task is on record already
    /// @param constituents codes of the posts under the one that reports
    /// @param offices codes of all offices there are
    /// @param smallestCount counts under it are not stored, 0 for no bound
    record Ground(
            Form form,
            Instruction instruction,
            boolean onRecord,
            Set<String> constituents,
            Set<String> offices,
            int smallestCount) {}

    static void check(NewReport report, Ground ground) {
        var problems = new Problems();
        covered(report, ground, problems);
        if (!report.nil()) {
            problems.require(
                    !report.summary().isBlank(), "summary", FindingRefusal.SUMMARY_MISSING);
            needs(report, ground, problems);
            parts(report, ground.form(), problems);
            for (int i = 0; i < report.findings().size(); i++) {
                new FindingRules(report.findings().get(i), "f" + i + "-", problems).check(ground);
            }
        }
        problems.refuse();
    }

    private static void covered(NewReport report, Ground ground, Problems problems) {
        var seen = new HashSet<String>();
        for (var code : report.covered()) {
            problems.require(
                    ground.constituents().contains(code) && seen.add(code),
                    "covered",
                    FindingRefusal.COVERED_POST_UNKNOWN,
                    code);
        }
    }

    private static void needs(NewReport report, Ground ground, Problems problems) {
        switch (ground.form()) {
            case FINDINGS ->
                    problems.require(
                            !report.findings().isEmpty(),
                            "findings",
                            FindingRefusal.FINDING_MISSING);
            case STATISTICS ->
                    problems.require(
                            report.findings().stream()
                                    .anyMatch(f -> f.kind() == FindingKind.STATISTIC),
                            "findings",
                            FindingRefusal.STATISTIC_MISSING);
            case DEMARCHE_REPORT ->
                    problems.require(ground.onRecord(), "record", FindingRefusal.DEMARCHE_MISSING);
            case ASSESSMENT ->
                    problems.require(
                            !report.comment().isBlank(),
                            "comment",
                            FindingRefusal.ASSESSMENT_MISSING);
            case MEDIA_REACTION -> {}
        }
    }

    private static void parts(NewReport report, Form form, Problems problems) {
        var asked = ReportPart.of(form);
        report.parts().keySet().stream()
                .filter(part -> !asked.contains(part))
                .forEach(
                        part ->
                                problems.require(
                                        report.part(part).isEmpty(),
                                        "part-" + part,
                                        KernelRefusal.VALUE_UNKNOWN,
                                        part.name(),
                                        asked.toString()));
        for (var part : asked) {
            var text = report.part(part);
            problems.require(
                    !part.required() || !text.isEmpty(),
                    "part-" + part,
                    FindingRefusal.PART_MISSING,
                    part.name());
            problems.require(
                    !part.count() || text.isEmpty() || text.matches("\\d{1,6}"),
                    "part-" + part,
                    KernelRefusal.NUMBER_MALFORMED,
                    text,
                    0,
                    LARGEST_COUNT);
        }
        if (form == Form.MEDIA_REACTION && asked.stream().allMatch(part -> counted(report, part))) {
            ratio(report, problems);
        }
    }

    private static boolean counted(NewReport report, ReportPart part) {
        return !part.count() || report.part(part).matches("\\d{1,6}");
    }

    /// Each item counted is for, against or neither.
    private static void ratio(NewReport report, Problems problems) {
        var items = Integer.parseInt(report.part(ReportPart.ITEMS));
        var sorted =
                Integer.parseInt(report.part(ReportPart.POSITIVE))
                        + Integer.parseInt(report.part(ReportPart.NEGATIVE))
                        + Integer.parseInt(report.part(ReportPart.NEUTRAL));
        problems.require(
                items == sorted, "part-ITEMS", FindingRefusal.COUNTS_DO_NOT_ADD_UP, sorted, items);
    }

    /// @throws org.chancery.kernel.Refusal `REASON_MISSING` if the text says nothing
    static void requireReason(String reason) {
        new Problems().require(!reason.isBlank(), "reason", TaskRefusal.REASON_MISSING).refuse();
    }
}
