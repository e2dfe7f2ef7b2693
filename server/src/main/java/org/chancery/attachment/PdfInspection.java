// SPDX-License-Identifier: Apache-2.0
package org.chancery.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Looks for what a PDF would do when opened: run scripts, start programs, unpack files.
///
/// Reads every object from its own header, wherever in the file that stands, inside a stream or a
/// string too, because programs find objects by position. Holds no more in memory than the file and
/// one unpacked stream.
final class PdfInspection {

    /// Names in small letters, with the spelling for a person.
    private static final Map<String, String> ACTIVE =
            Map.of(
                    "/javascript", "/JavaScript",
                    "/js", "/JS",
                    "/launch", "/Launch",
                    "/embeddedfile", "/EmbeddedFile",
                    "/embeddedfiles", "/EmbeddedFile",
                    "/richmedia", "/RichMedia",
                    "/xfa", "/XFA");

    private static final Pattern START =
            Pattern.compile("(?<=[\\x00\\t\\n\\f\\r 0-9])obj(?![A-Za-z0-9.+-])|trailer");

    /// Objects lie side by side, so each byte is read about once; a file that makes us read all of it
    /// many times was made to.
    private static final int MOST_PASSES = 20;

    private final Inspection inspection;
    private final String name;
    private final TreeSet<String> active = new TreeSet<>();
    private boolean encrypted;

    PdfInspection(Inspection inspection, String name) {
        this.inspection = inspection;
        this.name = name;
    }

    /// @throws IOException if it has no object, or objects packed in a way that cannot be looked into
    void look(byte[] bytes) throws IOException {
        var packed = readObjects(new String(bytes, ISO_8859_1));
        if (encrypted) {
            inspection.add(AttachmentRefusal.ATTACHMENT_ENCRYPTED, name);
        } else {
            for (var stream : packed) {
                readPacked(bytes, stream);
            }
        }
        if (!active.isEmpty()) {
            inspection.add(
                    AttachmentRefusal.ATTACHMENT_PDF_ACTIVE, name, String.join(", ", active));
        }
    }

    /// @return streams that hold further objects
    private ArrayList<PdfObject> readObjects(String text) throws IOException {
        var packed = new ArrayList<PdfObject>();
        var start = START.matcher(text);
        long read = 0;
        int objects = 0;
        while (start.find()) {
            var object = new PdfObject(text, start.end());
            object.readToItsEnd();
            objects++;
            read += object.at - start.end();
            if (read > (long) text.length() * MOST_PASSES) {
                throw new IOException("objects inside one another");
            }
            if (object.holdsObjects()) {
                packed.add(object);
            }
        }
        if (objects == 0) {
            throw new IOException("a PDF without objects");
        }
        return packed;
    }

    private void readPacked(byte[] bytes, PdfObject stream) throws IOException {
        if (!stream.isPlainlyDeflated()) {
            throw new IOException("objects packed in an uncommon way");
        }
        var objects = new PdfObject(inflate(bytes, stream.at), 0);
        objects.readAll();
    }

    private String inflate(byte[] bytes, int from) throws IOException {
        var unpacked = new ByteArrayOutputStream();
        try (var inflater = new Inflater()) {
            inflater.setInput(bytes, from, bytes.length - from);
            var piece = new byte[8192];
            while (!inflater.finished()) {
                int n = inflater.inflate(piece);
                if (n == 0 && !inflater.finished()) {
                    throw new IOException("objects cut off");
                }
                inspection.unpacked(n);
                unpacked.write(piece, 0, n);
                if (unpacked.size() > inspection.largestInBytes()) {
                    throw new IOException("objects that unpack to more than a whole file may have");
                }
            }
        } catch (DataFormatException e) {
            throw new IOException("objects that do not unpack", e);
        }
        return unpacked.toString(ISO_8859_1);
    }

    /// The tokens from one place on, read once from front to back.
    private final class PdfObject {

        /// Longer names mean nothing to us.
        private static final int LONGEST_NAME = 64;

        private static final String STRING = "()";

        private final String text;
        private int at;
        private int open;
        private String previous = "";
        private boolean markedAsHolder;
        private boolean saysFirst;
        private boolean saysCount;
        private boolean beginsWithFlate;
        private boolean oddFilter;
        private int filters;
        private boolean stream;

        PdfObject(String text, int at) {
            this.text = text;
            this.at = at;
        }

        /// To the keyword that ends it outside of all brackets; inside them such a keyword is skipped
        /// by the programs too.
        void readToItsEnd() {
            while (at < text.length()) {
                var token = next();
                if (open == 0 && ends(token)) {
                    return;
                }
                note(token);
            }
        }

        void readAll() {
            while (at < text.length()) {
                note(next());
            }
        }

        private boolean ends(String token) {
            if (token.startsWith("stream")) {
                stream = true;
                at -= token.length() - "stream".length();
                skipEndOfLine();
                return true;
            }
            return switch (token) {
                case "obj", "endobj", "endstream", "xref", "startxref", "trailer" -> true;
                default -> false;
            };
        }

        private void skipEndOfLine() {
            if (at < text.length() && text.charAt(at) == '\r') {
                at++;
            }
            if (at < text.length() && text.charAt(at) == '\n') {
                at++;
            }
        }

        private void note(String token) {
            var spelling = ACTIVE.get(token);
            if (spelling != null) {
                active.add(spelling);
            }
            encrypted |= token.equals("/encrypt");
            markedAsHolder |= token.equals("/objstm");
            saysFirst |= token.equals("/first");
            saysCount |= token.equals("/n");
            noteFilter(token);
            if (!token.isEmpty() && !token.equals("[")) {
                previous = token;
            }
        }

        private void noteFilter(String token) {
            if (token.equals("/filter")) {
                oddFilter |= beginsWithFlate;
            }
            if (token.endsWith("decode") || token.equals("/crypt")) {
                filters++;
                beginsWithFlate |= previous.equals("/filter") && token.equals("/flatedecode");
            } else if (previous.equals("/flatedecode") && !token.isEmpty()) {
                oddFilter |= !token.startsWith("/") && !token.equals("]") && !token.equals(">>");
            }
            oddFilter |= token.equals("/predictor");
        }

        /// Not only by its type, because some programs do not ask for it.
        boolean holdsObjects() {
            return stream && (markedAsHolder || saysFirst && saysCount);
        }

        /// One filter, named in place, and nothing done to the bytes besides.
        boolean isPlainlyDeflated() {
            return beginsWithFlate && filters == 1 && !oddFilter;
        }

        /// A name with its slash, unescaped and in small letters; a word; a bracket; `()` for any
        /// string; or empty for space and comments.
        private String next() {
            char c = text.charAt(at);
            if (c == '%') {
                at = endOfLine();
                return "";
            }
            if (c == '(') {
                at = endOfString();
                return STRING;
            }
            if (c == '/') {
                return name();
            }
            if (isRegular(c)) {
                return word();
            }
            at++;
            return c == '<' || c == '>' ? angle(c) : bracket(c);
        }

        private int endOfLine() {
            int end = at;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            return end;
        }

        private int endOfString() {
            int depth = 0;
            for (int end = at; end < text.length(); end++) {
                char c = text.charAt(end);
                if (c == '\\') {
                    end++;
                } else if (c == '(') {
                    depth++;
                } else if (c == ')' && --depth == 0) {
                    return end + 1;
                }
            }
            return text.length();
        }

        private String name() {
            var name = new StringBuilder("/");
            at++;
            while (at < text.length() && isRegular(text.charAt(at))) {
                char c = text.charAt(at++);
                if (c == '#' && at + 2 <= text.length() && isHex(at) && isHex(at + 1)) {
                    c = (char) Integer.parseInt(text, at, at + 2, 16);
                    at += 2;
                }
                if (name.length() < LONGEST_NAME) {
                    name.append(c);
                }
            }
            return name.toString().toLowerCase(Locale.ROOT);
        }

        private boolean isHex(int position) {
            return Character.digit(text.charAt(position), 16) >= 0;
        }

        private String word() {
            int from = at;
            while (at < text.length() && isRegular(text.charAt(at))) {
                at++;
            }
            return text.substring(from, at);
        }

        private String angle(char c) {
            boolean twice = at < text.length() && text.charAt(at) == c;
            if (twice) {
                at++;
                open = c == '<' ? open + 1 : Math.max(0, open - 1);
                return c == '<' ? "<<" : ">>";
            }
            if (c == '<') {
                int end = text.indexOf('>', at);
                at = end < 0 ? text.length() : end + 1;
            }
            return STRING;
        }

        private String bracket(char c) {
            return switch (c) {
                case '[' -> {
                    open++;
                    yield "[";
                }
                case ']' -> {
                    open = Math.max(0, open - 1);
                    yield "]";
                }
                default -> "";
            };
        }

        private static boolean isRegular(char c) {
            return " \t\n\f\r\0()<>[]{}/%".indexOf(c) < 0;
        }
    }
}
