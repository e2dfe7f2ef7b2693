// SPDX-License-Identifier: Apache-2.0
package org.chancery.brief;

import com.ibm.icu.text.Transliterator;
import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/// Texts as a file can hold them.
final class Words {

    /// Scripts the embedded fonts of the PDF can draw.
    private static final Set<UnicodeScript> DRAWN =
            EnumSet.of(
                    UnicodeScript.LATIN,
                    UnicodeScript.GREEK,
                    UnicodeScript.CYRILLIC,
                    UnicodeScript.ARABIC,
                    UnicodeScript.HEBREW,
                    UnicodeScript.COMMON,
                    UnicodeScript.INHERITED);

    private Words() {}

    /// Without characters that XML forbids; line ends become blanks.
    static String printable(String text) {
        var kept = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == '\n' || c == '\r' || c == '\t' ? ' ' : c)
                .filter(c -> c >= 0x20 && c != 0x7F && c != 0xFFFE && c != 0xFFFF)
                .filter(c -> c < 0xD800 || c > 0xDFFF)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /// What the PDF has no font for is written in Latin letters; the other formats keep it.
    static String drawable(String text) {
        if (text.codePoints().allMatch(Words::drawn)) {
            return text;
        }
        var latin = Transliterator.getInstance("Any-Latin");
        var drawn = new StringBuilder();
        text.codePoints()
                .forEach(
                        c -> {
                            var one = Character.toString(c);
                            drawn.append(drawn(c) ? one : latin.transliterate(one));
                        });
        return drawn.toString();
    }

    private static boolean drawn(int character) {
        return DRAWN.contains(UnicodeScript.of(character));
    }

    /// At most that many characters, with a mark where something is left out.
    static String atMost(String text, int length) {
        if (text.codePointCount(0, text.length()) <= length) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, length - 1)) + "…";
    }
}
