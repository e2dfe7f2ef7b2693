// SPDX-License-Identifier: Apache-2.0
package org.chancery.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chancery.directory.Names;

/// The organisation's policy file, read and checked at start. Each module reads its own section.
///
/// @param version as written in the file, shown in Administration
/// @param handling levels and captions
/// @param sections the file as read, by top-level key
public record Policy(String version, Handling handling, Map<String, Object> sections) {

    /// Entries of a list section, for example `precedences`.
    ///
    /// @throws IllegalStateException if the file has no such list
    public List<Map<String, Object>> list(String section) {
        return entries(sections, section);
    }

    static Policy of(Map<String, Object> file) {
        var levels = new ArrayList<Handling.Level>();
        for (var entry : entries(file, "levels")) {
            levels.add(
                    new Handling.Level(
                            text(entry, "code"),
                            levels.size(),
                            names(entry),
                            text(entry, "portion")));
        }
        var captions =
                entries(file, "captions").stream()
                        .map(entry -> new Handling.Caption(text(entry, "code"), names(entry)))
                        .toList();
        return new Policy(
                text(file, "version"),
                new Handling(text(file, "name"), levels, captions),
                Map.copyOf(file));
    }

    /// @throws IllegalStateException if the key is missing or empty
    public static String text(Map<String, Object> entry, String key) {
        var value = entry.get(key);
        if (value == null || value.toString().isBlank()) {
            throw new IllegalStateException("The policy file has no '" + key + "' in " + entry);
        }
        return value.toString();
    }

    /// `name: { en: ..., de: ... }`
    public static Names names(Map<String, Object> entry) {
        if (entry.get("name") instanceof Map<?, ?> byLanguage) {
            var names = new java.util.HashMap<String, String>();
            byLanguage.forEach((language, name) -> names.put(language.toString(), name.toString()));
            return new Names(names);
        }
        throw new IllegalStateException("The policy file has no 'name: {en, de}' in " + entry);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> entries(Map<String, Object> file, String section) {
        if (file.get(section) instanceof List<?> list) {
            return (List<Map<String, Object>>) list;
        }
        throw new IllegalStateException("The policy file has no list '" + section + "'");
    }
}
