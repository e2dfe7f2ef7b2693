// SPDX-License-Identifier: Apache-2.0
package org.chancery.draft;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.access.ReadScope;
import org.chancery.cable.Cable;
import org.chancery.cable.Cables;
import org.chancery.cable.Content;
import org.chancery.cable.Paragraph;
import org.chancery.policy.Handling;
import org.springframework.stereotype.Component;

/// A text that quotes a referenced cable is at least as restrictive as what it quotes: level of the
/// paragraph, captions and declassification of the cable (MSG-021). A paragraph of the other cable,
/// or a sentence of it, counts as quoted if it stands in the draft whatever its case, spaces and
/// punctuation.
@Component
class QuotationRules implements ReleaseCheck {

    /// Letters and digits below which the same words are chance.
    static final int SHORTEST_QUOTE = 40;

    private final Cables cables;
    private final Handling handling;

    QuotationRules(Cables cables, Handling handling) {
        this.cables = cables;
        this.handling = handling;
    }

    /// @param number of the quoted cable, as referred to
    /// @param paragraph its place in that cable, from 1
    /// @param row of the draft that quotes it
    private record Quotation(
            String number, Cable cable, int paragraph, Paragraph quoted, Paragraph row) {}

    @Override
    public List<Check> check(Draft draft, ReadScope reader) {
        var content = draft.content();
        var found = new ArrayList<Check>();
        for (var reference : content.references()) {
            cables.byNumber(reference.number(), reader)
                    .ifPresent(
                            cable ->
                                    quotations(reference.number(), cable, content)
                                            .forEach(q -> found.addAll(check(q, content))));
        }
        return found;
    }

    private static List<Quotation> quotations(String number, Cable cable, Content content) {
        var rows = content.paragraphs().stream().toList();
        var texts = rows.stream().map(row -> reduced(row.text())).toList();
        var quotations = new ArrayList<Quotation>();
        var place = 0;
        for (var quoted : cable.content().paragraphs()) {
            place++;
            var parts = parts(quoted.text());
            for (int i = 0; i < rows.size(); i++) {
                if (parts.stream().anyMatch(texts.get(i)::contains)) {
                    quotations.add(new Quotation(number, cable, place, quoted, rows.get(i)));
                }
            }
        }
        return quotations;
    }

    private List<Check> check(Quotation quotation, Content content) {
        var checks = new ArrayList<Check>();
        var row = quotation.row();
        if (handling.rank(row.mark()) < handling.rank(quotation.quoted().mark())) {
            checks.add(refused(quotation, "mark-" + row.id(), DraftRefusal.QUOTED_LEVEL));
        }
        if (!content.captions().containsAll(quotation.cable().label().captions())) {
            checks.add(refused(quotation, "captions", DraftRefusal.QUOTED_CAPTIONS));
        }
        var until = quotation.cable().content().classification().declassifyOn();
        var classified =
                handling.find(quotation.quoted().mark())
                        .map(Handling.Level::classified)
                        .orElse(false);
        if (classified && endsBefore(content.classification().declassifyOn(), until)) {
            checks.add(refused(quotation, "declassifyOn", DraftRefusal.QUOTED_DECLASSIFY));
        }
        return checks;
    }

    private Check refused(Quotation quotation, String field, DraftRefusal rule) {
        var captions = quotation.cable().label().captions().stream().sorted();
        var marking =
                Stream.concat(Stream.of(portion(quotation.quoted().mark())), captions)
                        .collect(Collectors.joining("//"));
        return Check.blocks(
                        field,
                        rule,
                        quotation.paragraph(),
                        quotation.number(),
                        marking,
                        quotation.cable().content().classification().declassifyOn())
                .on(quotation.row().id());
    }

    private String portion(String mark) {
        return handling.find(mark).map(Handling.Level::portion).orElse(mark);
    }

    /// Whether a text without a date, or with an earlier one, would be free before the other. What
    /// is no date is another rule's (MSG-016).
    private static boolean endsBefore(String own, String until) {
        if (until.isBlank()) {
            return false;
        }
        try {
            return own.isBlank()
                    || LocalDate.parse(own.strip()).isBefore(LocalDate.parse(until.strip()));
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /// The whole text and each of its sentences, reduced, where they are long enough.
    private static List<String> parts(String text) {
        return Stream.concat(Stream.of(text), Arrays.stream(text.split("(?<=[.!?])\\s+")))
                .map(QuotationRules::reduced)
                .filter(part -> part.length() >= SHORTEST_QUOTE)
                .distinct()
                .toList();
    }

    /// Letters and digits alone, in small letters.
    private static String reduced(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
