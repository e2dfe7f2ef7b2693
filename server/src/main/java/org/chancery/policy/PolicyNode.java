// SPDX-License-Identifier: Apache-2.0
package org.chancery.policy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
            wrong("", String.valueOf(value), "{ key: value }");
        }
    }

    /// Empty, and reported, if there is none.
    String text(String key) {
        var value = optional(key);
        if (!has(key)) {
            missing(key);
        } else if (value.isBlank() && plain(values.get(key))) {
            wrong(key, value, "a text");
        }
        return value;
    }

    /// Empty if there is none. A day is read as written, whether YAML takes it for one or not.
    String optional(String key) {
        known.add(key);
        var value = values.get(key);
        if (!plain(value)) {
            wrong(key, String.valueOf(value), "a text");
            return "";
        }
        return switch (value) {
            case null -> "";
            case Date day -> LocalDate.ofInstant(day.toInstant(), ZoneOffset.UTC).toString();
            default -> value.toString();
        };
    }

    private static boolean plain(@Nullable Object value) {
        return !(value instanceof Map<?, ?>) && !(value instanceof List<?>);
    }

    /// A text that has the form.
    ///
    /// @param form regular expression
    /// @param example how it is written, for the reader of the refusal
    String shaped(String key, String form, String example) {
        var value = text(key);
        if (!value.isBlank() && !value.matches(form)) {
            wrong(key, value, example);
        }
        return value;
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
        if (!value.isBlank()) {
            wrong(key, value, least + " – " + most);
        }
        return least;
    }

    /// A time that lasts: more than nothing, and at most a year.
    Duration duration(String key) {
        var read = parsed(key, text(key), Duration::parse, "PT6H", Duration.ofHours(1));
        if (!read.isPositive() || read.compareTo(Duration.ofDays(365)) > 0) {
            wrong(key, read.toString(), "PT1M – P365D");
        }
        return read;
    }

    @Nullable LocalDate date(String key) {
        var value = optional(key);
        return value.isEmpty()
                ? null
                : parsed(key, value, LocalDate::parse, "2026-01-31", LocalDate.EPOCH);
    }

    <E extends Enum<E>> E word(String key, Class<E> vocabulary) {
        var value = text(key);
        for (var constant : vocabulary.getEnumConstants()) {
            if (constant.name().equals(value)) {
                return constant;
            }
        }
        if (!value.isBlank()) {
            wrong(key, value, oneOf(List.of(vocabulary.getEnumConstants())));
        }
        return vocabulary.getEnumConstants()[0];
    }

    /// @param value empty if it was already reported as missing
    <T> T parsed(String key, String value, Function<String, T> parse, String form, T standIn) {
        try {
            return value.isBlank() ? standIn : parse.apply(value);
        } catch (DateTimeParseException | IllegalArgumentException | Refusal e) {
            wrong(key, value, form);
            return standIn;
        }
    }

    /// `name: { en: ..., de: ... }`
    Names names() {
        var names = words("name", "en");
        names.keySet().stream()
                .filter(language -> !language.matches("[a-z]{2,3}"))
                .sorted()
                .forEach(language -> wrong("name", language, "{ en: …, de: … }"));
        return new Names(names);
    }

    /// A map of words, with the keys it must have.
    Map<String, String> words(String key, String... required) {
        var words = new HashMap<String, String>();
        var node = child(key);
        node.values.keySet().stream()
                .map(Object::toString)
                .forEach(name -> words.put(name, node.optional(name)));
        for (var need : required) {
            words.put(need, node.text(need));
        }
        return words;
    }

    /// The keys a map may have, besides those asked for.
    void requireKeys(String key, Set<String> names, Set<String> allowed) {
        for (var name : names) {
            if (!allowed.contains(name)) {
                unknown(at(key) + "." + name, allowed);
            }
        }
    }

    /// None if the key is absent.
    List<String> strings(String key) {
        known.add(key);
        var value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            wrong(key, value.toString(), "[A, B]");
            return List.of();
        }
        var texts = new ArrayList<String>();
        for (var entry : list) {
            if (entry == null || !plain(entry)) {
                wrong(key, String.valueOf(entry), "[A, B]");
            } else {
                texts.add(entry.toString());
            }
        }
        return texts;
    }

    /// The same without repetition; none if the key is absent.
    Set<String> distinct(String key) {
        var texts = new LinkedHashSet<String>();
        for (var text : strings(key)) {
            if (!texts.add(text)) {
                twice(key, text);
            }
        }
        return texts;
    }

    /// A section. If it is absent that is one mistake, not one for each of its keys.
    PolicyNode child(String key) {
        known.add(key);
        if (!has(key)) {
            missing(key);
            return new PolicyNode(at(key), Map.of(), new Problems());
        }
        return new PolicyNode(at(key), values.get(key), problems);
    }

    /// Each entry of a list, with no two of the same identity; what is no entry is reported.
    ///
    /// @param identity key by which the entries are told apart, empty if nothing tells them apart
    <T> List<T> each(String key, String identity, Function<PolicyNode, T> read) {
        known.add(key);
        if (!has(key)) {
            missing(key);
            return List.of();
        }
        if (!(values.get(key) instanceof List<?> list)) {
            wrong(key, String.valueOf(values.get(key)), "- { key: value }");
            return List.of();
        }
        var seen = new HashSet<String>();
        var entries = new ArrayList<T>();
        for (int i = 0; i < list.size(); i++) {
            var place = at(key) + "[" + (i + 1) + "]";
            if (!(list.get(i) instanceof Map<?, ?> map)) {
                problems.add(
                        Problem.of(
                                PolicyRefusal.POLICY_VALUE_WRONG,
                                place,
                                String.valueOf(list.get(i)),
                                "{ key: value }"));
                continue;
            }
            var node = new PolicyNode(place, map, problems);
            entries.add(read.apply(node));
            node.refuseUnknown();
            var called = Objects.toString(map.get(identity), "");
            if (!called.isEmpty() && !seen.add(called)) {
                node.twice(identity, called);
            }
        }
        return entries;
    }

    /// The same for a list that must have an entry.
    <T> List<T> some(String key, String identity, Function<PolicyNode, T> read) {
        if (values.get(key) instanceof List<?> list && list.isEmpty()) {
            wrong(key, "[]", "- { key: value }");
        }
        return each(key, identity, read);
    }

    /// A value that must be one of those the file names elsewhere.
    void requireKnown(String key, String value, Set<String> inFile) {
        if (!value.isEmpty() && !inFile.contains(value)) {
            problems.add(
                    Problem.of(
                            PolicyRefusal.POLICY_REFERENCE_UNKNOWN, at(key), value, list(inFile)));
        }
    }

    void wrong(String key, String value, String form) {
        problems.add(Problem.of(PolicyRefusal.POLICY_VALUE_WRONG, at(key), value, form));
    }

    void twice(String key, String value) {
        problems.add(Problem.of(PolicyRefusal.POLICY_VALUE_TWICE, at(key), value));
    }

    void refuseUnknown() {
        values.keySet().stream()
                .map(Object::toString)
                .filter(key -> !known.contains(key))
                .forEach(key -> unknown(at(key), known));
    }

    static String oneOf(List<?> words) {
        return String.join(", ", words.stream().map(Object::toString).toList());
    }

    private static String list(Set<String> words) {
        return oneOf(words.stream().sorted().toList());
    }

    private void missing(String key) {
        problems.add(Problem.of(PolicyRefusal.POLICY_KEY_MISSING, at(key)));
    }

    private void unknown(String place, Set<String> allowed) {
        problems.add(Problem.of(PolicyRefusal.POLICY_KEY_UNKNOWN, place, list(allowed)));
    }

    /// Whether something stands there: `key:` with nothing behind it is as good as absent.
    private boolean has(String key) {
        return values.get(key) != null;
    }

    private String at(String key) {
        return path.isEmpty() || key.isEmpty() ? path + key : path + "." + key;
    }
}
