// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chancery.directory.Names;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Problems;
import org.chancery.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/// Reads the file of a vocabulary. Every mistake is reported with its place, not only the first
/// (MEA-011).
final class VocabularyFile {

    private static final Set<String> KEYS =
            Set.of(
                    "subject",
                    "version",
                    "validFrom",
                    "names",
                    "stalledAfterDays",
                    "directions",
                    "areas",
                    "tools",
                    "targetGroups",
                    "targetOrigins",
                    "changelog");
    private static final String CODE = "[A-Z][A-Z0-9_]{0,39}";

    private final Map<?, ?> file;
    private final Problems problems = new Problems();

    private VocabularyFile(Map<?, ?> file) {
        this.file = file;
    }

    /// @throws Refusal `VOCABULARY_UNREADABLE`, or `VOCABULARY_WRONG` for each mistake
    static Vocabulary read(String text) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            Object content = new Yaml(new SafeConstructor(options)).load(text);
            if (content instanceof Map<?, ?> map) {
                return new VocabularyFile(map).vocabulary();
            }
            throw new Refusal(MeasureRefusal.VOCABULARY_UNREADABLE, "no keys");
        } catch (YAMLException e) {
            throw new Refusal(MeasureRefusal.VOCABULARY_UNREADABLE, String.valueOf(e.getMessage()));
        }
    }

    private Vocabulary vocabulary() {
        for (var key : file.keySet()) {
            if (!KEYS.contains(String.valueOf(key))) {
                wrong(String.valueOf(key), String.valueOf(file.get(key)), String.join(", ", KEYS));
            }
        }
        var subject = text(file.get("subject"));
        if (!subject.matches("[a-z][a-z0-9-]{0,39}")) {
            wrong("subject", subject, "a-z 0-9 -, 1 – 40");
        }
        var version = number("version", 1, 100_000);
        var from = day("validFrom");
        var names = names("names", file.get("names"));
        var stalled = number("stalledAfterDays", 1, 3650);
        var directions = directions();
        var areas = terms("areas", true);
        var tools = terms("tools", true);
        var groups = terms("targetGroups", false);
        var origins = terms("targetOrigins", false);
        var changes = changelog(version);
        problems.refuse();
        return new Vocabulary(
                subject,
                version,
                from,
                names,
                stalled,
                directions,
                areas,
                tools,
                groups,
                origins,
                changes);
    }

    private Map<Direction, Names> directions() {
        var directions = new EnumMap<Direction, Names>(Direction.class);
        var given = file.get("directions") instanceof Map<?, ?> map ? map : Map.of();
        for (var direction : Direction.values()) {
            var at = "directions." + direction.name();
            directions.put(direction, names(at, given.get(direction.name())));
        }
        for (var key : given.keySet()) {
            if (!names(Direction.values()).contains(String.valueOf(key))) {
                wrong(
                        "directions." + key,
                        String.valueOf(key),
                        String.join(", ", names(Direction.values())));
            }
        }
        return directions;
    }

    private static List<String> names(Enum<?>[] values) {
        var names = new ArrayList<String>();
        for (var value : values) {
            names.add(value.name());
        }
        return names;
    }

    private List<Vocabulary.Term> terms(String list, boolean needed) {
        var terms = new ArrayList<Vocabulary.Term>();
        var given = file.get(list) instanceof List<?> some ? some : List.of();
        if (needed && given.isEmpty()) {
            wrong(list, text(file.get(list)), "- { code: A, en: …, de: … }");
        }
        var seen = new HashSet<String>();
        for (int i = 0; i < given.size(); i++) {
            var at = list + "[" + (i + 1) + "]";
            var entry = given.get(i) instanceof Map<?, ?> map ? map : Map.of();
            var code = text(entry.get("code"));
            if (!code.matches(CODE) || !seen.add(code)) {
                wrong(at + ".code", code, "A-Z 0-9 _, 1 – 40, ≠");
            }
            terms.add(new Vocabulary.Term(code, names(at, entry)));
        }
        return terms;
    }

    private List<Vocabulary.Change> changelog(int version) {
        var changes = new ArrayList<Vocabulary.Change>();
        var given = file.get("changelog") instanceof List<?> some ? some : List.of();
        for (int i = 0; i < given.size(); i++) {
            var at = "changelog[" + (i + 1) + "]";
            var entry = given.get(i) instanceof Map<?, ?> map ? map : Map.of();
            var of = entry.get("version") instanceof Integer number ? number : 0;
            if (of < 1) {
                wrong(at + ".version", text(entry.get("version")), "≥ 1");
            }
            changes.add(new Vocabulary.Change(of, names(at, entry)));
        }
        if (changes.stream().noneMatch(change -> change.version() == version)) {
            wrong("changelog", "", "- { version: " + version + ", en: …, de: … }");
        }
        return changes;
    }

    private Names names(String at, @Nullable Object given) {
        var map = given instanceof Map<?, ?> some ? some : Map.of();
        var english = text(map.get("en"));
        var german = text(map.get("de"));
        if (english.isBlank()) {
            wrong(at + ".en", english, "en: …");
        }
        if (german.isBlank()) {
            wrong(at + ".de", german, "de: …");
        }
        return Names.of(english, german);
    }

    private int number(String key, int least, int most) {
        if (file.get(key) instanceof Integer number && number >= least && number <= most) {
            return number;
        }
        wrong(key, text(file.get(key)), least + " – " + most);
        return least;
    }

    private LocalDate day(String key) {
        var given = file.get(key);
        if (given instanceof Date date) {
            return LocalDate.ofInstant(date.toInstant(), ZoneOffset.UTC);
        }
        try {
            return LocalDate.parse(text(given));
        } catch (DateTimeParseException e) {
            wrong(key, text(given), "2025-01-01");
            return LocalDate.EPOCH;
        }
    }

    private void wrong(String place, String value, String expected) {
        problems.add(Problem.at(place, MeasureRefusal.VOCABULARY_WRONG, place, value, expected));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString().strip();
    }
}
