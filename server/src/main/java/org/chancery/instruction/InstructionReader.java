// SPDX-License-Identifier: Apache-2.0
package org.chancery.instruction;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.chancery.cable.Content;
import org.chancery.cable.Paragraph;
import org.chancery.kernel.Problem;
import org.jspecify.annotations.Nullable;

/// Reads points, asks and requirements from the rows of a cable.
final class InstructionReader {

    private InstructionReader() {}

    static List<TalkingPoint> points(Content content) {
        return rows(content, "POINT").stream()
                .map(
                        row ->
                                new TalkingPoint(
                                        row.label(),
                                        row.id(),
                                        row.text(),
                                        row.term("scope").isEmpty()
                                                ? TalkingPoint.FOR_ALL
                                                : row.term("scope"),
                                        row.term("oralOnly").equals("true"),
                                        row.term("mayLeave").equals("true")))
                .toList();
    }

    static List<Ask> asks(Content content) {
        return rows(content, "ASK").stream().map(row -> new Ask(row.label(), row.text())).toList();
    }

    static List<ReportingRequirement> requirements(Content content, LocalDate released) {
        return rows(content, "REQUIREMENT").stream()
                .map(row -> requirement(row, released))
                .toList();
    }

    private static ReportingRequirement requirement(Paragraph row, LocalDate released) {
        return new ReportingRequirement(
                row.label(),
                row.text(),
                ReportingRequirement.Form.valueOf(row.term("form")),
                due(row, released),
                row.term("recurring").equals("MONTHLY"),
                row.term("nilReport").equals("REQUIRED"));
    }

    private static List<LocalDate> due(Paragraph row, LocalDate released) {
        if (!row.term("rounds").isEmpty()) {
            return Arrays.stream(row.term("rounds").split(","))
                    .map(String::strip)
                    .map(LocalDate::parse)
                    .toList();
        }
        if (!row.term("due").isEmpty()) {
            return List.of(LocalDate.parse(row.term("due")));
        }
        return List.of(released.plusMonths(1));
    }

    static String objective(Content content) {
        return rows(content, "OBJECTIVE").stream()
                .map(Paragraph::text)
                .findFirst()
                .orElse(content.subject());
    }

    static DeliveryTerms delivery(Content content) {
        return rows(content, "DELIVERY").stream()
                .findFirst()
                .map(
                        row ->
                                new DeliveryTerms(
                                        row.term("level").isEmpty()
                                                ? null
                                                : InterlocutorLevel.valueOf(row.term("level")),
                                        day(row.term("notBefore")),
                                        day(row.term("notAfter")),
                                        Arrays.stream(row.term("partners").split(","))
                                                .map(String::strip)
                                                .filter(partner -> !partner.isEmpty())
                                                .toList()))
                .orElse(DeliveryTerms.FREE);
    }

    private static @Nullable LocalDate day(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    /// Everything in the rows that could not be read (TSK-002).
    static List<Problem> problems(Content content) {
        var problems = new ArrayList<Problem>();
        for (var row : rows(content, "REQUIREMENT")) {
            form(row).ifPresent(problems::add);
            dates(row).ifPresent(problems::add);
        }
        return problems;
    }

    private static Optional<Problem> form(Paragraph row) {
        var known =
                Arrays.stream(ReportingRequirement.Form.values())
                        .anyMatch(form -> form.name().equals(row.term("form")));
        return known
                ? Optional.empty()
                : Optional.of(
                        Problem.at(
                                "form-" + row.id(), InstructionRefusal.FORM_UNKNOWN, row.label()));
    }

    private static Optional<Problem> dates(Paragraph row) {
        if (row.term("due").isEmpty()
                && row.term("rounds").isEmpty()
                && row.term("recurring").isEmpty()) {
            return Optional.of(
                    Problem.at(
                            "due-" + row.id(), InstructionRefusal.DUE_DATE_MISSING, row.label()));
        }
        try {
            due(row, LocalDate.EPOCH);
            return Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.of(
                    Problem.at(
                            "due-" + row.id(),
                            InstructionRefusal.DUE_DATE_MALFORMED,
                            row.label(),
                            e.getParsedString()));
        }
    }

    private static List<Paragraph> rows(Content content, String role) {
        return content.paragraphs().stream().filter(row -> row.is(role)).toList();
    }
}
