// SPDX-License-Identifier: Apache-2.0
package org.chancery.brief;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.chancery.directory.GovernmentCode;
import org.chancery.instruction.InstructionId;
import org.jspecify.annotations.Nullable;

/// What decides the data of a brief, all of it: the same filter gives the same bytes (PIC-004).
///
/// @param government null for the whole picture
/// @param knownAt nothing recorded after this moment counts
/// @param level rank of the highest level the brief's readers may see
/// @param parts at least one
public record BriefFilter(
        InstructionId instruction,
        @Nullable GovernmentCode government,
        LocalDate asOf,
        Instant knownAt,
        int level,
        Locale language,
        Set<Part> parts,
        List<Pair> comparisons) {

    public BriefFilter {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a brief has at least one part");
        }
        parts = Collections.unmodifiableSet(EnumSet.copyOf(parts));
        comparisons = List.copyOf(comparisons);
    }

    /// Two observations by name, the first against the second.
    public record Pair(String first, String second) {}

    boolean has(Part part) {
        return parts.contains(part);
    }

    boolean about(GovernmentCode code) {
        return government == null || government.equals(code);
    }
}
