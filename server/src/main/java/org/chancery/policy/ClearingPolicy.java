// SPDX-License-Identifier: Apache-2.0
package org.chancery.policy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.chancery.directory.OfficeCode;
import org.jspecify.annotations.Nullable;

/// Who clears what, and what a change of the text undoes.
///
/// @param instructions offices that clear every cable of headquarters that asks something of posts
/// @param regionalBureaus the regional bureau of each tasked post clears (CLR-002)
/// @param countryOffices the country office of each addressee clears (CLR-002)
/// @param operations clears cables to a collective of all posts and action to posts on minimise;
///   null if the organisation has no such office
/// @param shortestSilence shortest period of a silence procedure (CLR-006)
/// @param editorial changes that do not void what was given (CLR-003)
public record ClearingPolicy(
        List<OfficeCode> instructions,
        boolean regionalBureaus,
        boolean countryOffices,
        @Nullable OfficeCode operations,
        Duration shortestSilence,
        Set<Editorial> editorial) {

    /// What a change may touch without being one of substance.
    public enum Editorial {
        WHITE_SPACE,
        PUNCTUATION,
        LETTER_CASE
    }

    public ClearingPolicy {
        instructions = List.copyOf(instructions);
        editorial = Set.copyOf(editorial);
    }

    /// The text without what an editorial change may touch: two texts that reduce to the same are
    /// the same in substance.
    public String substance(String text) {
        var reduced = text;
        if (editorial.contains(Editorial.PUNCTUATION)) {
            reduced = reduced.replaceAll("\\p{Punct}|[‘’“”„–—…]", "");
        }
        if (editorial.contains(Editorial.WHITE_SPACE)) {
            reduced = reduced.replaceAll("\\s+", " ").strip();
        }
        return editorial.contains(Editorial.LETTER_CASE)
                ? reduced.toLowerCase(java.util.Locale.ROOT)
                : reduced;
    }
}
