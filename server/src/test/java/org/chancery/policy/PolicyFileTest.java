// SPDX-License-Identifier: Apache-2.0
package org.chancery.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.chancery.directory.OfficeCode;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.chancery.policy.ClearingPolicy.Editorial;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFileTest {

    /// The smallest file that holds.
    private static final String GOOD =
            """
            name: Small house
            version: 2026-11-24
            levels:
              - { code: OPEN, portion: O, name: { en: Open } }
              - { code: CLOSED, portion: C, name: { en: Closed }, classified: true }
            captions:
              - { code: INNER, atLeast: CLOSED, name: { en: Inner circle } }
            precedences:
              - { code: SLOW, letter: S, handling: PT6H, name: { en: Slow } }
            topics:
              - { code: OLD, until: 2025-12-31, name: { en: Old } }
              - { code: NEW, from: 2026-01-01, name: { en: New } }
            types:
              - { code: REPORT, letterhead: PLAIN, outline: [TEXT], name: { en: Report } }
              - { code: NOTE, letterhead: FINE, outline: [TEXT], name: { en: Note } }
            letterheads:
              - { code: PLAIN, language: en, words: { from: From, action: To, info: Copy, subject: Subject } }
              - { code: FINE, language: fr, words: { from: De, action: A, info: Copie, subject: Objet } }
            numbering:
              - { offices: [PARIS], scope: SYSTEM_YEAR, series: ALL, template: "{serial}/{yy}" }
              - { offices: [], scope: OFFICE_YEAR, template: "{yy} {office} {serial}" }
            clearing:
              instructions: [L]
              shortestSilence: PT24H
              editorial: [WHITE_SPACE]
            limits:
              summaryOver: 6000
              longestClassification: 25
              smallestCount: 5
              largestAttachment: 10MB
              attachmentTypes: [application/pdf]
            mailDomains:
              - { domain: partner.example, upTo: OPEN }
            """;

    private static String with(String before, String after) {
        assertThat(GOOD).contains(before);
        return GOOD.replace(before, after);
    }

    private static List<String> mistakes(String text) {
        var refusal = catchThrowableOfType(Refusal.class, () -> PolicyFile.read(text));
        assertThat(refusal).isNotNull();
        return refusal.problems().stream()
                .map(problem -> problem.code().name() + " " + problem.arguments().getFirst())
                .toList();
    }

    @Nested
    class AFileThatHolds {

        final Policy policy = PolicyFile.read(GOOD);

        @Test
        void givesEachLevelItsPlaceAsRank() {
            assertThat(policy.handling().levels())
                    .extracting(Handling.Level::code, Handling.Level::rank)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("OPEN", 0),
                            org.assertj.core.groups.Tuple.tuple("CLOSED", 1));
        }

        @Test
        void mayWriteItsVersionAsADayWithoutQuotes() {
            assertThat(policy.version()).isEqualTo("2026-11-24");
        }

        @Test
        void isToldApartFromAnotherOfTheSameVersionByItsHash() {
            assertThat(policy.hash()).hasSize(64);
            assertThat(PolicyFile.read(GOOD + "# a word more\n").hash())
                    .isNotEqualTo(policy.hash());
        }

        @Test
        void hasTopicsInForceByTheDayBothEndsIncluded() {
            assertThat(inForce("2025-12-31")).containsExactly("OLD");
            assertThat(inForce("2026-01-01")).containsExactly("NEW");
        }

        private List<String> inForce(String day) {
            return policy.traffic().topicsInForce(LocalDate.parse(day)).stream()
                    .map(Topic::code)
                    .toList();
        }

        @Test
        void printsATypeOnItsLetterheadAndAnUnknownTypeOnTheFirst() {
            assertThat(policy.traffic().letterhead("NOTE").word("from")).isEqualTo("De");
            assertThat(policy.traffic().letterhead("NO-SUCH").word("from")).isEqualTo("From");
            assertThat(policy.traffic().letterhead("NOTE").word("signed")).isEqualTo("signed");
            assertThat(policy.traffic().letterhead("NOTE").heading("SUMMARY")).isEmpty();
            assertThat(policy.traffic().letterhead("NOTE").headNote(true)).isEmpty();
        }

        @Test
        void numbersAnOfficeByTheFirstSchemeThatFits() {
            assertThat(scheme("PARIS").series()).isEqualTo("ALL");
            assertThat(scheme("BERLIN").scope()).isEqualTo(Numbering.Scope.OFFICE_YEAR);
        }

        private Numbering scheme(String office) {
            return policy.numbering().stream()
                    .filter(scheme -> scheme.fits(new OfficeCode(office)))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Nested
    class ANumber {

        @ParameterizedTest
        @CsvSource({
            "{yy} {office} {serial}, OFFICE_YEAR, 06 BERLIN 7",
            "{yyyy} {office} {serial:6}, OFFICE_YEAR, 2006 BERLIN 000007",
            "{serial}/{yy}, SYSTEM_YEAR, 7/06",
            "{office}/{to}/{serial:4}, PAIR_YEAR, BERLIN/PARIS/0007",
            "{office} Nr. {serial:2}, OFFICE_YEAR, BERLIN Nr. 07"
        })
        void printsAsItsTemplateSays(String template, Numbering.Scope scope, String printed) {
            var scheme = new Numbering(Set.of(), scope, "ALL", template);

            assertThat(Numbering.holds(template, scope)).isTrue();
            assertThat(scheme.print(2006, new OfficeCode("BERLIN"), new OfficeCode("PARIS"), 7))
                    .isEqualTo(printed);
        }

        @Test
        void longerThanItsWidthIsNotCut() {
            var scheme = new Numbering(Set.of(), Numbering.Scope.SYSTEM_YEAR, "ALL", "{serial:4}");

            assertThat(scheme.print(2006, new OfficeCode("A"), new OfficeCode("B"), 12_345))
                    .isEqualTo("12345");
        }

        @ParameterizedTest
        @CsvSource({
            "{yy} {serial}, OFFICE_YEAR",
            "{office} {serial}, PAIR_YEAR",
            "{office} {yy}, OFFICE_YEAR",
            "{serial} {month}, SYSTEM_YEAR",
            "{serial:9}, SYSTEM_YEAR",
            "{serial} }, SYSTEM_YEAR"
        })
        void isRefusedWhenItsTemplateCouldNotTellTwoSeriesApart(
                String template, Numbering.Scope scope) {
            assertThat(Numbering.holds(template, scope)).isFalse();
        }
    }

    @Nested
    class TheSubstanceOfAText {

        private String reduced(String text, Editorial... editorial) {
            return new ClearingPolicy(
                            List.of(),
                            false,
                            false,
                            null,
                            java.time.Duration.ofDays(1),
                            Set.of(editorial))
                    .substance(text);
        }

        @Test
        void isTheWholeTextIfNothingIsEditorial() {
            assertThat(reduced(" Say  it, now. ")).isEqualTo(" Say  it, now. ");
        }

        @Test
        void leavesOutWhiteSpace() {
            assertThat(reduced(" Say  it,\nnow. ", Editorial.WHITE_SPACE))
                    .isEqualTo("Say it, now.");
        }

        @Test
        void leavesOutPunctuation() {
            assertThat(reduced("“Say” it – now…", Editorial.PUNCTUATION)).isEqualTo("Say it  now");
        }

        @Test
        void leavesOutLetterCase() {
            assertThat(reduced("Say IT", Editorial.LETTER_CASE)).isEqualTo("say it");
        }

        @Test
        void leavesOutAllThreeTogether() {
            assertThat(reduced("Say – IT, now.", Editorial.values())).isEqualTo("say it now");
        }
    }

    @Nested
    class AFileThatDoesNotHold {

        @Test
        void hasAllItsMistakesReportedAtOnceWithTheirPlaces() {
            var text =
                    """
                    name: ""
                    levels:
                      - { code: OPEN, portion: O, name: { en: Open } }
                      - { code: OPEN, portion: O, name: { de: Zu }, clasified: true }
                      - closed
                    captions:
                      - { code: INNER, atLeast: NO-SUCH, channel: perhaps, name: { en: Inner } }
                    precedences:
                      - { code: fast, letter: FF, handling: six hours, name: { en: Fast } }
                      - { code: NEVER, letter: N, handling: PT0S, name: { en: Never } }
                    topics:
                      - { code: T, from: yesterday, name: { en: T } }
                      - { code: U, from: 2026-02-01, until: 2026-01-01, name: { en: U } }
                    types:
                      - { code: NOTE, letterhead: NO-SUCH, outline: [SPEECH], name: { en: Note } }
                    letterheads:
                      - { code: PLAIN, language: "?", words: { from: F, action: T, info: I, row.SPEECH: S } }
                    numbering:
                      - { offices: [], scope: EVERY_DAY, template: "{serial}" }
                      - { offices: [BERLIN], scope: SYSTEM_YEAR, template: "{number}" }
                    clearing:
                      instructions: [l]
                      operations: [OPS]
                      shortestSilence: 24
                      editorial: [SPELLING]
                    limits:
                      summaryOver: 10
                      longestClassification: many
                      portionMarks: maybe
                      smallestCount: few
                      largestAttachment: 2GB
                      attachmentTypes: [pdf, application/pdf, application/pdf]
                    mailDomains: partner.example
                    colour: red
                    """;

            assertThat(mistakes(text))
                    .containsExactlyInAnyOrder(
                            "POLICY_VALUE_WRONG name",
                            "POLICY_KEY_MISSING version",
                            "POLICY_VALUE_TWICE levels[2].code",
                            "POLICY_VALUE_TWICE levels[2].portion",
                            "POLICY_KEY_MISSING levels[2].name.en",
                            "POLICY_KEY_UNKNOWN levels[2].clasified",
                            "POLICY_VALUE_WRONG levels[3]",
                            "POLICY_REFERENCE_UNKNOWN captions[1].atLeast",
                            "POLICY_VALUE_WRONG captions[1].channel",
                            "POLICY_VALUE_WRONG precedences[1].code",
                            "POLICY_VALUE_WRONG precedences[1].letter",
                            "POLICY_VALUE_WRONG precedences[1].handling",
                            "POLICY_VALUE_WRONG precedences[2].handling",
                            "POLICY_VALUE_WRONG topics[1].from",
                            "POLICY_VALUE_WRONG topics[2].until",
                            "POLICY_REFERENCE_UNKNOWN types[1].letterhead",
                            "POLICY_REFERENCE_UNKNOWN types[1].outline",
                            "POLICY_VALUE_WRONG types",
                            "POLICY_VALUE_WRONG letterheads[1].language",
                            "POLICY_KEY_MISSING letterheads[1].words.subject",
                            "POLICY_KEY_UNKNOWN letterheads[1].words.row.SPEECH",
                            "POLICY_VALUE_WRONG numbering[1].scope",
                            "POLICY_VALUE_WRONG numbering[1].template",
                            "POLICY_VALUE_WRONG numbering[1].offices",
                            "POLICY_VALUE_WRONG numbering[2].template",
                            "POLICY_KEY_MISSING numbering[2].series",
                            "POLICY_VALUE_WRONG numbering[2].offices",
                            "POLICY_VALUE_WRONG clearing.instructions",
                            "POLICY_VALUE_WRONG clearing.operations",
                            "POLICY_VALUE_WRONG clearing.shortestSilence",
                            "POLICY_VALUE_WRONG clearing.editorial",
                            "POLICY_VALUE_WRONG limits.summaryOver",
                            "POLICY_VALUE_WRONG limits.longestClassification",
                            "POLICY_VALUE_WRONG limits.portionMarks",
                            "POLICY_VALUE_WRONG limits.smallestCount",
                            "POLICY_VALUE_WRONG limits.largestAttachment",
                            "POLICY_VALUE_WRONG limits.attachmentTypes",
                            "POLICY_VALUE_TWICE limits.attachmentTypes",
                            "POLICY_VALUE_WRONG mailDomains",
                            "POLICY_KEY_UNKNOWN colour");
        }

        @Test
        void saysOfASectionThatIsAbsentThatItIsAbsentAndNothingMore() {
            assertThat(mistakes("name: Empty house"))
                    .containsExactlyInAnyOrder(
                            "POLICY_KEY_MISSING version",
                            "POLICY_KEY_MISSING levels",
                            "POLICY_KEY_MISSING captions",
                            "POLICY_KEY_MISSING precedences",
                            "POLICY_KEY_MISSING topics",
                            "POLICY_KEY_MISSING types",
                            "POLICY_KEY_MISSING letterheads",
                            "POLICY_KEY_MISSING numbering",
                            "POLICY_KEY_MISSING clearing",
                            "POLICY_KEY_MISSING limits",
                            "POLICY_KEY_MISSING mailDomains");
        }

        @Test
        void namesTheAllowedValuesAndTheMend() {
            var refusal =
                    catchThrowableOfType(
                            Refusal.class,
                            () -> PolicyFile.read(with("upTo: OPEN", "upTo: OPENED")));

            assertThat(refusal)
                    .hasMessage(
                            "In the policy file mailDomains[1].upTo names “OPENED”, which the file"
                                    + " does not have.");
            assertThat(refusal.mend()).isEqualTo("Name one of: CLOSED, OPEN.");
            assertThat(refusal.first().code().code()).isEqualTo("POL-001");
        }

        @Test
        void needsASchemeForEveryOtherOfficeAtTheEnd() {
            assertThat(mistakes(with("{ offices: [],", "{ offices: [ROME],")))
                    .containsExactly("POLICY_VALUE_WRONG numbering[2].offices");
            assertThat(mistakes(with("{ offices: [PARIS],", "{ offices: [],")))
                    .containsExactly("POLICY_VALUE_WRONG numbering[1].offices");
        }

        @Test
        void needsALevelATopicAndAPrecedence() {
            assertThat(mistakes(GOOD.replaceAll("(?s)topics:.*types:", "topics: []\ntypes:")))
                    .containsExactly("POLICY_VALUE_WRONG topics");
        }

        @Test
        void namesADomainInItsPlainForm() {
            assertThat(mistakes(with("domain: partner.example", "domain: http://partner.example")))
                    .containsExactly("POLICY_VALUE_WRONG mailDomains[1].domain");
        }

        @Test
        void mayNotNameAKeyTwice() {
            assertThat(mistakes(GOOD + "name: Other house\n"))
                    .singleElement()
                    .asString()
                    .startsWith("POLICY_UNREADABLE ")
                    .contains("duplicate key name");
        }

        @Test
        void isNoYamlAtAll() {
            assertThat(mistakes("levels: [ { code: A"))
                    .singleElement()
                    .asString()
                    .startsWith("POLICY_UNREADABLE ")
                    .contains("line 1");
            assertThat(mistakes("a word")).contains("POLICY_VALUE_WRONG ");
        }
    }

    @Nested
    class TheFileOfAnInstallation {

        @Test
        void isReadFromItsPath(@TempDir Path folder) throws Exception {
            var file = Files.writeString(folder.resolve("house.yaml"), GOOD);

            assertThat(PolicySource.find(file.toString()).read().name()).isEqualTo("Small house");
        }

        @Test
        void thatIsNotThereIsNamed(@TempDir Path folder) {
            var missing = folder.resolve("house.yaml").toString();

            var refusal = catchThrowableOfType(Refusal.class, () -> PolicySource.find(missing));

            assertThat(refusal)
                    .hasMessage("There is no policy file “" + missing + "” that can be read.");
            assertThat(refusal.mend())
                    .isEqualTo(
                            "Set CHANCERY_POLICY to the path of one, or to one of us, uk, de,"
                                    + " org.");
        }

        @Test
        void thatDoesNotHoldIsNamedBeforeItsMistakes(@TempDir Path folder) throws Exception {
            var file = Files.writeString(folder.resolve("house.yaml"), with("PT6H", "soon"));

            var refusal =
                    catchThrowableOfType(
                            Refusal.class, () -> PolicySource.find(file.toString()).read());

            assertThat(refusal.problems())
                    .extracting(Problem::detail)
                    .containsExactly(
                            "The policy file “" + file + "” has a mistake.",
                            "In the policy file precedences[1].handling is “soon”.");
        }
    }
}
