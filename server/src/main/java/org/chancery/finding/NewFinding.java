// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A finding as a post enters it; texts as typed, checked all at once when the report is filed.
///
/// @param title one line; a statement may do without
/// @param ask label of the ask it is about, empty if none
/// @param confidence name of a [Confidence], empty for MODERATE
/// @param note reason for the confidence, or a limit
/// @param quoted its words of judgement are quoted, not the post's own (RPT-002)
/// @param terms what only this kind says, by the names of its kind
public record NewFinding(
        FindingKind kind,
        String title,
        String summary,
        String date,
        String ask,
        NewSource source,
        String confidence,
        String note,
        boolean quoted,
        Map<String, String> terms) {

    private static final int TITLE_LENGTH = 100;

    public NewFinding {
        terms = Map.copyOf(terms);
    }

    /// A card to be filled.
    public static NewFinding blank(FindingKind kind) {
        return new NewFinding(
                kind,
                "",
                "",
                "",
                "",
                new NewSource("", "", "", "", false, List.of()),
                "",
                "",
                false,
                Map.of());
    }

    /// A term as typed, empty if it was left out.
    public String term(String name) {
        return terms.getOrDefault(name, "").strip();
    }

    /// The title, or what a statement says, cut to one line.
    public String headline() {
        if (!title.isBlank()) {
            return title.strip();
        }
        var said = term("translation").isEmpty() ? term("original") : term("translation");
        var line = said.replaceAll("\\s+", " ");
        return line.length() <= TITLE_LENGTH ? line : line.substring(0, TITLE_LENGTH - 1) + "…";
    }

    /// Everything a person wrote freely, for the checks of words.
    Stream<String> texts() {
        return Stream.concat(
                Stream.of(title, summary, note, source.shielded() ? "" : source.title()),
                terms.values().stream());
    }

    /// The same with a protected source hidden.
    NewFinding masked() {
        return source.shielded()
                ? new NewFinding(
                        kind, title, summary, date, ask, hidden(), confidence, note, quoted, terms)
                : this;
    }

    private NewSource hidden() {
        var told = Source.protectedOne(Source.Kind.NOT_SAID);
        return new NewSource(told.title(), "", "", source.kind(), true, source.readers());
    }

    /// The same without what its summary says, which goes to the comment.
    public NewFinding withoutSummary() {
        return new NewFinding(kind, title, "", date, ask, source, confidence, note, quoted, terms);
    }
}
