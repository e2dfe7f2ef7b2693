// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.brief;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.chancery.brief.BriefOrder;
import org.chancery.brief.Format;
import org.chancery.brief.Part;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// The form of a brief as it was filled in; an address with nothing but a government is the form
/// with everything else at its default.
///
/// @param government code in small letters as in addresses, empty for the whole picture
/// @param compare pairs of numbers, one a line
public record BriefForm(
        String instruction,
        String government,
        String asOf,
        String knownAt,
        String level,
        String language,
        List<Part> parts,
        List<Format> formats,
        String compare,
        boolean sinceLast) {

    private static final List<Part> USUAL =
            List.of(
                    Part.STATE,
                    Part.POSITIONS,
                    Part.COVERAGE,
                    Part.MEASURES,
                    Part.STATEMENTS,
                    Part.CLAIMS);

    public BriefForm {
        parts = List.copyOf(parts);
        formats = List.copyOf(formats);
    }

    /// @param instruction taken where none is named
    static BriefForm of(MultiValueMap<String, String> sent, String instruction, String language) {
        var filled = sent.containsKey("filled");
        return new BriefForm(
                given(sent, "instruction", instruction),
                given(sent, "for", ""),
                given(sent, "as-of", ""),
                given(sent, "known-at", ""),
                given(sent, "level", ""),
                given(sent, "language", language),
                filled ? chosen(Part.values(), sent.get("parts")) : USUAL,
                filled ? chosen(Format.values(), sent.get("formats")) : List.of(Format.PDF),
                given(sent, "compare", ""),
                sent.containsKey("since-last"));
    }

    private static String given(
            MultiValueMap<String, String> sent, String field, String otherwise) {
        var value = sent.getFirst(field);
        return value == null || value.isBlank() ? otherwise : value.strip();
    }

    private static <E extends Enum<E>> List<E> chosen(E[] all, @Nullable List<String> names) {
        return names == null
                ? List.of()
                : Arrays.stream(all).filter(value -> names.contains(value.name())).toList();
    }

    BriefOrder order() {
        return new BriefOrder(
                instruction,
                government,
                asOf,
                knownAt,
                level,
                language,
                parts.stream().map(Part::name).toList(),
                formats.stream().map(Format::name).toList(),
                Stream.of(compare.split("\\R")).filter(line -> !line.isBlank()).toList(),
                sinceLast);
    }

    public boolean isFor(String code) {
        return government.toUpperCase(Locale.ROOT).equals(code);
    }
}
