// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chancery.directory.OfficeCode;
import org.chancery.task.TaskId;

/// What a post answers to a requirement.
///
/// @param summary the bottom line
/// @param parts what its form asks for besides, as typed
/// @param comment judgement, kept apart from fact (RPT-002), may be empty
/// @param nilReason why there is nothing to report; empty for a report
/// @param covered codes of constituent posts an embassy answers for too (TSK-009)
public record NewReport(
        TaskId task,
        String summary,
        Map<ReportPart, String> parts,
        String comment,
        String nilReason,
        List<NewFinding> findings,
        List<String> covered) {

    public NewReport {
        parts = Map.copyOf(parts);
        findings = List.copyOf(findings);
        covered = List.copyOf(covered);
    }

    List<OfficeCode> coveredPosts() {
        return covered.stream().map(OfficeCode::new).toList();
    }

    public boolean nil() {
        return !nilReason.isBlank();
    }

    /// A part as typed, empty if it was left out.
    public String part(ReportPart part) {
        return parts.getOrDefault(part, "").strip();
    }

    /// Everything a person wrote freely.
    Stream<String> texts() {
        return Stream.of(
                        Stream.of(summary, comment, nilReason),
                        parts.values().stream(),
                        findings.stream().flatMap(NewFinding::texts))
                .flatMap(texts -> texts);
    }

    /// The same with protected sources hidden.
    NewReport masked() {
        return new NewReport(
                task,
                summary,
                parts,
                comment,
                nilReason,
                findings.stream().map(NewFinding::masked).toList(),
                covered);
    }
}
