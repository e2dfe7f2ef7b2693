// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.reporting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.chancery.finding.FindingKind;
import org.chancery.finding.NewFinding;
import org.chancery.finding.NewReport;
import org.chancery.finding.NewSource;
import org.chancery.finding.ReportPart;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Refusal;
import org.chancery.task.TaskId;
import org.springframework.util.MultiValueMap;

/// A report as its form sends it. Inputs of the first card are called `f0-title` and so on; a term
/// of a kind has the name it has in data and API.
///
/// @param values as sent
record ReportForm(MultiValueMap<String, String> values) {

    private static final List<String> TERMS =
            List.of(
                    "stage",
                    "direction",
                    "area",
                    "targetGroup",
                    "legalReference",
                    "original",
                    "language",
                    "translation",
                    "translationBy",
                    "speaker",
                    "onRecord",
                    "stance",
                    "value",
                    "unit",
                    "population",
                    "denominator",
                    "period",
                    "method");

    /// @param nil the form was sent as a nil report
    NewReport report(TaskId task, boolean nil) {
        return new NewReport(
                task,
                first("summary"),
                parts(),
                first("comment"),
                nil ? first("nilReason") : "",
                nil ? List.of() : findings(),
                values.getOrDefault("covered", List.of()));
    }

    /// What the button said.
    String act() {
        return first("do");
    }

    boolean ticked(String name) {
        return values.containsKey(name);
    }

    String first(String name) {
        var value = values.getFirst(name);
        return value == null ? "" : value;
    }

    private EnumMap<ReportPart, String> parts() {
        var parts = new EnumMap<ReportPart, String>(ReportPart.class);
        for (var part : ReportPart.values()) {
            if (!first("part-" + part).isBlank()) {
                parts.put(part, first("part-" + part));
            }
        }
        return parts;
    }

    /// The cards, in their order.
    ///
    /// @throws Refusal `VALUE_UNKNOWN` for a kind there is none of
    List<NewFinding> findings() {
        var findings = new ArrayList<NewFinding>();
        for (int i = 0; values.containsKey("f" + i + "-kind"); i++) {
            findings.add(finding("f" + i + "-"));
        }
        return findings;
    }

    private NewFinding finding(String at) {
        var kind = kind(first(at + "kind"));
        var terms = new TreeMap<String, String>();
        TERMS.stream()
                .filter(kind::has)
                .filter(term -> !first(at + term).isBlank())
                .forEach(term -> terms.put(term, first(at + term)));
        return new NewFinding(
                kind,
                first(at + "title"),
                first(at + "summary"),
                first(at + "date"),
                first(at + "ask"),
                source(at),
                first(at + "confidence"),
                first(at + "note"),
                ticked(at + "quoted"),
                terms);
    }

    private NewSource source(String at) {
        return new NewSource(
                first(at + "sourceTitle"),
                first(at + "sourceUri"),
                first(at + "sourceDate"),
                first(at + "sourceKind"),
                ticked(at + "shielded"),
                Arrays.stream(
                                first(at + "sourceReaders")
                                        .toUpperCase(Locale.ROOT)
                                        .split("[,;\\s]+"))
                        .filter(code -> !code.isEmpty())
                        .toList());
    }

    /// @throws Refusal `VALUE_UNKNOWN` for a kind there is none of
    static FindingKind kind(String text) {
        return Arrays.stream(FindingKind.values())
                .filter(kind -> kind.name().equals(text))
                .findFirst()
                .orElseThrow(
                        () ->
                                new Refusal(
                                        KernelRefusal.VALUE_UNKNOWN,
                                        text,
                                        Arrays.toString(FindingKind.values())));
    }
}
