// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.chancery.access.Actor;
import org.chancery.access.Label;
import org.chancery.access.Permission;
import org.chancery.access.Unscoped;
import org.chancery.audit.AuditTrail;
import org.chancery.audit.NewAuditEntry;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.Offices;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.LoadReport;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Problems;
import org.chancery.kernel.ReducedDate;
import org.chancery.kernel.Refusal;
import org.chancery.kernel.Sha256;
import org.chancery.kernel.TextIntake;
import org.chancery.kernel.Texts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Door for the texts of a law over time: each version that reads otherwise than the one before is a
/// step of the law’s measure, with its document. Which way it goes stays unclear until a person
/// codes it. Keeps fingerprints, never the text.
@Component
public class LawVersions implements TextIntake {

    /// `StAG_2024-06-27_27a129c6.md`: law, day of the text, where it is from.
    private static final Pattern NAME =
            Pattern.compile(
                    "(?:(?:.*/)?(?<land>[a-z]{2})/(?:[^/]+/)?|(?:.*/)?)(?<law>[\\p{L}0-9-]{1,40})"
                            + "_(?<day>\\d{4}-\\d{2}-\\d{2})_(?<origin>[0-9a-f]{7,40})\\.(?:org|md|txt)");

    private static final Map<String, String> LANGUAGES =
            Map.of(
                    "DE", "de", "AT", "de", "LI", "de", "FR", "fr", "ES", "es", "IT", "it", "PT",
                    "pt", "GB", "en", "US", "en");

    private final MeasureRepository measures;
    private final FindingRepository findings;
    private final LawRepository laws;
    private final Offices offices;
    private final AuditTrail audit;
    private final Clock clock;

    LawVersions(
            MeasureRepository measures,
            FindingRepository findings,
            LawRepository laws,
            Offices offices,
            AuditTrail audit,
            Clock clock) {
        this.measures = measures;
        this.findings = findings;
        this.laws = laws;
        this.offices = offices;
        this.audit = audit;
        this.clock = clock;
    }

    /// A file of one version.
    public record File(String name, byte[] bytes) {}

    /// What became of a version.
    ///
    /// @param outcome `FIRST`, `CHANGED`, `SAME_TEXT` (no step is made), `KNOWN` (here already)
    /// @param sections headings that changed, came or went
    public record Line(String file, String law, Outcome outcome, List<String> sections) {

        public Line {
            sections = List.copyOf(sections);
        }

        public enum Outcome {
            FIRST,
            CHANGED,
            SAME_TEXT,
            KNOWN
        }
    }

    private record Named(GovernmentCode land, String law, LocalDate day, String origin) {

        MeasureId measure() {
            return new MeasureId(land + "-" + law);
        }
    }

    @Override
    public boolean recognises(String name) {
        return NAME.matcher(name).matches();
    }

    /// One version, by the command line; the name holds the country’s folder.
    @Override
    @Transactional
    @Unscoped("published laws; what is loaded is open to everybody")
    public LoadReport load(String name, String text) {
        var counter = new LoadReport.Counter(name.substring(name.lastIndexOf('/') + 1));
        try {
            var line =
                    load(
                            new File(name, text.getBytes(StandardCharsets.UTF_8)),
                            named(name, ""),
                            "");
            switch (line.outcome()) {
                case FIRST, CHANGED -> counter.stored();
                case SAME_TEXT, KNOWN -> counter.known();
            }
        } catch (Refusal refusal) {
            counter.refused(1, refusal.problems());
        }
        return counter.report();
    }

    /// Several versions, oldest first whatever their order.
    ///
    /// @param land code of the government whose law it is
    /// @throws Refusal for every file whose name or text is not understood; nothing is stored then
    @Transactional
    public List<Line> load(List<File> files, String land, Actor actor) {
        actor.require(Permission.CODE_MEASURE);
        var problems = new Problems();
        problems.require(!files.isEmpty(), "files", KernelRefusal.VALUE_MISSING, "files");
        problems.attempt(
                "jurisdiction", () -> offices.government(new GovernmentCode(land.strip())));
        for (var file : files) {
            problems.attempt("files", () -> named(file.name(), land.strip()));
            problems.attempt("files", () -> LawText.read(file.name(), text(file)));
        }
        problems.refuse();
        var sorted = new ArrayList<>(files);
        sorted.sort(Comparator.comparing(file -> named(file.name(), land.strip()).day()));
        var lines =
                sorted.stream()
                        .map(
                                file ->
                                        load(
                                                file,
                                                named(file.name(), land.strip()),
                                                actor.office().value()))
                        .toList();
        audit.append(
                new NewAuditEntry(
                        actor.signIn(),
                        actor.office().value(),
                        "law.versions.loaded",
                        "government",
                        land.strip(),
                        Map.of("files", String.valueOf(files.size()))));
        return lines;
    }

    private Named named(String name, String land) {
        var match = NAME.matcher(name);
        if (!match.matches()) {
            throw new Refusal(Problem.at("files", MeasureRefusal.LAW_FILE_NAME, name));
        }
        var folder = match.group("land");
        var code = land.isEmpty() && folder != null ? folder.toUpperCase(Locale.ROOT) : land;
        if (code.isEmpty()) {
            throw new Refusal(Problem.at("files", MeasureRefusal.LAW_FILE_NAME, name));
        }
        try {
            return new Named(
                    offices.government(new GovernmentCode(code)).code(),
                    match.group("law"),
                    LocalDate.parse(match.group("day")),
                    match.group("origin"));
        } catch (DateTimeParseException e) {
            throw new Refusal(
                    Problem.at("files", KernelRefusal.DATE_MALFORMED, match.group("day")));
        }
    }

    private static String text(File file) {
        return new String(file.bytes(), StandardCharsets.UTF_8);
    }

    private Line load(File file, Named named, String office) {
        var plain = file.name().substring(file.name().lastIndexOf('/') + 1);
        var text = LawText.read(plain, text(file));
        var law = named.measure();
        var hash = Sha256.hex(file.bytes());
        if (laws.knows(law, named.day(), hash)) {
            return new Line(plain, law.value(), Line.Outcome.KNOWN, List.of());
        }
        var version = new LawRepository.Version(named.day(), named.origin(), hash, text);
        var before = laws.before(law, named.day());
        if (before.isEmpty()) {
            open(named, text, office);
            step(named, version, "measure.law.first", List.of(), text.sections().size());
            return new Line(plain, law.value(), Line.Outcome.FIRST, List.of());
        }
        var change = text.since(before.get().text());
        if (change.isEmpty()) {
            laws.insert(law, version, null, now());
            return new Line(plain, law.value(), Line.Outcome.SAME_TEXT, List.of());
        }
        var sections = sections(change);
        step(named, version, "measure.law.changed", sections, change.count());
        return new Line(plain, law.value(), Line.Outcome.CHANGED, sections);
    }

    private static List<String> sections(LawText.Change change) {
        var sections = new ArrayList<>(change.changed());
        change.added().forEach(heading -> sections.add("+ " + heading));
        change.removed().forEach(heading -> sections.add("− " + heading));
        return sections;
    }

    private void open(Named named, LawText text, String office) {
        if (measures.knows(named.measure())) {
            return;
        }
        var english = Texts.english();
        var coding =
                new Coding(
                        new Coding.Headline(
                                Map.of("en", named.law(), "de", named.law()),
                                Map.of(),
                                text.title(),
                                language(named)),
                        new Coding.Reach(
                                named.land().value(), "", Coding.Level.NATIONAL, List.of()),
                        new Coding.Classes("migration", 0, "", List.of(), List.of(), List.of(), ""),
                        Coding.Instrument.LAW,
                        new Coding.Effect(Direction.UNCLEAR, null, "", null, null),
                        List.of(),
                        List.of(),
                        "",
                        new Coding.Grounds(
                                Confidence.MODERATE,
                                english.say("measure.law.confidence"),
                                List.of(citation(named))),
                        "");
        measures.insert(
                new Measure(
                        named.measure(),
                        named.land(),
                        1,
                        coding,
                        null,
                        Measure.CodingState.CODED_BY_POST,
                        office,
                        office,
                        now(),
                        Label.OPEN));
        measures.insertVersion(
                named.measure(), new Measure.Version(1, "ENTERED", "", coding, "", office, now()));
    }

    private static String language(Named named) {
        return LANGUAGES.getOrDefault(named.land().value(), "und");
    }

    private static Coding.Citation citation(Named named) {
        return new Coding.Citation(
                Coding.Citation.Kind.OFFICIAL,
                Texts.english()
                        .say(
                                "measure.law.source",
                                named.law(),
                                named.day().toString(),
                                named.origin()),
                "",
                named.day().toString());
    }

    private void step(
            Named named,
            LawRepository.Version version,
            String title,
            List<String> sections,
            int count) {
        var english = Texts.english();
        var cited = citation(named);
        var facts =
                new Facts(
                        new FindingId(UUID.randomUUID()),
                        named.land(),
                        english.say(title, named.law(), named.day().toString(), count),
                        String.join(", ", sections),
                        ReducedDate.of(named.day()),
                        new Source(cited.title(), "", cited.date()),
                        Confidence.MODERATE,
                        english.say("measure.law.confidence"),
                        "",
                        now(),
                        Label.OPEN);
        var key = named.measure() + "|" + named.day() + "|" + version.sha256();
        findings.insert(
                new Finding.Measure(
                        facts,
                        named.measure().value(),
                        Stage.IN_FORCE,
                        Direction.UNCLEAR,
                        "",
                        "",
                        named.law(),
                        null,
                        ""),
                key);
        measures.insertDocument(
                named.measure(),
                new Document(
                        UUID.randomUUID(),
                        facts.id(),
                        Document.Role.ACT,
                        language(named),
                        cited.title(),
                        "",
                        named.day().toString(),
                        now(),
                        version.sha256()));
        laws.insert(named.measure(), version, facts.id(), now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
