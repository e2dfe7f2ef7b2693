// SPDX-License-Identifier: Apache-2.0
package org.chancery.writing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.chancery.cable.Content;
import org.chancery.cable.ContentBuilder;
import org.chancery.cable.Paragraph;
import org.jspecify.annotations.Nullable;

/// What two people made of one text since both had the same version before them. Where only one of
/// them changed a field or a row, that change stands; where both did, somebody must choose.
///
/// @param merged the text with every change that collides with none, and mine where one does
public record Merge(Content merged, List<Collision> collisions) {

    public Merge {
        collisions = List.copyOf(collisions);
    }

    /// A field or a row that both changed.
    ///
    /// @param key name of the field, or `row-` and the identity of the row
    /// @param mine null if I took the row out
    /// @param theirs null if they took it out
    public record Collision(String key, @Nullable Object mine, @Nullable Object theirs) {

        public boolean ofRow() {
            return key.startsWith("row-");
        }

        public @Nullable Paragraph myRow() {
            return mine instanceof Paragraph row ? row : null;
        }

        public @Nullable Paragraph theirRow() {
            return theirs instanceof Paragraph row ? row : null;
        }
    }

    private record Field<T>(
            String name,
            Function<Content, T> of,
            BiFunction<ContentBuilder, T, ContentBuilder> put) {

        private void merge(
                Content base,
                Content mine,
                Content theirs,
                Map<String, Boolean> keepMine,
                ContentBuilder into,
                List<Collision> collisions) {
            var own = of.apply(mine);
            var other = of.apply(theirs);
            var before = of.apply(base);
            if (own.equals(other) || other.equals(before)) {
                put.apply(into, own);
            } else if (own.equals(before)) {
                put.apply(into, other);
            } else if (keepMine.containsKey(name)) {
                put.apply(into, keepMine.get(name) ? own : other);
            } else {
                put.apply(into, own);
                collisions.add(new Collision(name, own, other));
            }
        }
    }

    private static final List<Field<?>> FIELDS =
            List.of(
                    new Field<>("type", Content::type, ContentBuilder::type),
                    new Field<>("subject", Content::subject, ContentBuilder::subject),
                    new Field<>("subjectMark", Content::subjectMark, ContentBuilder::subjectMark),
                    new Field<>(
                            "authority", Content::classification, ContentBuilder::classification),
                    new Field<>("captions", Content::captions, ContentBuilder::captions),
                    new Field<>("topics", Content::topics, ContentBuilder::topics),
                    new Field<>(
                            "precedence",
                            content ->
                                    List.of(content.actionPrecedence(), content.infoPrecedence()),
                            (to, both) -> to.precedence(both.getFirst(), both.getLast())),
                    new Field<>("timing", Content::timing, ContentBuilder::timing),
                    new Field<>("addresses", Content::addresses, ContentBuilder::addresses),
                    new Field<>("excluded", Content::excluded, ContentBuilder::excluded),
                    new Field<>("attention", Content::attention, ContentBuilder::attention),
                    new Field<>("references", Content::references, ContentBuilder::references),
                    new Field<>("attachments", Content::attachments, ContentBuilder::attachments),
                    new Field<>(
                            "minimizeConsidered",
                            Content::minimizeConsidered,
                            ContentBuilder::minimizeConsidered),
                    new Field<>("exercise", Content::exercise, ContentBuilder::exercise),
                    new Field<>("signedBy", Content::signedBy, ContentBuilder::signedBy));

    /// Names of the fields that can collide, for their words on the page.
    public static List<String> fields() {
        return FIELDS.stream().map(Field::name).toList();
    }

    /// @param base the version both had before them
    public static Merge of(Content base, Content mine, Content theirs) {
        return of(base, mine, theirs, Map.of());
    }

    /// @param keepMine by key of a collision: mine stands, or theirs
    public static Merge of(
            Content base, Content mine, Content theirs, Map<String, Boolean> keepMine) {
        var collisions = new ArrayList<Collision>();
        var into = theirs.with();
        for (var field : FIELDS) {
            field.merge(base, mine, theirs, keepMine, into, collisions);
        }
        into.paragraphs(rows(base, mine, theirs, keepMine, collisions));
        return new Merge(into.build(), collisions);
    }

    private static List<Paragraph> rows(
            Content base,
            Content mine,
            Content theirs,
            Map<String, Boolean> keepMine,
            List<Collision> collisions) {
        var before = byId(base);
        var own = byId(mine);
        var other = byId(theirs);
        var result = new ArrayList<Paragraph>();
        for (var id : order(before.keySet(), own.keySet(), other.keySet())) {
            var row = row("row-" + id, before.get(id), own.get(id), other.get(id), keepMine);
            if (row.collision() != null) {
                collisions.add(row.collision());
            }
            if (row.stands() != null) {
                result.add(row.stands());
            }
        }
        return numbered(result);
    }

    private record Stands(@Nullable Paragraph stands, @Nullable Collision collision) {}

    private static Stands row(
            String key,
            @Nullable Paragraph before,
            @Nullable Paragraph own,
            @Nullable Paragraph other,
            Map<String, Boolean> keepMine) {
        if (same(own, other) || same(other, before)) {
            return new Stands(own, null);
        }
        if (same(own, before)) {
            return new Stands(other, null);
        }
        var chosen = keepMine.get(key);
        if (chosen != null) {
            return new Stands(chosen ? own : other, null);
        }
        return new Stands(own == null ? other : own, new Collision(key, own, other));
    }

    /// The same but for the number it has among the others.
    static boolean same(@Nullable Paragraph left, @Nullable Paragraph right) {
        return Objects.equals(
                left == null ? null : relabelled(left, ""),
                right == null ? null : relabelled(right, ""));
    }

    private static Map<UUID, Paragraph> byId(Content content) {
        var rows = new LinkedHashMap<UUID, Paragraph>();
        content.paragraphs().forEach(row -> rows.put(row.id(), row));
        return rows;
    }

    /// The order of whoever moved rows, theirs if both did; what only the other has follows the row
    /// it followed there.
    private static List<UUID> order(Set<UUID> before, Set<UUID> own, Set<UUID> other) {
        var known = new ArrayList<>(before);
        known.retainAll(own);
        var kept = new ArrayList<>(own);
        kept.retainAll(before);
        var moved = !known.equals(kept);
        var otherKept = new ArrayList<>(other);
        otherKept.retainAll(before);
        var otherKnown = new ArrayList<>(before);
        otherKnown.retainAll(other);
        var leading = moved && otherKnown.equals(otherKept) ? own : other;
        var following = leading == own ? other : own;
        var result = new ArrayList<>(leading);
        UUID previous = null;
        for (var id : following) {
            if (!result.contains(id)) {
                result.add(previous == null ? 0 : result.indexOf(previous) + 1, id);
            }
            previous = id;
        }
        return List.copyOf(new LinkedHashSet<>(result));
    }

    /// Points, asks and requirements numbered anew, each kind from 1.
    static List<Paragraph> numbered(List<Paragraph> rows) {
        var last = new HashMap<String, Integer>();
        return rows.stream()
                .map(
                        row -> {
                            var letter =
                                    switch (row.role()) {
                                        case "POINT" -> "P";
                                        case "ASK" -> "A";
                                        case "REQUIREMENT" -> "R";
                                        default -> "";
                                    };
                            return relabelled(
                                    row,
                                    letter.isEmpty()
                                            ? ""
                                            : letter + last.merge(letter, 1, Integer::sum));
                        })
                .toList();
    }

    private static Paragraph relabelled(Paragraph row, String label) {
        return new Paragraph(
                row.id(), row.role(), label, row.heading(), row.text(), row.mark(), row.terms());
    }
}
