// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chancery.DatabaseTest;
import org.chancery.SharedData;
import org.chancery.access.Accounts;
import org.chancery.access.Actor;
import org.chancery.access.Label;
import org.chancery.archive.Import;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.OfficeCode;
import org.chancery.instruction.InstructionId;
import org.chancery.kernel.LoadReport;
import org.chancery.kernel.Problem;
import org.chancery.kernel.ReducedDate;
import org.chancery.kernel.Refusal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Tables and laws that come in, the vocabularies they are coded with, and the question that must
/// work on day one.
@DatabaseTest
class MeasureFilesTest {

    private final MeasureImports imports;
    private final LawVersions laws;
    private final Measures measures;
    private final Vocabularies vocabularies;
    private final FindingRepository findings;
    private final MeasureRecorder recorder;
    private final Import files;
    private final Accounts accounts;

    MeasureFilesTest(
            MeasureImports imports,
            LawVersions laws,
            Measures measures,
            Vocabularies vocabularies,
            FindingRepository findings,
            MeasureRecorder recorder,
            Import files,
            Accounts accounts) {
        this.imports = imports;
        this.laws = laws;
        this.measures = measures;
        this.vocabularies = vocabularies;
        this.findings = findings;
        this.recorder = recorder;
        this.files = files;
        this.accounts = accounts;
    }

    private Actor person(String signIn) {
        return accounts.actor(signIn).orElseThrow();
    }

    private static List<String> said(List<Problem> problems) {
        return problems.stream()
                .map(p -> p.code().code() + " " + p.field() + ": " + p.detail() + " " + p.mend())
                .toList();
    }

    private static List<String> refused(Runnable act) {
        return said(catchThrowableOfType(Refusal.class, act::run).problems());
    }

    @Nested
    class ATableOfAnotherTracker {

        private static final String TABLE =
                """
                ISO,Policy title,When,Status,Change,Link,Theme
                FI,A rule of a tracker,2018-02,IN_FORCE,NEUTRAL,https://example.org/fi,BORDER
                XK,A rule of nowhere,2018-02,IN_FORCE,NEUTRAL,https://example.org/xk,BORDER
                FI,A rule going sideways,2018-03-01,DREAMT,NEUTRAL,https://example.org/fi2,BORDER
                """;

        @Test
        void isUnderstoodByItsHeadingsAndShowsWhatIsRefusedBeforeItIsRun() {
            var id = imports.take("tracker.csv", TABLE, person("desk"));

            var preview = imports.preview(id, Map.of(), person("desk"));

            assertThat(preview.columns().columns())
                    .containsEntry("country", "ISO")
                    .containsEntry("title", "Policy title")
                    .containsEntry("source_url", "Link");
            assertThat(preview.problems()).isEmpty();
            assertThat(preview.report().stored()).isEqualTo(1);
            assertThat(preview.report().refused())
                    .extracting(
                            LoadReport.RefusedRow::line, r -> r.problems().getFirst().code().code())
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(3L, "MEA-001"),
                            org.assertj.core.groups.Tuple.tuple(4L, "INP-004"));
        }

        @Test
        void changesNothingTheSecondTimeAndItsColumnsAreRemembered() {
            var table = TABLE.replace("tracker", "memory").replace("Theme", "Memory");
            var columns =
                    Map.of(
                            "country",
                            "ISO",
                            "title",
                            "Policy title",
                            "date",
                            "When",
                            "stage",
                            "Status",
                            "direction",
                            "Change",
                            "source_url",
                            "Link",
                            "area",
                            "Memory");
            var first =
                    imports.run(
                            imports.take("a.csv", table, person("desk")), columns, person("desk"));
            assertThat(first.stored()).isEqualTo(1);

            var id = imports.take("b.csv", table, person("desk"));
            var preview = imports.preview(id, Map.of(), person("desk"));
            var second = imports.run(id, preview.columns().columns(), person("desk"));

            assertThat(preview.remembered()).isTrue();
            assertThat(preview.columns().columns()).containsEntry("area", "Memory");
            assertThat(second.stored()).isZero();
            assertThat(second.known()).isEqualTo(1);
            assertThat(files.load("c.csv", new StringReader(table)).known()).isEqualTo(1);
        }

        @Test
        void isNotRunWhileAColumnIsMissingOrChosenTwice() {
            var id = imports.take("few.csv", "a,b\n1,2\n", person("desk"));

            assertThat(
                            refused(
                                    () ->
                                            imports.run(
                                                    id,
                                                    Map.of(
                                                            "title", "a", "date", "a", "country",
                                                            "b"),
                                                    person("desk"))))
                    .containsExactly(
                            "MEA-015 map-stage: No column says stage. Choose the column that does.",
                            "MEA-015 map-direction: No column says direction. Choose the column that does.",
                            "MEA-015 map-date: The column “a” is chosen for title and for date. Choose"
                                    + " another column for one of them.");
        }

        @Test
        void isForTheOfficeThatTookIt() {
            var id = imports.take("mine.csv", TABLE, person("berlin"));

            assertThat(refused(() -> imports.preview(id, Map.of(), person("ottawa"))))
                    .singleElement()
                    .asString()
                    .startsWith("ACC-001");
        }
    }

    @Nested
    class TheTextsOfALaw {

        private static LawVersions.File text(String day, String sections) {
            return new LawVersions.File(
                    "TestG_" + day + "_0123abcd.md",
                    ("# Testgesetz (TestG)\n\n" + sections).getBytes(StandardCharsets.UTF_8));
        }

        @Test
        void becomeAStepForEachThatReadsOtherwiseThanTheOneBefore() {
            var first = text("2020-01-01", "## § 1\n\nOne.\n\n## § 2\n\nTwo.\n");
            var reformatted = text("2020-06-01", "# § 1\n\nOne.\n# § 2\n\n- Two.\n");
            var changed = text("2021-01-01", "# § 1\nOne.\n# § 2\nTwo and a half.\n# § 2a\nNew.\n");

            var lines = laws.load(List.of(changed, first, reformatted), "AT", person("analyst"));

            assertThat(lines)
                    .extracting(LawVersions.Line::outcome, LawVersions.Line::sections)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(
                                    LawVersions.Line.Outcome.FIRST, List.of()),
                            org.assertj.core.groups.Tuple.tuple(
                                    LawVersions.Line.Outcome.SAME_TEXT, List.of()),
                            org.assertj.core.groups.Tuple.tuple(
                                    LawVersions.Line.Outcome.CHANGED, List.of("§ 2", "+ § 2a")));
            var file =
                    measures.get(
                            new MeasureId("AT-TestG"),
                            LocalDate.of(2026, 1, 1),
                            person("analyst").scope());
            assertThat(file.measure().direction()).isEqualTo(Direction.UNCLEAR);
            assertThat(file.measure().coding().headline().original())
                    .isEqualTo("Testgesetz (TestG)");
            assertThat(file.state().steps()).hasSize(2);
            assertThat(file.documents())
                    .extracting(Document::role, Document::language)
                    .containsOnly(org.assertj.core.groups.Tuple.tuple(Document.Role.ACT, "de"))
                    .hasSize(2);
            assertThat(laws.load(List.of(changed, first), "AT", person("analyst")))
                    .extracting(LawVersions.Line::outcome)
                    .containsOnly(LawVersions.Line.Outcome.KNOWN);
        }

        @Test
        void areRefusedTogetherByNameAndSections() {
            var nameless =
                    new LawVersions.File("law.md", "# § 1\nA.\n".getBytes(StandardCharsets.UTF_8));

            assertThat(
                            refused(
                                    () ->
                                            laws.load(
                                                    List.of(
                                                            nameless,
                                                            text("2020-01-01", "No heading.")),
                                                    "AT",
                                                    person("analyst"))))
                    .containsExactly(
                            "MEA-016 files: “law.md” is no name of a law’s version. Name it like"
                                    + " StAG_2024-06-27_27a129c6.md, in the folder of its country: de/StAG.",
                            "MEA-016 files: “TestG_2020-01-01_0123abcd.md” has no headings of sections."
                                    + " Give the text with a line such as “§ 12a” or “Article 3” before each"
                                    + " section.");
        }

        @Test
        void areTakenOneByOneByTheCommandLine() {
            var report =
                    files.load(
                            "ch/ProbeG/ProbeG_2020-01-01_0123abcd.md",
                            new StringReader("# Probe\n\n# Art. 1\nOne.\n"));

            assertThat(report.stored()).isEqualTo(1);
            assertThat(
                            measures.measure(new MeasureId("CH-ProbeG"), person("desk").scope())
                                    .government())
                    .isEqualTo(new GovernmentCode("CH"));
        }

        @Test
        void ofTheGermanNationalityActGiveItsHistory() throws IOException {
            var versions = new ArrayList<LawVersions.File>();
            try (var folder = Files.list(SharedData.path("measures/de/StAG"))) {
                for (var file : folder.sorted().toList()) {
                    versions.add(
                            new LawVersions.File(
                                    file.getFileName().toString(), Files.readAllBytes(file)));
                }
            }

            var lines = laws.load(versions, "DE", person("analyst"));

            assertThat(lines).hasSize(18);
            assertThat(lines)
                    .extracting(LawVersions.Line::outcome)
                    .startsWith(LawVersions.Line.Outcome.FIRST)
                    .contains(LawVersions.Line.Outcome.SAME_TEXT, LawVersions.Line.Outcome.CHANGED);
            assertThat(lines)
                    .filteredOn(line -> line.file().contains("2025-10-30"))
                    .singleElement()
                    .satisfies(line -> assertThat(line.sections()).contains("§ 10"));
        }
    }

    @Nested
    class AVocabulary {

        @Test
        void reportsEveryMistakeOfItsFile() {
            var problems =
                    refused(
                            () ->
                                    vocabularies.keep(
                                            """
                                            subject: Big Words
                                            version: 0
                                            validFrom: soon
                                            colour: red
                                            names: { en: Words, de: Wörter }
                                            stalledAfterDays: 30
                                            directions:
                                              MORE_RESTRICTIVE: { en: more, de: mehr }
                                              LESS_RESTRICTIVE: { en: less, de: weniger }
                                              NEUTRAL: { en: none, de: keine }
                                              MIXED: { en: both, de: beide }
                                            areas:
                                              - { code: A, en: A, de: A }
                                              - { code: A, en: again, de: noch einmal }
                                            tools:
                                              - { code: T, en: T }
                                            """,
                                            person("admin")));

            assertThat(problems)
                    .extracting(problem -> problem.split(":")[0])
                    .containsExactly(
                            "MEA-011 colour",
                            "MEA-011 subject",
                            "MEA-011 version",
                            "MEA-011 validFrom",
                            "MEA-011 directions.UNCLEAR.en",
                            "MEA-011 directions.UNCLEAR.de",
                            "MEA-011 areas[2].code",
                            "MEA-011 tools[1].de",
                            "MEA-011 changelog");
            assertThat(problems.get(1))
                    .isEqualTo(
                            "MEA-011 subject: subject: “Big Words” cannot stand here. Write a-z 0-9 -, 1 –"
                                    + " 40.");
        }

        @Test
        void isNeverChangedOnlyFollowedByAFurtherVersion() {
            var shipped = new String(resource("/vocabulary/trade.yaml"), StandardCharsets.UTF_8);

            assertThat(vocabularies.keep(shipped, person("admin")).version()).isEqualTo(1);
            assertThat(
                            refused(
                                    () ->
                                            vocabularies.keep(
                                                    shipped.replace("en: Tariff,", "en: Duty,"),
                                                    person("admin"))))
                    .containsExactly(
                            "MEA-011 version: Version 1 of trade is kept already and says something else."
                                    + " Give the changed vocabulary the next version, and say in its"
                                    + " changelog what is new.");
            var next =
                    shipped.replace("version: 1\n", "version: 2\n")
                            .replace("en: Tariff,", "en: Duty,")
                            .replace(
                                    "changelog:\n",
                                    "changelog:\n  - { version: 2, en: Duty., de: Zoll. }\n");
            vocabularies.keep(next, person("admin"));
            assertThat(vocabularies.versions("trade")).startsWith(2, 1);
            assertThat(vocabularies.get("trade", 1).tools().getFirst().names().english())
                    .isEqualTo("Tariff");
        }

        @Test
        void isWrittenAsYaml() {
            assertThat(refused(() -> vocabularies.keep("just words", person("admin"))))
                    .containsExactly(
                            "MEA-011 : The vocabulary cannot be read: no keys Write it as YAML with subject,"
                                    + " version, validFrom, names and lists of terms.");
        }

        private static byte[] resource(String path) {
            try (var stream = MeasureFilesTest.class.getResourceAsStream(path)) {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Nested
    class TheQuestionOfDayOne {

        private List<MeasureOn> ask(MeasureQuery.Standing standing, String day) {
            var found = new ArrayList<MeasureOn>();
            var scope = person("desk").scope();
            var query =
                    new MeasureQuery(
                            measures.addressees(new InstructionId("I-25-0001"), scope),
                            Direction.MORE_RESTRICTIVE,
                            "BORDER",
                            "",
                            standing,
                            LocalDate.parse(day));
            String after = null;
            do {
                var page = measures.page(query, after, 2, scope);
                found.addAll(page.rows());
                after = page.next();
            } while (after != null);
            return found;
        }

        @Test
        void isAnsweredForTheAddresseeStatesPageByPage() {
            var inForce = ask(MeasureQuery.Standing.IN_FORCE, "2025-06-15");

            assertThat(inForce)
                    .extracting(m -> m.id().value())
                    .contains("PL-ASYLUM-LIMIT", "DE-BORDER-CHECKS")
                    .doesNotHaveDuplicates();
            assertThat(inForce)
                    .allMatch(m -> m.state().inForce())
                    .allMatch(m -> m.direction() == Direction.MORE_RESTRICTIVE)
                    .allMatch(m -> m.area().equals("BORDER"));
        }

        @Test
        void tellsWhatWasMerelyAnnounced() {
            assertThat(ask(MeasureQuery.Standing.ANNOUNCED, "2026-03-01"))
                    .isNotEmpty()
                    .allMatch(m -> m.state().announcedOnly())
                    .noneMatch(m -> m.state().inForce());
            assertThat(ask(MeasureQuery.Standing.ANNOUNCED, "2025-03-26"))
                    .extracting(m -> m.id().value())
                    .contains("PL-ASYLUM-LIMIT");
        }

        @Test
        void agreesWithTheListOfEachGovernment() {
            var scope = person("desk").scope();
            var day = LocalDate.parse("2025-11-21");
            var whole = new HashSet<String>();
            String after = null;
            do {
                var page = measures.page(MeasureQuery.on(day), after, 200, scope);
                page.rows().forEach(m -> whole.add(m.id().value()));
                after = page.next();
            } while (after != null);

            assertThat(whole).contains("PL-ASYLUM-LIMIT", "PT-NATIONALITY");
        }
    }

    @Nested
    class AMeasureForSomeOffices {

        @Test
        void isNeitherListedNorThereForOthers() {
            var day = LocalDate.of(2017, 5, 1);
            var facts =
                    new Facts(
                            new FindingId(UUID.randomUUID()),
                            new GovernmentCode("IS"),
                            "A rule told in confidence",
                            "",
                            ReducedDate.of(day),
                            new Source("A source", "", ""),
                            Confidence.MODERATE,
                            "",
                            "",
                            Instant.parse("2026-01-01T00:00:00Z"),
                            new Label(0, Set.of(), Set.of(new OfficeCode("EUR"))));
            var step =
                    new Finding.Measure(
                            facts,
                            facts.id().toString(),
                            Stage.IN_FORCE,
                            Direction.NEUTRAL,
                            "BORDER",
                            "",
                            "",
                            day.plusDays(1),
                            "");
            findings.insert(step, "");
            recorder.open(step, "");
            var id = new MeasureId(step.family());
            var query =
                    new MeasureQuery(
                            Set.of(new GovernmentCode("IS")),
                            null,
                            "",
                            "",
                            MeasureQuery.Standing.ALL,
                            LocalDate.of(2020, 1, 1));

            assertThat(measures.page(query, null, 200, person("desk").scope()).rows())
                    .extracting(MeasureOn::id)
                    .contains(id);
            assertThat(measures.page(query, null, 200, person("ottawa").scope()).rows())
                    .extracting(MeasureOn::id)
                    .doesNotContain(id);
            assertThat(measures.reviews(new OfficeCode("EUR"), person("ottawa").scope()))
                    .extracting(MeasureOn::id)
                    .doesNotContain(id);
            assertThat(refused(() -> measures.measure(id, person("ottawa").scope())))
                    .isEqualTo(
                            refused(
                                    () ->
                                            measures.measure(
                                                    new MeasureId(id.value()),
                                                    person("ottawa").scope())))
                    .singleElement()
                    .asString()
                    .startsWith("ACC-001");
        }
    }
}
