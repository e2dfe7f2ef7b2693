// SPDX-License-Identifier: Apache-2.0
package org.chancery.instruction;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.cable.Content;
import org.chancery.cable.Paragraph;
import org.chancery.draft.Check;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.RefusalCode;

/// Everything in the rows of an instruction that is missing or cannot be read, each at its row and
/// field (TSK-002, TSK-011, TSK-012).
final class RowRules {

    private final Content content;
    private final Set<String> offices;
    private final Set<String> scopes;
    private final List<Check> found = new ArrayList<>();

    private RowRules(Content content, Set<String> offices, Set<String> scopes) {
        this.content = content;
        this.offices = offices;
        this.scopes = scopes;
    }

    /// @param offices codes there are
    /// @param scopes what a point can be for
    static List<Check> check(Content content, Set<String> offices, Set<String> scopes) {
        var rules = new RowRules(content, offices, scopes);
        rules.whole();
        content.paragraphs().forEach(rules::row);
        return rules.found;
    }

    private void whole() {
        if (rows("OBJECTIVE").isEmpty()) {
            found.add(Check.blocks("paragraphs", InstructionRefusal.OBJECTIVE_MISSING));
        }
        if (rows("ASK").isEmpty() && rows("REQUIREMENT").isEmpty()) {
            found.add(Check.blocks("paragraphs", InstructionRefusal.NOTHING_ASKED));
        }
        if (rows("CONTACT").isEmpty()) {
            found.add(Check.blocks("paragraphs", InstructionRefusal.CONTACT_MISSING));
        }
        for (var role : List.of("OBJECTIVE", "DELIVERY", "CONTACT")) {
            rows(role).stream()
                    .skip(1)
                    .forEach(row -> block("text", row, InstructionRefusal.ROW_TWICE, place(row)));
        }
    }

    private List<Paragraph> rows(String role) {
        return content.paragraphs().stream().filter(row -> row.is(role)).toList();
    }

    private void row(Paragraph row) {
        switch (row.role()) {
            case "POINT" -> point(row);
            case "REQUIREMENT" -> requirement(row);
            case "DELIVERY" -> delivery(row);
            case "CONTACT" -> contact(row);
            default -> {}
        }
    }

    private void point(Paragraph row) {
        var unknown =
                TalkingPoint.scopes(row.term("scope")).stream()
                        .filter(scope -> !scopes.contains(scope))
                        .collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            block("scope", row, InstructionRefusal.SCOPE_UNKNOWN, row.label(), unknown);
        }
        if (row.term("oralOnly").equals("true") && row.term("mayLeave").equals("true")) {
            block("oral", row, InstructionRefusal.ORAL_AND_LEFT, row.label());
        }
    }

    private void contact(Paragraph row) {
        if (row.text().isBlank()) {
            block("text", row, InstructionRefusal.CONTACT_FUNCTION_MISSING);
        }
        if (!offices.contains(row.term("office"))) {
            block("office", row, InstructionRefusal.CONTACT_OFFICE_UNKNOWN, row.term("office"));
        }
    }

    private void delivery(Paragraph row) {
        var level = row.term("level");
        var known = Arrays.stream(InterlocutorLevel.values()).map(Enum::name).toList();
        if (!level.isEmpty() && !known.contains(level)) {
            block(
                    "level",
                    row,
                    KernelRefusal.VALUE_UNKNOWN,
                    level,
                    known.stream().collect(Collectors.joining(", ")));
        }
        var from = term("notBefore", row, place(row));
        var to = term("notAfter", row, place(row));
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            block(
                    "notAfter",
                    row,
                    InstructionRefusal.DELIVERY_REVERSED,
                    to.get().toString(),
                    from.get().toString());
        }
    }

    private void requirement(Paragraph row) {
        var name = row.label();
        var forms = Arrays.stream(ReportingRequirement.Form.values()).map(Enum::name).toList();
        if (!forms.contains(row.term("form"))) {
            block("form", row, InstructionRefusal.FORM_UNKNOWN, name);
        }
        var recurrence = Recurrence.of(row.term("recurring"));
        if (recurrence.isEmpty()) {
            block(
                    "recurring",
                    row,
                    KernelRefusal.VALUE_UNKNOWN,
                    row.term("recurring"),
                    Arrays.stream(Recurrence.values())
                            .map(Enum::name)
                            .collect(Collectors.joining(", ")));
        }
        if (!row.term("due").isEmpty() && !row.term("rounds").isEmpty()) {
            block("rounds", row, InstructionRefusal.DUE_AND_ROUNDS, name);
        }
        days(row, recurrence.orElse(Recurrence.NONE));
    }

    private void days(Paragraph row, Recurrence recurrence) {
        var days = new ArrayList<LocalDate>();
        var input = row.term("rounds").isEmpty() ? "due" : "rounds";
        InstructionReader.days(row)
                .forEach(text -> day(text, input, row, row.label()).ifPresent(days::add));
        if (InstructionReader.days(row).findAny().isEmpty() && recurrence == Recurrence.NONE) {
            block("due", row, InstructionRefusal.DUE_DATE_MISSING, row.label());
        }
        for (int i = 1; i < days.size(); i++) {
            if (!days.get(i).isAfter(days.get(i - 1))) {
                block(
                        "rounds",
                        row,
                        InstructionRefusal.ROUNDS_NOT_IN_ORDER,
                        row.label(),
                        days.get(i).toString(),
                        days.get(i - 1).toString());
            }
        }
        until(row, recurrence, days);
    }

    private void until(Paragraph row, Recurrence recurrence, List<LocalDate> days) {
        var until = term("until", row, row.label());
        if (until.isPresent() && recurrence == Recurrence.NONE) {
            block("until", row, InstructionRefusal.UNTIL_WITHOUT_RECURRENCE, row.label());
        }
        if (until.isPresent() && !days.isEmpty() && until.get().isBefore(days.getLast())) {
            block(
                    "until",
                    row,
                    InstructionRefusal.UNTIL_BEFORE_DUE,
                    row.label(),
                    until.get().toString(),
                    days.getLast().toString());
        }
    }

    private Optional<LocalDate> term(String name, Paragraph row, String called) {
        var text = row.term(name);
        return text.isEmpty() ? Optional.empty() : day(text, name, row, called);
    }

    private Optional<LocalDate> day(String text, String input, Paragraph row, String called) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            block(input, row, InstructionRefusal.DUE_DATE_MALFORMED, called, text);
            return Optional.empty();
        }
    }

    /// A row without a label is named by its place in the text.
    private String place(Paragraph row) {
        return String.valueOf(content.paragraphs().indexOf(row) + 1);
    }

    private void block(String input, Paragraph row, RefusalCode code, Object... arguments) {
        found.add(Check.blocks(input + "-" + row.id(), code, arguments).on(row.id()));
    }
}
