// SPDX-License-Identifier: Apache-2.0
package org.chancery.web;

import java.util.ArrayList;
import java.util.List;
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
        return String.join("; ", terms.words);
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
        given("due", "cable.dueOn");
        if (!row.term("rounds").isEmpty()) {
            words.add(texts.say("cable.dueOn", row.term("rounds").replaceAll("\\s*,\\s*", ", ")));
        }
        if (!row.term("recurring").isEmpty()) {
            words.add(texts.say("instruction.recurrence." + row.term("recurring")));
        }
        given("until", "cable.terms.until");
        if (row.term("nilReport").equals("REQUIRED")) {
            words.add(texts.say("cable.compose.nilYes"));
        }
        given("changes", "cable.terms.changes");
    }

    private void delivery() {
        if (!row.term("level").isEmpty()) {
            words.add(texts.say("instruction.level." + row.term("level")));
        }
        given("notBefore", "cable.terms.notBefore");
        given("notAfter", "cable.terms.notAfter");
        given("partners", "cable.terms.partners");
    }

    private void given(String term, String text) {
        if (!row.term(term).isEmpty()) {
            words.add(texts.say(text, row.term(term)));
        }
    }
}
