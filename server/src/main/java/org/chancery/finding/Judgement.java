// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Words of judgement in a text that is to say facts (RPT-002). The words of each language are data:
/// `finding/judgement-words.txt`. What stands in quotation marks is somebody else's.
final class Judgement {

    private static final Pattern QUOTED =
            Pattern.compile("“[^”]*”|„[^“]*“|«[^»]*»|»[^«]*«|\"[^\"]*\"");
    private static final Pattern WORDS = words();

    private Judgement() {}

    /// The words found, in reading order, each once.
    static List<String> in(String text) {
        var own = QUOTED.matcher(text).replaceAll(quote -> " ".repeat(quote.group().length()));
        return WORDS.matcher(own).results().map(MatchResult::group).distinct().toList();
    }

    private static Pattern words() {
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        Judgement.class.getResourceAsStream(
                                                "/finding/judgement-words.txt")),
                                StandardCharsets.UTF_8))) {
            var all =
                    lines.lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                            .map(Pattern::quote)
                            .collect(Collectors.joining("|"));
            return Pattern.compile(
                    "(?<![\\p{L}-])(?:" + all + ")(?![\\p{L}-])",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        } catch (IOException e) {
            throw new UncheckedIOException("reading the words of judgement", e);
        }
    }
}
