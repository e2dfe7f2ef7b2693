// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.util.ArrayList;
import org.chancery.kernel.Texts;

/// A finding as a paragraph of the reporting cable.
final class FindingSentence {

    private FindingSentence() {}

    static String of(NewFinding finding, Texts texts) {
        var lines = new ArrayList<String>();
        switch (finding.kind()) {
            case MEASURE -> lines.add(measure(finding, texts));
            case STATEMENT -> lines.add(statement(finding, texts));
            case STATISTIC -> lines.add(statistic(finding, texts));
            case EVENT -> lines.add(stop(finding.headline() + " (" + date(finding) + ")"));
        }
        if (!finding.summary().isBlank()) {
            lines.add(stop(finding.summary().strip()));
        }
        lines.add(source(finding, texts));
        if (!finding.note().isBlank()) {
            lines.add(stop(finding.note().strip()));
        }
        return String.join(" ", lines);
    }

    private static String measure(NewFinding finding, Texts texts) {
        var sentence =
                new StringBuilder(finding.headline())
                        .append(" (")
                        .append(date(finding))
                        .append(", ")
                        .append(texts.say("finding.stage." + finding.term("stage")))
                        .append(", ")
                        .append(texts.say("finding.direction." + finding.term("direction")));
        if (!finding.term("legalReference").isEmpty()) {
            sentence.append(", ").append(finding.term("legalReference"));
        }
        return stop(sentence.append(")").toString());
    }

    private static String statement(NewFinding finding, Texts texts) {
        var how = finding.term("onRecord").equals("IN_CONFIDENCE") ? "IN_CONFIDENCE" : "ON_RECORD";
        var sentence =
                new StringBuilder(
                        texts.say(
                                "finding.saidBy",
                                finding.term("speaker"),
                                date(finding),
                                texts.say("finding.onRecord." + how)));
        sentence.append(": “").append(finding.term("original")).append("”");
        if (!finding.term("translation").isEmpty()) {
            var by =
                    finding.term("translationBy").equals("OFFICIAL")
                            ? "finding.translated.OFFICIAL"
                            : "finding.translated.OURS";
            sentence.append(" (")
                    .append(texts.say(by))
                    .append(": “")
                    .append(finding.term("translation"))
                    .append("”)");
        }
        return stop(sentence.toString());
    }

    private static String statistic(NewFinding finding, Texts texts) {
        return stop(finding.headline())
                + " "
                + texts.say(
                        "finding.counted",
                        finding.term("value"),
                        finding.term("unit"),
                        finding.term("denominator"),
                        finding.term("population"),
                        finding.term("period"),
                        finding.term("method"));
    }

    private static String source(NewFinding finding, Texts texts) {
        var source = finding.source();
        var words = source.shielded() ? texts.say("finding.sourceMasked") : source.words();
        return texts.say("finding.sourceIs", words);
    }

    private static String date(NewFinding finding) {
        return finding.date().strip();
    }

    private static String stop(String sentence) {
        return sentence.endsWith(".") || sentence.endsWith("?") || sentence.endsWith("!")
                ? sentence
                : sentence + ".";
    }
}
