// SPDX-License-Identifier: Apache-2.0
package org.chancery.brief;

import java.util.List;

/// A brief as it is asked for, by form or by API; read and checked by [Briefs].
///
/// @param instruction `I-25-0001`
/// @param government code in either case, empty for the whole picture
/// @param asOf day, empty for today
/// @param knownAt moment or day, empty for now
/// @param level code of the highest level its readers may see, empty for the maker's own
/// @param language `en` or `de`
/// @param parts names of [Part]
/// @param formats endings of [Format]
/// @param comparisons two observations each: `SERIES:PERIOD SERIES:PERIOD`
/// @param sinceLast print what changed since the office's last brief of the same thing
public record BriefOrder(
        String instruction,
        String government,
        String asOf,
        String knownAt,
        String level,
        String language,
        List<String> parts,
        List<String> formats,
        List<String> comparisons,
        boolean sinceLast) {

    public BriefOrder {
        parts = List.copyOf(parts);
        formats = List.copyOf(formats);
        comparisons = comparisons.stream().filter(pair -> !pair.isBlank()).toList();
    }
}
