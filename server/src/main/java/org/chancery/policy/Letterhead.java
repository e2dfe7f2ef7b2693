// SPDX-License-Identifier: Apache-2.0
package org.chancery.policy;

import java.util.Map;

/// The words a cable is printed with: `FM`, `TO`, `SUBJECT`, or `Von`, `An`, `Betreff`. A word the
/// letterhead does not give is printed as its key.
///
/// @param code as in the policy file
/// @param language of its words, BCP 47
/// @param words by key: `from`, `action`, `info`, `date`, `topics`, `references`, `subject`,
///   `marking`, `number`, `signed`, and `row.SUMMARY` and the like for rows
public record Letterhead(String code, String language, Map<String, String> words) {

    public Letterhead {
        words = Map.copyOf(words);
    }

    public String word(String key) {
        return words.getOrDefault(key, key);
    }

    /// Heading of a row by its role, empty if this letterhead prints none.
    public String heading(String role) {
        return words.getOrDefault("row." + role, "");
    }
}
