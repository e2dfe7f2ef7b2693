// SPDX-License-Identifier: Apache-2.0
package org.chancery.policy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.chancery.directory.Names;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Problems;
import org.chancery.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/// A map of the policy file while it is read. Asking for a key marks it as known; whatever is wrong
/// is collected with its path, and a stand-in value lets the reading go on to the next mistake.
final class PolicyNode {

    private final String path;
    private final Map<?, ?> values;
    private final Problems problems;
    private final Set<String> known = new HashSet<>();

    PolicyNode(String path, @Nullable Object value, Problems problems) {
        this.path = path;
        this.problems = problems;
        if (value instanceof Map<?, ?> map) {
            values = map;
        } else {
            values = Map.of();
            wrong("", String.valueOf(value), "a map");
        }
    }

    String text(String key) {
        var value = optional(key);
        if (value.isBlank()) {
            problems.add(Problem.of(PolicyRefusal.POLICY_KEY_MISSING, at(key)));
        }
        return value;
    }

    /// Empty if the key is absent.
    String optional(String key) {
        known.add(key);
        var value = values.get(key);
        return value == null ? "" : value.toString();
    }

    boolean flag(String key) {
        var value = optional(key);
        if (!Set.of("", "true", "false").contains(value)) {
            wrong(key, value, "true, false");
        }
        return value.equals("true");
    }

    int number(String key, int least, int most) {
        var value = text(key);
        if (value.matches("\\d{1,9}")) {
            var number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        }
        wrong(key, value, least + " – " + most);
        return least;
    }

    Duration duration(String key) {
        return parsed(key, text(key), Duration::parse, "PT6H", Duration.ofHours(1));
    }

    @Nullable LocalDate date(String key) {
        known.add(key);
        var value = values.get(key);
        if (value == null) {
            return null;
        }
        if (value instanceof java.util.Date date) {
            return LocalDate.ofInstant(date.toInstant(), java.time.ZoneOffset.UTC);
        }
        return parsed(key, value.toString(), LocalDate::parse, "2026-01-31", LocalDate.EPOCH);
    }

    <E extends Enum<E>> E word(String key, Class<E> vocabulary) {
        var value = text(key);
        for (var constant : vocabulary.getEnumConstants()) {
            if (constant.name().equals(value)) {
                return constant;
            }
        }
        wrong(key, value, List.of(vocabulary.getEnumConstants()).toString());
        return vocabulary.getEnumConstants()[0];
    }

    <T> T parsed(String key, String value, Function<String, T> parse, String form, T standIn) {
        try {
            return parse.apply(value);
        } catch (DateTimeParseException | IllegalArgumentException | Refusal e) {
            wrong(key, value, form);
            return standIn;
        }
    }

    /// `name: { en: ..., de: ... }`
    Names names() {
        return new Names(words("name", "en"));
    }

    /// A map of words, with the keys it must have.
    Map<String, String> words(String key, String... required) {
        var words = new HashMap<String, String>();
        var node = child(key);
        node.values.forEach((name, word) -> words.put(name.toString(), String.valueOf(word)));
        node.known.addAll(words.keySet());
        for (var need : required) {
            words.putIfAbsent(need, node.text(need));
        }
        return words;
    }

    List<String> strings(String key) {
        known.add(key);
        return values.get(key) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    PolicyNode child(String key) {
        known.add(key);
        return new PolicyNode(at(key), values.get(key), problems);
    }

    /// Each entry of a list, with no two of the same code.
    <T> List<T> each(String key, Function<PolicyNode, T> read) {
        known.add(key);
        if (!(values.get(key) instanceof List<?> list)) {
            problems.add(Problem.of(PolicyRefusal.POLICY_KEY_MISSING, at(key)));
            return List.of();
        }
        var codes = new HashSet<String>();
        var entries = new ArrayList<T>();
        for (int i = 0; i < list.size(); i++) {
            var node = new PolicyNode(at(key) + "[" + (i + 1) + "]", list.get(i), problems);
            entries.add(read.apply(node));
            node.refuseUnknown();
            var code = node.optional("code");
            if (!code.isEmpty() && !codes.add(code)) {
                problems.add(Problem.of(PolicyRefusal.POLICY_VALUE_TWICE, node.at("code"), code));
            }
        }
        return entries;
    }

    /// A value that must be one of those the file names elsewhere.
    void requireKnown(String key, String value, Set<String> inFile) {
        if (!value.isEmpty() && !inFile.contains(value)) {
            problems.add(
                    Problem.of(
                            PolicyRefusal.POLICY_REFERENCE_UNKNOWN,
                            at(key),
                            value,
                            String.join(", ", inFile.stream().sorted().toList())));
        }
    }

    void wrong(String key, String value, String form) {
        problems.add(Problem.of(PolicyRefusal.POLICY_VALUE_WRONG, at(key), value, form));
    }

    void refuseUnknown() {
        values.keySet().stream()
                .map(Object::toString)
                .filter(key -> !known.contains(key))
                .forEach(
                        key ->
                                problems.add(
                                        Problem.of(
                                                PolicyRefusal.POLICY_KEY_UNKNOWN,
                                                at(key),
                                                String.join(
                                                        ", ", known.stream().sorted().toList()))));
    }

    private String at(String key) {
        return path.isEmpty() || key.isEmpty() ? path + key : path + "." + key;
    }
}
