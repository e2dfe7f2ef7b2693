// SPDX-License-Identifier: Apache-2.0
package org.chancery.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Looks into a mail (RFC 5322, RFC 2045): the files it carries are inspected like those of an
/// archive. What two mail programs could understand differently is refused. Every kind of line end
/// counts as one; bytes that are not written as text do not survive that and are refused as damaged.
final class MailInspection {

    private static final int DEEPEST = 2;
    private static final int MOST_LEVELS = 6;

    private static final Pattern HEAD_END = Pattern.compile("\\A\\n|\\n\\n|\\z");
    private static final Pattern TYPE = Pattern.compile("[a-z0-9.+-]+/[a-z0-9.+_-]+");
    private static final Pattern OWN_WORDS =
            Pattern.compile(
                    "text/.*|message/(?:delivery-status|disposition-notification|feedback-report)");
    private static final Pattern BOUNDARY =
            Pattern.compile("(?i);\\s*boundary\\s*=\\s*(?:\"([^\"]+)\"|([^;\\s\"]+))");
    private static final Pattern NAME =
            Pattern.compile(
                    "(?i);\\s*((?:file)?name)(\\*\\d+)?(\\*)?\\s*="
                            + "\\s*(?:\"((?:[^\"\\\\]|\\\\.){0,1000})\"|([^;\\s]*))");
    private static final Pattern ENCODED_WORD =
            Pattern.compile("=\\?([^?*]+)(?:\\*[^?]*)?\\?([BbQq])\\?([^?]*)\\?=");

    private final Inspection inspection;
    private final String name;
    private final int depth;

    /// @param name path of the mail
    /// @param depth archives and mails around it
    MailInspection(Inspection inspection, String name, int depth) {
        this.inspection = inspection;
        this.name = name;
        this.depth = depth;
    }

    /// @throws IOException if its structure cannot be read in one way only
    void look(byte[] bytes) throws IOException {
        if (depth >= DEEPEST) {
            inspection.add(AttachmentRefusal.ATTACHMENT_NESTED_TOO_DEEP, name);
            return;
        }
        try {
            var text = new String(bytes, ISO_8859_1);
            lookAtPart(text.replace("\r\n", "\n").replace('\r', '\n'), 0);
        } catch (IllegalArgumentException e) {
            throw new IOException("an encoding that does not hold", e);
        }
    }

    private void lookAtPart(String text, int level) throws IOException {
        inspection.packed(1);
        if (level > MOST_LEVELS) {
            throw new IOException("parts in parts over " + MOST_LEVELS);
        }
        var end = HEAD_END.matcher(text);
        if (!end.find()) {
            throw new IOException("a part without end");
        }
        var head = fields(text.substring(0, end.start()));
        var body = text.substring(end.end());
        var type = head.getOrDefault("content-type", "text/plain");
        var plainType = type.replaceFirst(";(?s:.*)", "").strip().toLowerCase(Locale.ROOT);
        if (!TYPE.matcher(plainType).matches()) {
            throw new IOException("not a type: " + plainType);
        }
        if (plainType.startsWith("multipart/")) {
            for (var part : parts(type, body)) {
                lookAtPart(part, level + 1);
            }
        } else {
            lookAtFile(plainType, head, body);
        }
    }

    /// Fields by name in small letters. Of the fields that say what a part is there may be only one.
    private static Map<String, String> fields(String head) throws IOException {
        var fields = new LinkedHashMap<String, String>();
        for (var line : head.replaceAll("\\n[ \\t]+", " ").split("\\n")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                var field = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                var before = fields.put(field, line.substring(colon + 1).strip());
                if (before != null && field.startsWith("content-")) {
                    throw new IOException(field + " twice");
                }
            }
        }
        return fields;
    }

    /// Everything after the first boundary, what follows the last one too.
    private static List<String> parts(String type, String body) throws IOException {
        var boundary = BOUNDARY.matcher(type);
        if (!boundary.find()) {
            throw new IOException("several parts without a boundary");
        }
        var text = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
        var line = Pattern.compile("(?dm)^--" + Pattern.quote(text) + "(?:--)?[ \\t]*(?:\\n|\\z)");
        var parts = new ArrayList<>(List.of(line.split(body, -1)));
        if (parts.size() < 2) {
            throw new IOException("several parts, but none is there");
        }
        return parts.subList(1, parts.size());
    }

    private void lookAtFile(String type, Map<String, String> head, String body) throws IOException {
        var disposition = head.getOrDefault("content-disposition", "");
        var names = names(";" + disposition + ";" + head.getOrDefault("content-type", ""));
        var ownWords =
                OWN_WORDS.matcher(type).matches()
                        && names.isEmpty()
                        && !disposition.toLowerCase(Locale.ROOT).startsWith("attachment");
        var bytes = decode(head.getOrDefault("content-transfer-encoding", ""), body);
        inspection.unpacked(bytes.length);
        if (ownWords || bytes.length == 0) {
            return;
        }
        if (names.isEmpty()) {
            names.add("part" + MediaTypes.ending(type));
        }
        // Where the names differ, nobody knows under which one it will be saved.
        for (var each : names) {
            inspection.look(Inspection.path(name, each), bytes, depth + 1);
        }
    }

    private static byte[] decode(String encoding, String body) throws IOException {
        return switch (encoding.toLowerCase(Locale.ROOT)) {
            case "", "7bit", "8bit", "binary" -> body.getBytes(ISO_8859_1);
            case "base64" -> Base64.getMimeDecoder().decode(body);
            case "quoted-printable" -> unquote(body.replaceAll("=[ \\t]*\\n", ""), '=');
            default -> throw new IOException("encoded as " + encoding);
        };
    }

    /// Bytes written as a sign and two hexadecimal digits.
    private static byte[] unquote(String text, char sign) {
        return Pattern.compile(sign + "([0-9A-Fa-f]{2})")
                .matcher(text)
                .replaceAll(
                        hex ->
                                Matcher.quoteReplacement(
                                        String.valueOf((char) Integer.parseInt(hex.group(1), 16))))
                .getBytes(ISO_8859_1);
    }

    /// Every name a part gives for its file, in each of the ways it gives one (RFC 2231, RFC 2047).
    private static TreeSet<String> names(String parameters) {
        var raw = new LinkedHashMap<String, String>();
        var match = NAME.matcher(parameters);
        while (match.find()) {
            var way = match.group(2) != null ? "*0" : match.group(3) != null ? "*" : "";
            var value = match.group(4) == null ? match.group(5) : match.group(4);
            var text = match.group(3) == null ? value : ofPercents(value, match.group(2));
            raw.merge(match.group(1).toLowerCase(Locale.ROOT) + way, text, String::concat);
        }
        var names = new TreeSet<String>();
        for (var value : raw.values()) {
            var name = ofEncodedWords(value).replaceAll("[\\p{Cntrl}\\\\/]+", "_").strip();
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
        return names;
    }

    /// `UTF-8''Stra%C3%9Fe.pdf`; a later piece has no charset before it.
    private static String ofPercents(String value, @Nullable String piece) {
        var first = piece == null || piece.equals("*0");
        var parts = value.split("'", 3);
        return first && parts.length == 3
                ? new String(unquote(parts[2], '%'), Charset.forName(parts[0]))
                : new String(unquote(value, '%'), UTF_8);
    }

    private static String ofEncodedWords(String value) {
        return ENCODED_WORD
                .matcher(value.replaceAll("\\?=\\s+=\\?", "?==?"))
                .replaceAll(word -> Matcher.quoteReplacement(ofEncodedWord(word)));
    }

    private static String ofEncodedWord(MatchResult word) {
        var bytes =
                word.group(2).equalsIgnoreCase("B")
                        ? Base64.getMimeDecoder().decode(word.group(3))
                        : unquote(word.group(3).replace('_', ' '), '=');
        return new String(bytes, Charset.forName(word.group(1)));
    }
}
