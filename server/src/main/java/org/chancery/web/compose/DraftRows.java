// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.compose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chancery.cable.Content;
import org.chancery.cable.Paragraph;
import org.chancery.draft.Outline;
import org.chancery.evidence.ClaimId;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Problems;
import org.chancery.kernel.Refusal;
import org.chancery.policy.CableType;
import org.springframework.util.MultiValueMap;

/// The rows of the compose form, which come as parallel lists, with the button pressed applied.
///
/// @param claims the claim each row rests on, empty for none
record DraftRows(
        List<Paragraph> paragraphs, Map<UUID, Optional<ClaimId>> claims, List<Problem> problems) {

    /// Inputs of a row that are terms of it, by their names; the other terms stay as they were.
    static final Map<String, String> TERMS =
            Map.ofEntries(
                    Map.entry("rowScope", "scope"),
                    Map.entry("rowRaise", "raise"),
                    Map.entry("rowOral", "oralOnly"),
                    Map.entry("rowMayLeave", "mayLeave"),
                    Map.entry("rowForm", "form"),
                    Map.entry("rowDue", "due"),
                    Map.entry("rowRounds", "rounds"),
                    Map.entry("rowRecurring", "recurring"),
                    Map.entry("rowUntil", "until"),
                    Map.entry("rowNil", "nilReport"),
                    Map.entry("rowChanges", "changes"),
                    Map.entry("rowLevel", "level"),
                    Map.entry("rowNotBefore", "notBefore"),
                    Map.entry("rowNotAfter", "notAfter"),
                    Map.entry("rowPartners", "partners"),
                    Map.entry("rowCounter", "counter"),
                    Map.entry("rowRebuttal", "rebuttal"),
                    Map.entry("rowOffice", "office"));

    /// Inputs a row of that role has a field for; it carries the others unseen.
    static Set<String> fields(String role) {
        return switch (role) {
            case "POINT" -> Set.of("rowScope", "rowRaise", "rowOral", "rowMayLeave");
            case "REQUIREMENT" ->
                    Set.of(
                            "rowForm",
                            "rowDue",
                            "rowRounds",
                            "rowRecurring",
                            "rowUntil",
                            "rowNil",
                            "rowChanges");
            case "DELIVERY" -> Set.of("rowLevel", "rowNotBefore", "rowNotAfter", "rowPartners");
            case "ARGUMENT" -> Set.of("rowCounter", "rowRebuttal");
            case "CONTACT" -> Set.of("rowOffice");
            default -> Set.of();
        };
    }

    /// @param mark code of the level a new row starts with
    static DraftRows of(MultiValueMap<String, String> form, Content before, String mark) {
        return new Reading(form, before, mark).read();
    }

    private static final class Reading {

        private final MultiValueMap<String, String> form;
        private final Map<UUID, Paragraph> before;
        private final String mark;
        private final Problems problems = new Problems();
        private final List<Paragraph> rows = new ArrayList<>();
        private final Map<UUID, Optional<ClaimId>> claims = new LinkedHashMap<>();

        private Reading(MultiValueMap<String, String> form, Content before, String mark) {
            this.form = form;
            this.before =
                    before.paragraphs().stream()
                            .collect(Collectors.toMap(Paragraph::id, Function.identity()));
            this.mark = mark;
        }

        private DraftRows read() {
            var ids = all("rowId");
            requireParallel(ids.size());
            for (int i = 0; i < ids.size(); i++) {
                row(id(ids.get(i)), i);
            }
            press(all("do").isEmpty() ? "" : all("do").getFirst());
            return new DraftRows(Outline.named(rows), claims, problems.all());
        }

        /// Lists that do not match would give a row the text of another.
        private void requireParallel(int size) {
            for (var name : form.keySet()) {
                if (name.startsWith("row") && all(name).size() != size) {
                    throw new IllegalArgumentException(name + " does not match the rows");
                }
            }
        }

        private void row(UUID id, int i) {
            var stood = before.get(id);
            var text = at("rowText", i, stood == null ? "" : stood.text()).strip();
            if (text.length() > Paragraph.LONGEST_TEXT) {
                problems.add(
                        Problem.at(
                                "text-" + id,
                                KernelRefusal.VALUE_TOO_LONG,
                                String.valueOf(i + 1),
                                text.length(),
                                Paragraph.LONGEST_TEXT));
            }
            var role = role(at("rowRole", i, stood == null ? "TEXT" : stood.role()), id);
            rows.add(
                    new Paragraph(
                            id,
                            role,
                            "",
                            at("rowHeading", i, stood == null ? "" : stood.heading()).strip(),
                            text,
                            at("rowMark", i, stood == null ? mark : stood.mark()),
                            terms(stood == null ? Map.of() : stood.terms(), i)));
            claims.put(id, claim(at("rowClaim", i, ""), role, id));
        }

        private Map<String, String> terms(Map<String, String> stood, int i) {
            var terms = new HashMap<>(stood);
            TERMS.forEach(
                    (input, term) -> {
                        if (form.containsKey(input)) {
                            var value = at(input, i, "").strip();
                            if (value.isEmpty()) {
                                terms.remove(term);
                            } else {
                                terms.put(term, value);
                            }
                        }
                    });
            return terms;
        }

        private Optional<ClaimId> claim(String text, String role, UUID id) {
            if (text.isBlank() || !role.equals("POINT")) {
                return Optional.empty();
            }
            try {
                return Optional.of(new ClaimId(text.strip()));
            } catch (Refusal refusal) {
                refusal.problems().forEach(p -> problems.add(at("claim-" + id, p)));
                return Optional.empty();
            }
        }

        private static Problem at(String field, Problem problem) {
            return new Problem(problem.code(), field, problem.arguments());
        }

        /// A role nobody knows is read as plain text and reported.
        private String role(String text, UUID id) {
            if (CableType.ROLES.contains(text)) {
                return text;
            }
            problems.add(unknown("text-" + id, text, String.join(", ", CableType.ROLES)));
            return "TEXT";
        }

        private static Problem unknown(String field, String value, String known) {
            return Problem.at(field, KernelRefusal.VALUE_UNKNOWN, value, known);
        }

        /// What names no row, or one that was here already, becomes a new row and is reported.
        private UUID id(String text) {
            try {
                var id = UUID.fromString(text);
                if (!claims.containsKey(id)) {
                    return id;
                }
            } catch (IllegalArgumentException e) {
                // said below: it names no row
            }
            problems.add(unknown("", text, "UUID"));
            return UUID.randomUUID();
        }

        /// The button pressed: `add-POINT`, `remove-2`, `up-2`, `down-2`, or one that moves no row.
        private void press(String act) {
            var parts = act.split("-", 2);
            switch (parts[0]) {
                case "add" -> {
                    var id = UUID.randomUUID();
                    var role = role(parts.length < 2 ? "" : parts[1], id);
                    rows.add(new Paragraph(id, role, "", "", "", mark, Map.of()));
                    claims.put(id, Optional.empty());
                }
                case "remove" ->
                        index(parts).ifPresent(i -> claims.remove(rows.remove((int) i).id()));
                case "up" -> index(parts).ifPresent(i -> move(i, Math.max(0, i - 1)));
                case "down" ->
                        index(parts).ifPresent(i -> move(i, Math.min(rows.size() - 1, i + 1)));
                default -> {}
            }
        }

        private void move(int from, int to) {
            rows.add(to, rows.remove(from));
        }

        private Optional<Integer> index(String[] parts) {
            var text = parts.length < 2 ? "" : parts[1];
            if (text.matches("\\d{1,4}") && Integer.parseInt(text) < rows.size()) {
                return Optional.of(Integer.parseInt(text));
            }
            problems.add(Problem.of(KernelRefusal.NUMBER_MALFORMED, text, 0, rows.size() - 1));
            return Optional.empty();
        }

        private List<String> all(String name) {
            return form.getOrDefault(name, List.of());
        }

        private String at(String name, int index, String absent) {
            var values = all(name);
            return index < values.size() ? values.get(index) : absent;
        }
    }
}
