// SPDX-License-Identifier: Apache-2.0
package org.chancery.policy;

import java.util.Map;
import java.util.Set;

/// The words a cable is printed with: `FM`, `TO`, `SUBJECT`, or `Von`, `An`, `Betreff`. A word the
/// letterhead does not give is printed as its key.
///
/// @param code as in the policy file
/// @param language of its words, BCP 47
/// @param words by key: those of [#KEYS], and `row.SUMMARY` and the like for rows
public record Letterhead(String code, String language, Map<String, String> words) {

    /// Words of the head. `headnote.asks` stands above a cable that asks something of its reader,
    /// `headnote.informs` above every other.
    public static final Set<String> KEYS =
            Set.of(
                    "number",
                    "date",
                    "from",
                    "action",
                    "info",
                    "marking",
                    "authority",
                    "precedence",
                    "topics",
                    "captions",
                    "attention",
                    "references",
                    "subject",
                    "attachments",
                    "signed",
                    "drafted",
                    "headnote.asks",
                    "headnote.informs");

    public Letterhead {
        words = Map.copyOf(words);
    }

    public String word(String key) {
        return words.getOrDefault(key, key);
    }

    /// What stands above the text, `Mit der Bitte um Weisung` or `Zur Unterrichtung`; empty if this
    /// letterhead prints nothing there.
    ///
    /// @param asks the cable asks something of its reader
    public String headNote(boolean asks) {
        return words.getOrDefault(asks ? "headnote.asks" : "headnote.informs", "");
    }

    /// Heading of a row by its role, empty if this letterhead prints none.
    public String heading(String role) {
        return words.getOrDefault("row." + role, "");
    }
}
