// SPDX-License-Identifier: Apache-2.0
package org.chancery.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chancery.cable.AddressLine;
import org.chancery.cable.Addressing;
import org.chancery.cable.Content;
import org.chancery.cable.Paragraph;
import org.chancery.cable.Reference;
import org.chancery.evidence.ClaimId;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Refusal;
import org.springframework.util.MultiValueMap;

/// The compose form as it was sent: fields of the cable, and rows in order, each with every field.
record DraftForm(Content content, Map<UUID, Optional<ClaimId>> claims) {

    private static final Set<String> ROLES =
            Set.of(
                    "SUMMARY",
                    "ACTION_REQUEST",
                    "OBJECTIVE",
                    "BACKGROUND",
                    "TEXT",
                    "POINT",
                    "ASK",
                    "REQUIREMENT",
                    "COMMENT");

    /// @param before the draft as it stood; what is not on the form is kept from it
    static DraftForm of(MultiValueMap<String, String> form, Content before) {
        var rows = rows(form);
        apply(first(form, "do"), rows, first(form, "subjectMark"));
        number(rows);
        var claims = new LinkedHashMap<UUID, Optional<ClaimId>>();
        rows.forEach(
                row ->
                        claims.put(
                                row.id,
                                row.claim.isEmpty() || !row.role.equals("POINT")
                                        ? Optional.empty()
                                        : Optional.of(new ClaimId(row.claim))));
        return new DraftForm(
                before.with()
                        .subject(first(form, "subject").strip())
                        .subjectMark(first(form, "subjectMark"))
                        .captions(Set.copyOf(all(form, "captions")))
                        .topics(all(form, "topics"))
                        .precedence(first(form, "actionPrecedence"), first(form, "infoPrecedence"))
                        .addresses(addresses(form))
                        .excluded(new HashSet<>(all(form, "excluded")))
                        .paragraphs(rows.stream().map(Row::toParagraph).toList())
                        .references(references(first(form, "references"), before))
                        .exercise(first(form, "exercise").strip())
                        .build(),
                claims);
    }

    /// What a reference is to this cable is kept from before; a new one refers.
    private static List<Reference> references(String text, Content before) {
        return words(text).stream()
                .map(
                        number ->
                                before.references().stream()
                                        .filter(known -> known.number().equals(number))
                                        .findFirst()
                                        .orElseGet(() -> Reference.to(number)))
                .toList();
    }

    private static List<AddressLine> addresses(MultiValueMap<String, String> form) {
        var lines = new ArrayList<AddressLine>();
        words(first(form, "action"))
                .forEach(code -> lines.add(new AddressLine(code, Addressing.ACTION)));
        words(first(form, "info"))
                .forEach(code -> lines.add(new AddressLine(code, Addressing.INFO)));
        return lines;
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("[,;]"))
                .map(word -> word.strip().toUpperCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    private static List<Row> rows(MultiValueMap<String, String> form) {
        var ids = all(form, "rowId");
        var rows = new ArrayList<Row>();
        for (int i = 0; i < ids.size(); i++) {
            var row = new Row(uuid(ids.get(i)), role(at(form, "rowRole", i)));
            row.text = at(form, "rowText", i).strip();
            row.mark = at(form, "rowMark", i);
            row.claim = at(form, "rowClaim", i);
            row.put("scope", at(form, "rowScope", i));
            row.put("form", at(form, "rowForm", i));
            row.put("due", at(form, "rowDue", i));
            if (row.text.length() > Paragraph.LONGEST_TEXT) {
                throw new Refusal(
                        KernelRefusal.VALUE_TOO_LONG,
                        String.valueOf(i + 1),
                        row.text.length(),
                        Paragraph.LONGEST_TEXT);
            }
            rows.add(row);
        }
        return rows;
    }

    /// The button pressed: `add-POINT`, `remove-2`, `up-2`, or anything that changes no row.
    private static void apply(String act, List<Row> rows, String mark) {
        var parts = act.split("-", 2);
        switch (parts[0]) {
            case "add" -> {
                var row = new Row(UUID.randomUUID(), role(parts[1]));
                row.mark = mark;
                rows.add(row);
            }
            case "remove" -> rows.remove(index(parts[1], rows));
            case "up" -> {
                int at = index(parts[1], rows);
                rows.add(Math.max(0, at - 1), rows.remove(at));
            }
            default -> {}
        }
    }

    private static int index(String text, List<Row> rows) {
        if (!text.matches("\\d{1,4}") || Integer.parseInt(text) >= rows.size()) {
            throw new Refusal(KernelRefusal.NUMBER_MALFORMED, text, 0, rows.size());
        }
        return Integer.parseInt(text);
    }

    private static void number(List<Row> rows) {
        var last = new HashMap<String, Integer>();
        for (var row : rows) {
            var letter =
                    switch (row.role) {
                        case "POINT" -> "P";
                        case "ASK" -> "A";
                        case "REQUIREMENT" -> "R";
                        default -> "";
                    };
            row.label = letter.isEmpty() ? "" : letter + last.merge(letter, 1, Integer::sum);
        }
    }

    private static String role(String text) {
        if (!ROLES.contains(text)) {
            throw new Refusal(KernelRefusal.VALUE_UNKNOWN, text, String.join(", ", ROLES));
        }
        return text;
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Refusal(KernelRefusal.VALUE_UNKNOWN, text, "UUID");
        }
    }

    private static List<String> all(MultiValueMap<String, String> form, String name) {
        return form.getOrDefault(name, List.of());
    }

    private static String first(MultiValueMap<String, String> form, String name) {
        var values = all(form, name);
        return values.isEmpty() ? "" : values.getFirst();
    }

    private static String at(MultiValueMap<String, String> form, String name, int index) {
        var values = all(form, name);
        return index < values.size() ? values.get(index) : "";
    }

    private static final class Row {
        private final UUID id;
        private final String role;
        private String label = "";
        private String text = "";
        private String mark = "";
        private String claim = "";
        private final Map<String, String> terms = new HashMap<>();

        private Row(UUID id, String role) {
            this.id = id;
            this.role = role;
        }

        private void put(String term, String value) {
            if (!value.isBlank()) {
                terms.put(term, value.strip());
            }
        }

        private Paragraph toParagraph() {
            return new Paragraph(id, role, label, "", text, mark, terms);
        }
    }
}
