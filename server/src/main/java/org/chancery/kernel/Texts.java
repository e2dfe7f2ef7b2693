// SPDX-License-Identifier: Apache-2.0
package org.chancery.kernel;

import com.ibm.icu.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.concurrent.ConcurrentHashMap;

/// All words of the interface in one language, by key. Patterns are ICU messages, so plurals and
/// numbers follow the language. A missing key is our fault and fails loudly.
///
/// Bundles: `messages/<area>_<language>.properties`, one area per group of screens.
public final class Texts {

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);
    private static final Map<Locale, Texts> LOADED = new ConcurrentHashMap<>();

    private final Locale locale;
    private final Map<String, String> patterns;
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    private Texts(Locale locale, Map<String, String> patterns) {
        this.locale = locale;
        this.patterns = patterns;
    }

    public static Texts english() {
        return in(Locale.ENGLISH);
    }

    /// The language of the locale, or English where there is no bundle for it.
    public static Texts in(Locale locale) {
        var language =
                LANGUAGES.stream()
                        .filter(known -> known.getLanguage().equals(locale.getLanguage()))
                        .findFirst()
                        .orElse(Locale.ENGLISH);
        return LOADED.computeIfAbsent(language, l -> new Texts(l, MessageBundles.read(l)));
    }

    public static List<Locale> languages() {
        return LANGUAGES;
    }

    public Locale locale() {
        return locale;
    }

    public boolean has(String key) {
        return patterns.containsKey(key);
    }

    public Map<String, String> patterns() {
        return patterns;
    }

    /// @throws MissingResourceException if no bundle has the key
    public String say(String key, Object... arguments) {
        var pattern = patterns.get(key);
        if (pattern == null) {
            throw new MissingResourceException(
                    "No text for " + key + " in " + locale, "messages", key);
        }
        if (arguments.length == 0) {
            return pattern.indexOf('\'') < 0 ? pattern : pattern.replace("''", "'");
        }
        var format = formats.computeIfAbsent(key, k -> new MessageFormat(pattern, locale));
        synchronized (format) {
            return format.format(arguments);
        }
    }

    public String detail(Problem problem) {
        return ofProblem(problem, ".detail");
    }

    public String mend(Problem problem) {
        return ofProblem(problem, ".mend");
    }

    private String ofProblem(Problem problem, String part) {
        return say("refusal." + problem.code().name() + part, problem.arguments().toArray());
    }
}
