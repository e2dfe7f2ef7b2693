// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.directory.DirectoryRefusal;
import org.chancery.directory.GovernmentCode;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.PersonalData;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Problems;
import org.chancery.kernel.ReducedDate;
import org.chancery.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/// What must hold of a measure (MEA-001, MEA-002, MEA-004, MEA-006, MEA-008, MEA-010, MEA-012).
/// Everything wrong is said at once, each at its field.
final class MeasureRules {

    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_TEXT = 4000;

    private final NewMeasure said;
    private final Vocabulary vocabulary;
    private final Set<GovernmentCode> governments;
    private final Problems problems = new Problems();

    private MeasureRules(NewMeasure said, Vocabulary vocabulary, Set<GovernmentCode> governments) {
        this.said = said;
        this.vocabulary = vocabulary;
        this.governments = governments;
    }

    /// @param governments assigned or registered
    /// @throws Refusal with every mistake
    static Coding coding(NewMeasure said, Vocabulary vocabulary, Set<GovernmentCode> governments) {
        return new MeasureRules(said, vocabulary, governments).coding();
    }

    private Coding coding() {
        var headline = headline();
        var reach = reach();
        var classes = classes();
        var instrument =
                word(
                        Coding.Instrument.class,
                        "instrument",
                        said.instrument(),
                        Coding.Instrument.UNSTATED);
        var effect = effect();
        var references = references();
        var relations = relations();
        var grounds = grounds();
        length("implementationNote", said.implementationNote(), LONGEST_TEXT);
        persons();
        problems.refuse();
        return new Coding(
                headline,
                reach,
                classes,
                instrument,
                effect,
                references,
                relations,
                said.implementationNote().strip(),
                grounds,
                said.family().strip());
    }

    private Coding.Headline headline() {
        problems.require(!said.titleEn().isBlank(), "titleEn", FindingRefusal.TITLE_MISSING);
        length("titleEn", said.titleEn(), LONGEST_TITLE);
        length("titleDe", said.titleDe(), LONGEST_TITLE);
        length("originalTitle", said.originalTitle(), LONGEST_TITLE);
        length("summaryEn", said.summaryEn(), LONGEST_TEXT);
        length("summaryDe", said.summaryDe(), LONGEST_TEXT);
        problems.require(
                said.originalLanguage().isBlank()
                        || said.originalLanguage()
                                .strip()
                                .matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"),
                "originalLanguage",
                KernelRefusal.VALUE_UNKNOWN,
                said.originalLanguage(),
                "en, de, fr, …");
        return new Coding.Headline(
                byLanguage(said.titleEn(), said.titleDe()),
                byLanguage(said.summaryEn(), said.summaryDe()),
                said.originalTitle().strip(),
                said.originalLanguage().strip());
    }

    private static Map<String, String> byLanguage(String english, String german) {
        var texts = new TreeMap<String, String>();
        if (!english.isBlank()) {
            texts.put("en", english.strip());
        }
        if (!german.isBlank()) {
            texts.put("de", german.strip());
        }
        return texts;
    }

    private Coding.Reach reach() {
        problems.attempt("jurisdiction", () -> known(said.jurisdiction()));
        var affects = said.affects().stream().map(String::strip).filter(c -> !c.isEmpty()).toList();
        affects.forEach(code -> problems.attempt("affects", () -> known(code)));
        var subdivision = said.subdivision().strip();
        problems.require(
                subdivision.isEmpty()
                        || subdivision.matches("[A-Z]{2}-[A-Z0-9]{1,3}")
                                && subdivision.startsWith(said.jurisdiction().strip() + "-"),
                "subdivision",
                KernelRefusal.VALUE_UNKNOWN,
                subdivision,
                said.jurisdiction().strip() + "-…");
        return new Coding.Reach(
                said.jurisdiction().strip(),
                subdivision,
                word(Coding.Level.class, "level", said.level(), Coding.Level.NATIONAL),
                affects);
    }

    private void known(String code) {
        if (!governments.contains(new GovernmentCode(code.strip()))) {
            throw new Refusal(DirectoryRefusal.GOVERNMENT_NOT_ASSIGNED, code.strip());
        }
    }

    private Coding.Classes classes() {
        problems.require(!said.area().isBlank(), "area", KernelRefusal.VALUE_MISSING, "area");
        terms("area", vocabulary.areas(), said.area().isBlank() ? List.of() : List.of(said.area()));
        problems.require(!said.tools().isEmpty(), "tools", KernelRefusal.VALUE_MISSING, "tools");
        terms("tools", vocabulary.tools(), said.tools());
        terms("targetGroups", vocabulary.targetGroups(), said.targetGroups());
        terms("targetOrigins", vocabulary.targetOrigins(), said.targetOrigins());
        length("groupNote", said.groupNote(), LONGEST_TITLE);
        return new Coding.Classes(
                vocabulary.subject(),
                vocabulary.version(),
                said.area(),
                said.tools(),
                said.targetGroups(),
                said.targetOrigins(),
                said.groupNote().strip());
    }

    private void terms(String field, List<Vocabulary.Term> known, List<String> given) {
        for (var code : given) {
            problems.require(
                    Vocabulary.find(known, code).isPresent(),
                    field,
                    MeasureRefusal.TERM_UNKNOWN,
                    code,
                    vocabulary.subject(),
                    known.stream().map(Vocabulary.Term::code).collect(Collectors.joining(", ")));
        }
    }

    private Coding.Effect effect() {
        var direction = word(Direction.class, "direction", said.direction(), Direction.UNCLEAR);
        var magnitude =
                said.magnitude().isBlank()
                        ? null
                        : word(
                                Coding.Magnitude.class,
                                "magnitude",
                                said.magnitude(),
                                Coding.Magnitude.MINOR);
        problems.require(
                direction != Direction.MIXED || said.family().isBlank(),
                "direction",
                MeasureRefusal.PROVISION_MIXED);
        problems.require(
                magnitude != Coding.Magnitude.MAJOR || !said.justification().isBlank(),
                "justification",
                MeasureRefusal.MAGNITUDE_UNJUSTIFIED);
        length("justification", said.justification(), LONGEST_TEXT);
        return new Coding.Effect(
                direction,
                magnitude,
                said.justification().strip(),
                date("effectiveFrom", said.effectiveFrom()),
                date("effectiveTo", said.effectiveTo()));
    }

    private List<LegalReference> references() {
        var references = new ArrayList<LegalReference>();
        for (int i = 0; i < said.references().size(); i++) {
            var given = said.references().get(i);
            var at = "reference-" + i;
            problems.attempt(
                    at,
                    () ->
                            references.add(
                                    new LegalReference(
                                            named(LegalReference.Scheme.class, given.scheme()),
                                            given.value().strip(),
                                            given.uri().strip(),
                                            given.source().strip(),
                                            given.checked())));
        }
        return references;
    }

    private List<Coding.Relation> relations() {
        var relations = new ArrayList<Coding.Relation>();
        for (int i = 0; i < said.relations().size(); i++) {
            var given = said.relations().get(i);
            var at = "relation-" + i;
            problems.attempt(
                    at,
                    () ->
                            relations.add(
                                    new Coding.Relation(
                                            named(Coding.Relation.Kind.class, given.kind()),
                                            given.target().strip())));
            problems.require(
                    !given.target().isBlank(), at, KernelRefusal.VALUE_MISSING, given.kind());
        }
        return relations;
    }

    private Coding.Grounds grounds() {
        var confidence = word(Confidence.class, "confidence", said.confidence(), Confidence.LOW);
        var sources = new ArrayList<Coding.Citation>();
        problems.require(!said.sources().isEmpty(), "source-0", FindingRefusal.SOURCE_MISSING);
        for (int i = 0; i < said.sources().size(); i++) {
            var given = said.sources().get(i);
            problems.attempt("source-" + i, () -> sources.add(citation(given)));
        }
        problems.require(
                sources.isEmpty()
                        || confidence != Confidence.HIGH
                        || sources.stream().anyMatch(s -> s.kind() != Coding.Citation.Kind.PRESS),
                "confidence",
                MeasureRefusal.PRESS_ALONE_TOO_SURE,
                sources.size());
        length("confidenceReason", said.confidenceReason(), LONGEST_TEXT);
        return new Coding.Grounds(confidence, said.confidenceReason().strip(), sources);
    }

    private static Coding.Citation citation(NewMeasure.Citation given) {
        if (given.title().isBlank() && given.uri().isBlank()) {
            throw new Refusal(FindingRefusal.SOURCE_MISSING);
        }
        var source = new Source(given.title().strip(), given.uri().strip(), given.date().strip());
        return new Coding.Citation(
                named(Coding.Citation.Kind.class, given.kind()),
                source.title().isEmpty() ? source.uri() : source.title(),
                source.uri(),
                source.date());
    }

    /// Measures carry groups, never persons (MEA-008).
    private void persons() {
        if (said.personsChecked()) {
            return;
        }
        person("titleEn", said.titleEn(), problems);
        person("titleDe", said.titleDe(), problems);
        person("summaryEn", said.summaryEn(), problems);
        person("summaryDe", said.summaryDe(), problems);
        person("groupNote", said.groupNote(), problems);
        person("justification", said.justification(), problems);
        person("implementationNote", said.implementationNote(), problems);
        person("confidenceReason", said.confidenceReason(), problems);
    }

    static void person(String field, String text, Problems problems) {
        for (var found : PersonalData.suspected(text)) {
            problems.add(Problem.at(field, MeasureRefusal.PERSON_IN_MEASURE, found.text()));
        }
    }

    private void length(String field, String text, int most) {
        problems.require(text.length() <= most, field, KernelRefusal.VALUE_TOO_LONG, field, most);
    }

    private @Nullable ReducedDate date(String field, String text) {
        if (text.isBlank()) {
            return null;
        }
        try {
            return ReducedDate.parse(text.strip());
        } catch (Refusal refusal) {
            refusal.problems()
                    .forEach(p -> problems.add(new Problem(p.code(), field, p.arguments())));
            return null;
        }
    }

    /// The word, or the other while the problem is noted.
    private <E extends Enum<E>> E word(Class<E> words, String field, String text, E other) {
        try {
            return named(words, text);
        } catch (Refusal refusal) {
            refusal.problems()
                    .forEach(p -> problems.add(new Problem(p.code(), field, p.arguments())));
            return other;
        }
    }

    /// @throws Refusal `VALUE_MISSING`, `VALUE_UNKNOWN`
    static <E extends Enum<E>> E named(Class<E> words, String text) {
        var name = text.strip();
        if (name.isEmpty()) {
            throw new Refusal(
                    KernelRefusal.VALUE_MISSING,
                    words.getSimpleName().toLowerCase(java.util.Locale.ROOT));
        }
        return Stream.of(Objects.requireNonNull(words.getEnumConstants()))
                .filter(word -> word.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new Refusal(
                                        KernelRefusal.VALUE_UNKNOWN,
                                        name,
                                        Stream.of(Objects.requireNonNull(words.getEnumConstants()))
                                                .map(Enum::name)
                                                .collect(Collectors.joining(", "))));
    }

    /// Last day of a step, null if it does not end.
    ///
    /// @throws Refusal `DATE_MALFORMED`
    static @Nullable LocalDate day(String text) {
        if (text.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new Refusal(KernelRefusal.DATE_MALFORMED, text);
        }
    }
}
