// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.traffic;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chancery.cable.Addressee;
import org.chancery.cable.Addressing;
import org.chancery.cable.Cable;
import org.chancery.cable.Reference;
import org.chancery.directory.Office;
import org.chancery.directory.OfficeCode;
import org.chancery.kernel.Texts;
import org.chancery.policy.Handling;
import org.chancery.policy.Letterhead;
import org.chancery.policy.Precedence;
import org.chancery.policy.Traffic;
import org.chancery.web.Times;
import org.chancery.web.compose.RowTerms;

/// A released cable as plain text, in the words of its letterhead and nothing added: the same for
/// every reader, whatever their language.
final class RawText {

    static final String EXERCISE = "EXERCISE EXERCISE EXERCISE";

    private final Cable cable;
    private final Letterhead words;
    private final Traffic traffic;
    private final Handling handling;
    private final Map<OfficeCode, Office> offices;
    private final StringBuilder text = new StringBuilder();

    private RawText(
            Cable cable, Traffic traffic, Handling handling, Map<OfficeCode, Office> offices) {
        this.cable = cable;
        this.words = traffic.letterhead(cable.content().type());
        this.traffic = traffic;
        this.handling = handling;
        this.offices = offices;
    }

    static String of(
            Cable cable, Traffic traffic, Handling handling, Map<OfficeCode, Office> offices) {
        return new RawText(cable, traffic, handling, offices).write();
    }

    /// The letter of a reference by its place, from 0: `A` to `Z`, then `AA`.
    static String letter(int place) {
        var last = String.valueOf((char) ('A' + place % 26));
        return place < 26 ? last : letter(place / 26 - 1) + last;
    }

    private String write() {
        var content = cable.content();
        var exercise = !content.exercise().isEmpty();
        if (exercise) {
            line(EXERCISE);
            line(content.exercise());
        }
        line(marking());
        line("");
        head();
        line("");
        paragraphs();
        if (!content.signedBy().isEmpty()) {
            line("");
            field("signed", content.signedBy());
        }
        if (exercise) {
            line("");
            line(EXERCISE);
        }
        line(marking());
        return text.toString();
    }

    private String marking() {
        var level = handling.level(cable.label().level()).names();
        var marks = String.join("//", cable.content().captions().stream().sorted().toList());
        var name = level.in(Locale.forLanguageTag(words.language())).toUpperCase(Locale.ROOT);
        return marks.isEmpty() ? name : name + "//" + marks;
    }

    private void head() {
        var content = cable.content();
        field("number", cable.number());
        field("date", dateTimeGroup(cable.releasedAt()));
        field("from", printed(cable.from()));
        addressees("action", Addressing.ACTION);
        addressees("info", Addressing.INFO);
        fieldUnlessEmpty("attention", String.join(", ", content.attention()));
        fieldUnlessEmpty("topics", String.join(", ", content.topics()));
        fieldUnlessEmpty(
                "captions", String.join(", ", content.captions().stream().sorted().toList()));
        authority();
        for (int i = 0; i < content.references().size(); i++) {
            field(i == 0 ? "references" : "", reference(i, content.references().get(i)));
        }
        for (var attachment : content.attachments()) {
            field("attachments", "(" + portion(attachment.mark()) + ") " + attachment.name());
        }
        line("");
        field("subject", "(" + portion(content.subjectMark()) + ") " + content.subject());
    }

    private void addressees(String word, Addressing role) {
        var first = true;
        for (var addressee : cable.addressees()) {
            if (addressee.role() == role) {
                field(first ? word : "", printed(addressee.office()) + " " + precedence(addressee));
                first = false;
            }
        }
    }

    private String precedence(Addressee addressee) {
        return traffic.findPrecedence(addressee.precedence())
                .map(Precedence::code)
                .orElse(addressee.precedence());
    }

    private String printed(OfficeCode code) {
        var office = offices.get(code);
        return office == null || office.plad().isEmpty() ? code.value() : office.plad();
    }

    private void authority() {
        var classification = cable.content().classification();
        var parts =
                List.of(
                        classification.classifiedBy(),
                        classification.reason(),
                        classification.derivedFrom(),
                        classification.declassifyOn());
        var said = parts.stream().filter(part -> !part.isEmpty()).toList();
        if (!said.isEmpty()) {
            field("authority", String.join("; ", said));
        }
    }

    private static String reference(int place, Reference reference) {
        return letter(place) + ". " + reference.number() + (reference.notal() ? " (NOTAL)" : "");
    }

    private void paragraphs() {
        var rows = cable.content().paragraphs();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var number = rows.size() == 1 ? "" : (i + 1) + ". ";
            var heading = row.heading().isEmpty() ? words.heading(row.role()) : row.heading();
            var label = row.label().isEmpty() ? "" : row.label() + " ";
            line(
                    number
                            + "("
                            + portion(row.mark())
                            + ") "
                            + (heading.isEmpty() ? "" : heading + ". ")
                            + label
                            + row.text());
            var terms = RowTerms.of(row, Texts.in(Locale.forLanguageTag(words.language())));
            if (!terms.isEmpty()) {
                line("   " + terms);
            }
        }
    }

    private String portion(String mark) {
        return handling.find(mark).map(Handling.Level::portion).orElse(mark);
    }

    private void fieldUnlessEmpty(String key, String value) {
        if (!value.isEmpty()) {
            field(key, value);
        }
    }

    private void field(String key, String value) {
        var word = key.isEmpty() ? "" : words.word(key).toUpperCase(Locale.ROOT) + ":";
        line("%-14s %s".formatted(word, value));
    }

    private void line(String words) {
        text.append(words.stripTrailing()).append('\n');
    }

    private static String dateTimeGroup(Instant at) {
        return new Times(Texts.english(), java.time.ZoneOffset.UTC, at).dateTimeGroup(at);
    }
}
