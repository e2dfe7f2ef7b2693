// SPDX-License-Identifier: Apache-2.0
package org.chancery.press;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The text of an article without what the page put around it. Nothing is lost: every line left out
/// is kept with its reason, and the raw text is kept beside it (PRS-005).
///
/// @param title first line, once, empty if there is no text
/// @param paragraphs lines of the article in order
/// @param removed lines left out, in order
public record ArticleText(String title, List<String> paragraphs, List<Removed> removed) {

    /// A line that carries a sentence of the article has at least this many characters.
    static final int PROSE = 80;

    private static final Pattern SENTENCE = Pattern.compile(".*[.!?…][\"'”“’»)\\]]*");
    private static final Pattern CREDIT =
            Pattern.compile(
                    "(?iu)(bild ?quelle|bildquelle|foto|bild|photo|image|picture|credit|crédit"
                            + "|fuente de imagen)\\b[^:]{0,20}:.*");
    private static final Pattern BYLINE =
            Pattern.compile("(?iu)(autor(in)?|von|by|author|auteur|par|redaktion)\\b ?:.*");
    private static final Pattern ADVERTISING =
            Pattern.compile(
                    "(?iu).*\\b(webinar|newsletter|anzeige|werbung|gutschein|rabatt|abonnieren"
                            + "|advertisement|sponsored|subscribe|sign up|publicité|publicidad"
                            + "|s'abonner|suscríbete)\\b.*");

    /// Why a line is no part of the article.
    public enum Reason {
        /// The headline stands there again.
        HEADLINE_AGAIN,
        /// A line that stood before.
        SAID_BEFORE,
        BYLINE,
        PICTURE_CREDIT,
        ADVERTISING,
        /// What follows the last sentence: topics, names, links, dates.
        AFTER_THE_END
    }

    public record Removed(String line, Reason reason) {}

    public ArticleText {
        paragraphs = List.copyOf(paragraphs);
        removed = List.copyOf(removed);
    }

    /// @param raw as it was taken from the page, lines apart
    public static ArticleText of(String raw) {
        var lines =
                Normalizer.normalize(raw, Normalizer.Form.NFC)
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
        if (lines.isEmpty()) {
            return new ArticleText("", List.of(), List.of());
        }
        var removed = new ArrayList<Removed>();
        var title = once(lines.getFirst(), removed);
        var body = lines.subList(1, lines.size());
        var end = end(body);
        var paragraphs = new ArrayList<String>();
        var seen = new HashSet<String>();
        for (int i = 0; i < body.size(); i++) {
            var line = body.get(i);
            var reason = reason(line, title, i >= end, seen);
            if (reason == null) {
                paragraphs.add(line);
            } else {
                removed.add(new Removed(line, reason));
            }
        }
        return new ArticleText(title, paragraphs, removed);
    }

    /// Pages print the headline for the eye and again for machines, at times in one line.
    private static String once(String line, List<Removed> removed) {
        var half = line.length() / 2;
        var doubled = line.length() % 2 == 0 && line.startsWith(line.substring(half));
        if (doubled && half > 0) {
            removed.add(new Removed(line.substring(half), Reason.HEADLINE_AGAIN));
            return line.substring(0, half);
        }
        return line;
    }

    /// Index after the last sentence of the article: advertising in the second half ends it, and
    /// nothing after the last sentence belongs to it.
    private static int end(List<String> body) {
        var stop = body.size();
        for (int i = body.size() / 4; i < body.size(); i++) {
            if (!prose(body.get(i)) && ADVERTISING.matcher(body.get(i)).matches()) {
                stop = i;
                break;
            }
        }
        for (int i = stop; i > 0; i--) {
            if (prose(body.get(i - 1))) {
                return i;
            }
        }
        return stop;
    }

    private static boolean prose(String line) {
        return line.length() >= PROSE
                && SENTENCE.matcher(line).matches()
                && !CREDIT.matcher(line).matches();
    }

    private static @Nullable Reason reason(
            String line, String title, boolean after, HashSet<String> seen) {
        if (line.equalsIgnoreCase(title)) {
            return Reason.HEADLINE_AGAIN;
        }
        if (CREDIT.matcher(line).matches()) {
            return Reason.PICTURE_CREDIT;
        }
        if (BYLINE.matcher(line).matches()) {
            return Reason.BYLINE;
        }
        if (!prose(line) && ADVERTISING.matcher(line).matches()) {
            return Reason.ADVERTISING;
        }
        if (after) {
            return Reason.AFTER_THE_END;
        }
        return seen.add(line.toLowerCase(Locale.ROOT)) ? null : Reason.SAID_BEFORE;
    }
}
