// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.chancery.instruction.Ask;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.LanguageTag;
import org.chancery.kernel.Problems;
import org.chancery.kernel.ReducedDate;

/// What must hold of one finding of a report.
///
/// @param at start of the names of its inputs: `f0-`
record FindingRules(NewFinding finding, String at, Problems problems) {

    /// Steps of the scale on which a statement may place its government, in its order.
    static final List<String> STANCES =
            List.of("SUPPORTS", "LEANS_SUPPORT", "NON_COMMITTAL", "LEANS_OPPOSE", "OPPOSES");

    /// Units that do not count persons: shares, rates, money, time.
    private static final Pattern NO_COUNT =
            Pattern.compile(
                    "(?iu).*(?:%|percent|per cent|prozent|pour cent|por ciento|per cento|rate\\b|quote\\b"
                            + "|\\bper\\b|\\bpro\\b|\\bpar\\b|\\bje\\b|euro|\\beur\\b|\\busd\\b|dollar|pound"
                            + "|million|billion|thousand|tausend|year|jahr|month|monat|week|woche|\\bday"
                            + "|\\btag|hour|stunde|index|\\bkm\\b|ratio|share|anteil).*");

    void check(ReportRules.Ground ground) {
        problems.require(
                !finding.title().isBlank() || finding.kind() == FindingKind.STATEMENT,
                at + "title",
                FindingRefusal.TITLE_MISSING);
        problems.require(!finding.date().isBlank(), at + "date", FindingRefusal.DATE_MISSING);
        if (!finding.date().isBlank()) {
            problems.attempt(at + "date", () -> ReducedDate.parse(finding.date().strip()));
        }
        var asks = ground.instruction().asks().stream().map(Ask::label).toList();
        oneOf("ask", finding.ask(), asks);
        source(ground);
        terms();
        if (finding.kind() == FindingKind.STATISTIC) {
            smallCount(ground.smallestCount());
        }
        judgement();
    }

    private void source(ReportRules.Ground ground) {
        var source = finding.source();
        problems.require(!source.blank(), at + "sourceUri", FindingRefusal.SOURCE_MISSING);
        problems.attempt(
                at + "sourceUri",
                () -> new Source(source.title(), source.uri().strip(), source.date()));
        oneOf("sourceKind", source.kind(), names(Source.Kind.values()));
        for (var code : source.readers()) {
            oneOf("sourceReaders", code, List.copyOf(ground.offices()));
        }
        oneOf("confidence", finding.confidence(), names(Confidence.values()));
        problems.require(
                !(finding.confidence().equals("HIGH") && source.kind().equals("PRESS")),
                at + "confidence",
                FindingRefusal.PRESS_CAPS_CONFIDENCE);
        problems.require(
                !finding.confidence().equals("LOW") || !finding.note().isBlank(),
                at + "note",
                FindingRefusal.CONFIDENCE_REASON_MISSING);
    }

    private void terms() {
        for (var term : finding.terms().keySet()) {
            problems.require(
                    finding.kind().has(term),
                    at + term,
                    KernelRefusal.VALUE_UNKNOWN,
                    term,
                    finding.kind().required().toString());
        }
        for (var term : finding.kind().required()) {
            problems.require(
                    !finding.term(term).isEmpty(),
                    at + term,
                    term.equals("denominator")
                            ? FindingRefusal.DENOMINATOR_MISSING
                            : FindingRefusal.TERM_MISSING,
                    term);
        }
        switch (finding.kind()) {
            case MEASURE -> {
                oneOf("stage", finding.term("stage"), names(Stage.values()));
                oneOf("direction", finding.term("direction"), names(Direction.values()));
            }
            case STATEMENT -> {
                oneOf("stance", finding.term("stance"), STANCES);
                oneOf("translationBy", finding.term("translationBy"), List.of("OURS", "OFFICIAL"));
                oneOf("onRecord", finding.term("onRecord"), List.of("ON_RECORD", "IN_CONFIDENCE"));
                if (!finding.term("language").isEmpty()) {
                    problems.attempt(
                            at + "language", () -> new LanguageTag(finding.term("language")));
                }
            }
            case STATISTIC, EVENT -> {}
        }
    }

    /// A small count points at persons; a share or an amount does not (RPT-003).
    private void smallCount(int smallest) {
        var value = finding.term("value").replaceAll("[\\s'’]", "");
        if (value.matches("\\d{1,9}") && !NO_COUNT.matcher(finding.term("unit")).matches()) {
            var count = new BigDecimal(value);
            problems.require(
                    count.signum() == 0 || count.intValue() >= smallest,
                    at + "value",
                    FindingRefusal.COUNT_TOO_SMALL,
                    smallest);
        }
    }

    private void judgement() {
        if (finding.quoted()) {
            return;
        }
        for (var field : judged()) {
            var words = Judgement.in(field.equals("title") ? finding.title() : finding.summary());
            problems.require(
                    words.isEmpty(),
                    at + field,
                    FindingRefusal.JUDGEMENT_IN_FACT,
                    String.join(", ", words));
        }
    }

    private static List<String> judged() {
        return List.of("title", "summary");
    }

    /// Empty says nothing; whether it may be empty is asked elsewhere.
    private void oneOf(String field, String value, List<String> vocabulary) {
        problems.require(
                value.isEmpty() || vocabulary.contains(value),
                at + field,
                KernelRefusal.VALUE_UNKNOWN,
                value,
                String.join(", ", vocabulary));
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).<String>map(Enum::name).toList();
    }
}
