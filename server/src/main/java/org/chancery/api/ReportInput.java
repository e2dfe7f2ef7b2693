// SPDX-License-Identifier: Apache-2.0
package org.chancery.api;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.chancery.finding.FindingKind;
import org.chancery.finding.NewFinding;
import org.chancery.finding.NewReport;
import org.chancery.finding.NewSource;
import org.chancery.finding.ReportPart;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Problems;
import org.chancery.task.TaskId;
import org.jspecify.annotations.Nullable;

/// A report as a caller sends it. What is left out is empty.
///
/// @param parts by the names of the parts of its form
record ReportInput(
        @Nullable String task,
        @Nullable String summary,
        @JsonSetter(contentNulls = Nulls.FAIL) @Nullable Map<String, String> parts,
        @Nullable String comment,
        @Nullable String nilReason,
        @JsonSetter(contentNulls = Nulls.FAIL) @Nullable List<Entered> findings,
        @JsonSetter(contentNulls = Nulls.FAIL) @Nullable List<String> covered,
        @Nullable Boolean anew) {

    /// @param terms by the names of the terms of its kind
    record Entered(
            @Nullable String kind,
            @Nullable String title,
            @Nullable String summary,
            @Nullable String date,
            @Nullable String ask,
            @Nullable From source,
            @Nullable String confidence,
            @Nullable String note,
            @Nullable Boolean quoted,
            @JsonSetter(contentNulls = Nulls.FAIL) @Nullable Map<String, String> terms) {}

    record From(
            @Nullable String title,
            @Nullable String uri,
            @Nullable String date,
            @Nullable String kind,
            @Nullable Boolean shielded,
            @JsonSetter(contentNulls = Nulls.FAIL) @Nullable List<String> readers) {

        NewSource source() {
            return new NewSource(
                    said(title),
                    said(uri),
                    said(date),
                    said(kind),
                    Boolean.TRUE.equals(shielded),
                    Objects.requireNonNullElse(readers, List.of()));
        }
    }

    /// @throws org.chancery.kernel.Refusal with every word there is none of: kinds and parts
    NewReport report(TaskId task) {
        var problems = new Problems();
        var typed = Objects.requireNonNullElse(parts, Map.<String, String>of());
        for (var name : typed.keySet()) {
            problems.require(
                    names(ReportPart.values()).contains(name),
                    "part-" + name,
                    KernelRefusal.VALUE_UNKNOWN,
                    name,
                    names(ReportPart.values()).toString());
        }
        var cards = Objects.requireNonNullElse(findings, List.<Entered>of());
        for (int i = 0; i < cards.size(); i++) {
            var kind = said(cards.get(i).kind());
            problems.require(
                    names(FindingKind.values()).contains(kind),
                    "f" + i + "-kind",
                    KernelRefusal.VALUE_UNKNOWN,
                    kind,
                    names(FindingKind.values()).toString());
        }
        problems.refuse();
        var known = new EnumMap<ReportPart, String>(ReportPart.class);
        typed.forEach((name, text) -> known.put(ReportPart.valueOf(name), text));
        return new NewReport(
                task,
                said(summary),
                known,
                said(comment),
                said(nilReason),
                cards.stream().map(ReportInput::finding).toList(),
                Objects.requireNonNullElse(covered, List.of()));
    }

    private static NewFinding finding(Entered entered) {
        var from = entered.source();
        return new NewFinding(
                FindingKind.valueOf(said(entered.kind())),
                said(entered.title()),
                said(entered.summary()),
                said(entered.date()),
                said(entered.ask()),
                from == null ? NewFinding.blank(FindingKind.EVENT).source() : from.source(),
                said(entered.confidence()),
                said(entered.note()),
                Boolean.TRUE.equals(entered.quoted()),
                Objects.requireNonNullElse(entered.terms(), Map.of()));
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).<String>map(Enum::name).toList();
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }
}
