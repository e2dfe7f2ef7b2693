// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.compose;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.chancery.cable.Paragraph;
import org.chancery.instruction.TalkingPoint;
import org.chancery.kernel.Texts;

/// What a row of an instruction says besides its text, in words, one after the other: for whom a
/// point is, when a requirement is due, how high to deliver.
public final class RowTerms {

    private final Paragraph row;
    private final Texts texts;
    private final List<String> words = new ArrayList<>();

    private RowTerms(Paragraph row, Texts texts) {
        this.row = row;
        this.texts = texts;
    }

    /// Empty for a row that says nothing more.
    public static String of(Paragraph row, Texts texts) {
        return String.join("; ", lines(row, texts));
    }

    /// One line for each thing said.
    static List<String> lines(Paragraph row, Texts texts) {
        var terms = new RowTerms(row, texts);
        switch (row.role()) {
            case "POINT" -> terms.point();
            case "REQUIREMENT" -> terms.requirement();
            case "DELIVERY" -> terms.delivery();
            case "ARGUMENT" -> {
                terms.given("counter", "cable.terms.counter");
                terms.given("rebuttal", "cable.terms.rebuttal");
            }
            case "CONTACT" -> terms.given("office", "cable.terms.office");
            default -> {}
        }
        return List.copyOf(terms.words);
    }

    private void point() {
        if (!row.term("scope").isEmpty() && !row.term("scope").equals(TalkingPoint.FOR_ALL)) {
            words.add(texts.say("cable.only", row.term("scope")));
        }
        if (row.term("raise").equals("IF_RAISED")) {
            words.add(texts.say("cable.compose.ifRaised"));
        }
        if (row.term("oralOnly").equals("true")) {
            words.add(texts.say("cable.compose.oralOnly"));
        }
        if (row.term("mayLeave").equals("true")) {
            words.add(texts.say("cable.compose.mayLeave"));
        }
    }

    private void requirement() {
        if (!row.term("form").isEmpty()) {
            words.add(texts.say("instruction.form." + row.term("form")));
        }
        days("due", "cable.dueOn");
        days("rounds", "cable.dueOn");
        if (!row.term("recurring").isEmpty()) {
            words.add(texts.say("instruction.recurrence." + row.term("recurring")));
        }
        days("until", "cable.terms.until");
        if (row.term("nilReport").equals("REQUIRED")) {
            words.add(texts.say("cable.compose.nilYes"));
        }
        given("changes", "cable.terms.changes");
    }

    private void delivery() {
        if (!row.term("level").isEmpty()) {
            words.add(texts.say("instruction.level." + row.term("level")));
        }
        days("notBefore", "cable.terms.notBefore");
        days("notAfter", "cable.terms.notAfter");
        given("partners", "cable.terms.partners");
    }

    /// Days as people write them; what is no day stays as it was written.
    private void days(String term, String text) {
        var written =
                Arrays.stream(row.term(term).split(","))
                        .map(String::strip)
                        .filter(day -> !day.isEmpty())
                        .map(this::day)
                        .collect(Collectors.joining("; "));
        if (!written.isEmpty()) {
            words.add(texts.say(text, written));
        }
    }

    private String day(String written) {
        try {
            return DateTimeFormatter.ofPattern(texts.say("times.day"), texts.locale())
                    .format(LocalDate.parse(written));
        } catch (DateTimeParseException notADay) {
            return written;
        }
    }

    private void given(String term, String text) {
        if (!row.term(term).isEmpty()) {
            words.add(texts.say(text, row.term(term)));
        }
    }
}
