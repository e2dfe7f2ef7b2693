// SPDX-License-Identifier: Apache-2.0
package org.chancery.engagement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.cable.Mrn;
import org.chancery.instruction.Ask;
import org.chancery.instruction.Instruction;
import org.chancery.instruction.ReportingRequirement;
import org.chancery.instruction.TalkingPoint;
import org.chancery.policy.Handling;
import org.springframework.stereotype.Component;

/// The text of a paper that is left with a host: what may be left, without markings and internal
/// numbers (DEM-003).
@Component
class LeftPaper {

    private static final Pattern NUMBER =
            Pattern.compile("\\b(?:\\d{2}|\\d{4}) [A-Z][A-Z0-9 -]{1,22}? \\d{1,6}\\b");
    private static final Pattern INSTRUCTION = Pattern.compile("\\bI-(?:\\d{2}|\\d{4})-\\d{4,}\\b");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?;:])\\s+|\\R+");

    /// Shorter pieces occur in any text.
    private static final int FEWEST_WORDS = 4;

    private final Handling handling;

    LeftPaper(Handling handling) {
        this.handling = handling;
    }

    /// One paragraph for each point that was made and may be left, in the words used.
    String compose(Instruction instruction, List<TalkingPoint> points, List<PointDelivery> made) {
        var wordings = new HashMap<String, String>();
        for (var delivery : made) {
            switch (delivery.how()) {
                case RAISED -> wordings.put(delivery.point(), "");
                case ADAPTED -> wordings.put(delivery.point(), delivery.text());
                case OMITTED -> {}
            }
        }
        return points.stream()
                .filter(point -> point.mayLeave() && !point.oralOnly())
                .filter(point -> wordings.containsKey(point.label()))
                .map(
                        point -> {
                            var wording = wordings.getOrDefault(point.label(), "");
                            return stripped(
                                    wording.isEmpty() ? point.text() : wording, instruction);
                        })
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private String stripped(String text, Instruction instruction) {
        var bare = text;
        for (var mark : marks(text, instruction)) {
            bare = bare.replace(mark, " ");
        }
        return bare.replaceAll("\\(\\s*\\)|\\[\\s*]", " ")
                .replaceAll("^[\\s.:,-]+", "")
                .replaceAll("[ \\t]+", " ")
                .replaceAll(" (?=[.,;:])", "")
                .strip();
    }

    /// Portion marks, levels and captions, numbers of cables and instructions, labels of rows.
    List<String> marks(String text, Instruction instruction) {
        var found = new ArrayList<String>();
        for (var level : handling.levels()) {
            find(text, Pattern.compile("\\(" + Pattern.quote(level.portion()) + "\\)"), found);
        }
        NUMBER.matcher(text)
                .results()
                .map(match -> match.group())
                .filter(number -> Mrn.find(number).isPresent() && !isDate(number))
                .forEach(found::add);
        find(text, INSTRUCTION, found);
        words(instruction)
                .forEach(
                        word ->
                                find(
                                        text,
                                        Pattern.compile("\\b" + Pattern.quote(word) + "\\b"),
                                        found));
        return found.stream().distinct().toList();
    }

    /// `12 NOV 2025` is a day, and no office is called by a month.
    private static boolean isDate(String number) {
        var middle = number.replaceAll("[\\d ]", "");
        return Arrays.stream(java.time.Month.values())
                .map(Enum::name)
                .anyMatch(month -> middle.length() >= 3 && month.startsWith(middle));
    }

    private Stream<String> words(Instruction instruction) {
        return Stream.of(
                        handling.levels().stream().map(Handling.Level::code),
                        handling.captions().stream().map(Handling.Caption::code),
                        instruction.points().stream().map(TalkingPoint::label),
                        instruction.asks().stream().map(Ask::label),
                        instruction.requirements().stream().map(ReportingRequirement::label))
                .flatMap(words -> words)
                .filter(word -> word.length() > 1);
    }

    private static void find(String text, Pattern pattern, List<String> into) {
        pattern.matcher(text).results().map(match -> match.group()).forEach(into::add);
    }

    /// A whole sentence of the point stands in the text, whatever its case, marks and breaks.
    static boolean quotes(String text, TalkingPoint point) {
        var paper = plain(text);
        return SENTENCE_END
                .splitAsStream(point.text())
                .map(LeftPaper::plain)
                .filter(sentence -> sentence.strip().split(" ").length >= FEWEST_WORDS)
                .anyMatch(paper::contains);
    }

    private static String plain(String text) {
        return " "
                + text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip()
                + " ";
    }
}
