// SPDX-License-Identifier: Apache-2.0
package org.chancery.clearance;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.cable.Content;
import org.chancery.cable.Paragraph;
import org.jspecify.annotations.Nullable;

/// What differs between two versions of a text: fields of the head, and rows told apart by their
/// identity, so that a row that was moved is not a row removed and another added.
///
/// @param fields with another value, in the order of the head
/// @param rows that differ, in the order of the new text; what was removed stands where it stood
public record Difference(List<Field> fields, List<Row> rows) {

    public Difference {
        fields = List.copyOf(fields);
        rows = List.copyOf(rows);
    }

    /// @param name of the component of [Content]: `subject`
    /// @param before as written, empty for none
    /// @param after as written, empty for none
    public record Field(String name, String before, String after) {}

    /// @param before number of the row in the old text from 1, 0 if it was not there
    /// @param after number of the row in the new text from 1, 0 if it is no longer there
    /// @param marks old and new mark, equal unless it was changed
    /// @param words of the row, all of them
    public record Row(
            UUID id,
            Kind kind,
            String role,
            String label,
            int before,
            int after,
            Marks marks,
            List<Segment> words) {

        public Row {
            words = List.copyOf(words);
        }
    }

    /// @param before code of the level, empty for a row that was added
    /// @param after code of the level, empty for a row that was removed
    public record Marks(String before, String after) {

        public boolean changed() {
            return !before.isEmpty() && !after.isEmpty() && !before.equals(after);
        }
    }

    public enum Kind {
        ADDED,
        REMOVED,
        /// The same words at another place.
        MOVED,
        /// Other words, another mark or other terms, wherever it stands.
        CHANGED
    }

    /// A run of words that fared alike.
    public record Segment(Fate fate, String text) {

        public enum Fate {
            KEPT,
            INSERTED,
            DELETED
        }
    }

    public boolean isEmpty() {
        return fields.isEmpty() && rows.isEmpty();
    }

    public static Difference between(Content before, Content after) {
        return new Difference(
                HeadFields.between(before, after), rows(before.paragraphs(), after.paragraphs()));
    }

    private static List<Row> rows(List<Paragraph> before, List<Paragraph> after) {
        var old = byId(before);
        var moved = moved(ids(before), ids(after));
        var rows = new ArrayList<Row>();
        for (int i = 0; i < after.size(); i++) {
            var row = after.get(i);
            var was = old.get(row.id());
            var kind = kind(was, row, moved);
            if (kind != null) {
                rows.add(row(kind, was, row, was == null ? 0 : before.indexOf(was) + 1, i + 1));
            }
        }
        var kept = byId(after).keySet();
        for (int i = 0; i < before.size(); i++) {
            var row = before.get(i);
            if (!kept.contains(row.id())) {
                rows.add(place(rows, i + 1), row(Kind.REMOVED, row, null, i + 1, 0));
            }
        }
        return rows;
    }

    /// Where a removed row goes: before the first that stood after it.
    private static int place(List<Row> rows, int number) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).before() > number) {
                return i;
            }
        }
        return rows.size();
    }

    private static @Nullable Kind kind(@Nullable Paragraph was, Paragraph row, Set<UUID> moved) {
        if (was == null) {
            return Kind.ADDED;
        }
        if (!was.equals(row) && !was.equals(relabelled(row, was))) {
            return Kind.CHANGED;
        }
        return moved.contains(row.id()) ? Kind.MOVED : null;
    }

    /// A label counts the rows of a role: another one alone is no change.
    private static Paragraph relabelled(Paragraph row, Paragraph was) {
        return new Paragraph(
                row.id(),
                row.role(),
                was.label(),
                row.heading(),
                row.text(),
                row.mark(),
                row.terms());
    }

    private static Row row(
            Kind kind, @Nullable Paragraph was, @Nullable Paragraph is, int before, int after) {
        var shown = Objects.requireNonNull(is == null ? was : is);
        return new Row(
                shown.id(),
                kind,
                shown.role(),
                shown.label(),
                before,
                after,
                new Marks(was == null ? "" : was.mark(), is == null ? "" : is.mark()),
                words(was == null ? "" : said(was), is == null ? "" : said(is)));
    }

    /// Everything of a row that is words: heading, text, terms.
    private static String said(Paragraph row) {
        var terms =
                row.terms().entrySet().stream()
                        .filter(term -> !term.getKey().equals(Paragraph.AUTHOR))
                        .sorted(Map.Entry.comparingByKey())
                        .map(term -> term.getKey() + ": " + term.getValue());
        return Stream.concat(Stream.of(row.heading(), row.text()), terms)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("\n"));
    }

    static List<Segment> words(String before, String after) {
        var old = tokens(before);
        var patch = DiffUtils.diff(old, tokens(after));
        var found = new ArrayList<Segment>();
        int at = 0;
        for (AbstractDelta<String> delta : patch.getDeltas()) {
            var source = delta.getSource();
            add(found, Segment.Fate.KEPT, old.subList(at, source.getPosition()));
            add(found, Segment.Fate.DELETED, source.getLines());
            add(found, Segment.Fate.INSERTED, delta.getTarget().getLines());
            at = source.getPosition() + source.size();
        }
        add(found, Segment.Fate.KEPT, old.subList(at, old.size()));
        return found;
    }

    private static void add(List<Segment> found, Segment.Fate fate, List<String> tokens) {
        if (!tokens.isEmpty()) {
            found.add(new Segment(fate, String.join("", tokens)));
        }
    }

    /// Words with the space after them, so that all of them together are the text.
    private static List<String> tokens(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("(?<=\\s)(?=\\S)"));
    }

    /// Rows that stand in both texts and not in the same order.
    private static Set<UUID> moved(List<UUID> before, List<UUID> after) {
        var common = new HashSet<>(before);
        common.retainAll(after);
        var old = before.stream().filter(common::contains).toList();
        var now = after.stream().filter(common::contains).toList();
        return DiffUtils.diff(old, now).getDeltas().stream()
                .flatMap(delta -> delta.getTarget().getLines().stream())
                .collect(Collectors.toSet());
    }

    private static List<UUID> ids(List<Paragraph> rows) {
        return rows.stream().map(Paragraph::id).toList();
    }

    private static Map<UUID, Paragraph> byId(List<Paragraph> rows) {
        return rows.stream()
                .collect(
                        Collectors.toMap(
                                Paragraph::id, Function.identity(), (first, second) -> first));
    }
}
