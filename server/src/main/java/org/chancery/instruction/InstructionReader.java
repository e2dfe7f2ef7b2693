// SPDX-License-Identifier: Apache-2.0
package org.chancery.instruction;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.chancery.cable.Content;
import org.chancery.cable.Paragraph;
import org.chancery.directory.OfficeCode;
import org.jspecify.annotations.Nullable;

/// Reads points, asks and requirements from the rows of a cable that [RowRules] found nothing wrong
/// with.
final class InstructionReader {

    private InstructionReader() {}

    static List<TalkingPoint> points(Content content) {
        return rows(content, "POINT").map(InstructionReader::point).toList();
    }

    private static TalkingPoint point(Paragraph row) {
        var scopes = TalkingPoint.scopes(row.term("scope"));
        return new TalkingPoint(
                row.label(),
                row.id(),
                row.text(),
                scopes.isEmpty() ? TalkingPoint.FOR_ALL : String.join(", ", scopes),
                row.term("raise").equals("IF_RAISED"),
                row.term("oralOnly").equals("true"),
                row.term("mayLeave").equals("true"));
    }

    static List<Ask> asks(Content content) {
        return rows(content, "ASK").map(row -> new Ask(row.label(), row.text())).toList();
    }

    static List<ReportingRequirement> requirements(Content content, LocalDate released) {
        return rows(content, "REQUIREMENT").map(row -> requirement(row, released)).toList();
    }

    private static ReportingRequirement requirement(Paragraph row, LocalDate released) {
        var recurrence = Recurrence.of(row.term("recurring")).orElse(Recurrence.NONE);
        return new ReportingRequirement(
                row.label(),
                row.text(),
                ReportingRequirement.Form.valueOf(row.term("form")),
                due(row, recurrence, released),
                recurrence,
                day(row.term("until")),
                row.term("nilReport").equals("REQUIRED"),
                row.term("changes").strip());
    }

    private static List<LocalDate> due(Paragraph row, Recurrence recurrence, LocalDate released) {
        var given = days(row).map(LocalDate::parse).toList();
        return given.isEmpty() ? recurrence.after(released).stream().toList() : given;
    }

    /// Due days as written, each round one.
    static Stream<String> days(Paragraph row) {
        return Stream.of(row.term("due"), row.term("rounds"))
                .flatMap(term -> Arrays.stream(term.split(",")))
                .map(String::strip)
                .filter(day -> !day.isEmpty());
    }

    static String objective(Content content) {
        return rows(content, "OBJECTIVE")
                .map(Paragraph::text)
                .findFirst()
                .orElse(content.subject());
    }

    static Guidance guidance(Content content) {
        return new Guidance(
                rows(content, "BACKGROUND").map(Paragraph::text).toList(),
                rows(content, "ARGUMENT")
                        .map(
                                row ->
                                        new Argument(
                                                row.text(),
                                                row.term("counter"),
                                                row.term("rebuttal")))
                        .toList(),
                rows(content, "WRITTEN_MATERIAL").map(Paragraph::text).toList(),
                rows(content, "CONTACT")
                        .findFirst()
                        .map(row -> new Contact(new OfficeCode(row.term("office")), row.text()))
                        .orElse(null));
    }

    static DeliveryTerms delivery(Content content) {
        return rows(content, "DELIVERY")
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

    private static Stream<Paragraph> rows(Content content, String role) {
        return content.paragraphs().stream().filter(row -> row.is(role));
    }
}
