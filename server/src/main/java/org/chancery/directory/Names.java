// SPDX-License-Identifier: Apache-2.0
package org.chancery.directory;

import java.util.Locale;
import java.util.Map;

/// A name in several languages.
///
/// @param byLanguage language code to name, with at least `en`
public record Names(Map<String, String> byLanguage) {

    public Names {
        byLanguage = Map.copyOf(byLanguage);
        if (!byLanguage.containsKey("en")) {
            throw new IllegalArgumentException("a name needs its English form: " + byLanguage);
        }
    }

    public static Names of(String english, String german) {
        return new Names(Map.of("en", english, "de", german));
    }

    /// In the language of the reader, else in English.
    public String in(Locale locale) {
        var name = byLanguage.get(locale.getLanguage());
        return name == null ? english() : name;
    }

    public String english() {
        return byLanguage.getOrDefault("en", "");
    }
}
