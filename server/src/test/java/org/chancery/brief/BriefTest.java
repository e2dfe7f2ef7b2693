// SPDX-License-Identifier: Apache-2.0
package org.chancery.brief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.chancery.delivery.ReleasedCables.row;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.text.PDFTextStripper;
import org.chancery.DatabaseTest;
import org.chancery.access.Accounts;
import org.chancery.access.Actor;
import org.chancery.access.Label;
import org.chancery.access.Permission;
import org.chancery.access.ReadScope;
import org.chancery.audit.AuditTrail;
import org.chancery.delivery.ReleasedCables;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.Names;
import org.chancery.directory.OfficeCode;
import org.chancery.engagement.Approach;
import org.chancery.engagement.AskResponse;
import org.chancery.engagement.DeliveryForm;
import org.chancery.engagement.Demarches;
import org.chancery.engagement.FollowUp;
import org.chancery.engagement.Interlocutor;
import org.chancery.engagement.Ministry;
import org.chancery.engagement.NewDemarche;
import org.chancery.engagement.Reasons;
import org.chancery.finding.Findings;
import org.chancery.instruction.Instruction;
import org.chancery.instruction.Instructions;
import org.chancery.instruction.InterlocutorLevel;
import org.chancery.kernel.Problem;
import org.chancery.kernel.ReducedDate;
import org.chancery.kernel.Refusal;
import org.chancery.kernel.Sha256;
import org.chancery.position.Basis;
import org.chancery.position.BasisClass;
import org.chancery.position.Lane;
import org.chancery.position.Position;
import org.chancery.position.Positions;
import org.chancery.position.Step;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/// What stands in a brief, how it is marked, and what never gets into it.
@DatabaseTest
@Import({ReleasedCables.class, BriefTest.TwoGazettes.class})
class BriefTest {

    private static final int SBU = 1;
    private static final int SECRET = 3;
    private static final List<String> ALL =
            Stream.of(Part.values()).filter(p -> p != Part.INDICATORS).map(Part::name).toList();

    /// Two gazette numbers of one rule, as the measures would tell of them (MEA-006).
    static class TwoGazettes {

        @Bean
        OpenQuestions twoGazettes() {
            return (subject, reader) ->
                    new TreeSet<>(subject.families())
                            .stream()
                                    .limit(1)
                                    .map(
                                            family ->
                                                    new OpenQuestion(
                                                            family,
                                                            Names.of(
                                                                    "Gazette numbers 256 and 257"
                                                                            + " are both recorded.",
                                                                    "Die Blattnummern 256 und 257"
                                                                            + " sind beide"
                                                                            + " erfasst."),
                                                            "Law gazette",
                                                            "",
                                                            Label.OPEN))
                                    .toList();
        }
    }

    private final Briefs briefs;
    private final ReleasedCables cables;
    private final Instructions instructions;
    private final Positions positions;
    private final Demarches demarches;
    private final AuditTrail audit;
    private final Clock clock;
    private final Actor desk;
    private final Actor berlin;
    private final Actor ottawa;
    private final Instruction instruction;
    private final String finding;

    BriefTest(
            Briefs briefs,
            ReleasedCables cables,
            Instructions instructions,
            Positions positions,
            Demarches demarches,
            Findings findings,
            Accounts accounts,
            AuditTrail audit,
            Clock clock) {
        this.briefs = briefs;
        this.cables = cables;
        this.instructions = instructions;
        this.positions = positions;
        this.demarches = demarches;
        this.audit = audit;
        this.clock = clock;
        this.desk = accounts.actor("desk").orElseThrow();
        this.berlin = accounts.actor("berlin").orElseThrow();
        this.ottawa = maker(accounts.actor("ottawa").orElseThrow());
        this.instruction = instruct();
        this.finding =
                findings.page(new GovernmentCode("DE"), "MEASURE", null, 1, desk.scope())
                        .rows()
                        .getFirst()
                        .facts()
                        .id()
                        .toString();
    }

    private Instruction instruct() {
        var cable =
                cables.release(
                        List.of("BERLIN", "OTTAWA"),
                        List.of(),
                        content ->
                                content.type("INSTRUCTION")
                                        .paragraphs(
                                                List.of(
                                                        row("POINT", "P1", "Say it.", Map.of()),
                                                        row("ASK", "A1", "Tighten rules", Map.of()),
                                                        row("ASK", "A2", "Publish", Map.of()))));
        return instructions.of(cable.mrn(), desk.scope()).orElseThrow();
    }

    private static Actor maker(Actor person) {
        return new Actor(
                person.person(),
                person.signIn(),
                person.displayName(),
                person.office(),
                Set.of(Permission.MAKE_BRIEF),
                person.scope());
    }

    private static Actor with(Actor person, String name, int level, Set<String> captions) {
        return new Actor(
                person.person(),
                person.signIn(),
                name,
                person.office(),
                person.permissions(),
                new ReadScope(level, captions, person.scope().offices()));
    }

    private static Label label(int level, String... captions) {
        return new Label(level, Set.of(captions), Set.of());
    }

    private void enter(
            String government, String ask, Lane lane, Step step, String words, Label label) {
        enter(
                government,
                ask,
                lane,
                step,
                words,
                new Basis(BasisClass.ON_RECORD, Basis.Kind.FINDING, finding),
                label);
    }

    private void enter(
            String government,
            String ask,
            Lane lane,
            Step step,
            String words,
            Basis basis,
            Label label) {
        positions.enter(
                new Position(
                        UUID.randomUUID(),
                        instruction.id(),
                        new GovernmentCode(government),
                        ask,
                        lane,
                        step,
                        basis,
                        ReducedDate.parse("2025-11-24"),
                        "MODERATE",
                        "",
                        "",
                        "",
                        Names.of(words, words),
                        Position.State.CONFIRMED,
                        "EUR",
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        null,
                        null,
                        label));
    }

    private BriefOrder order(String government, List<String> parts, String level) {
        return new BriefOrder(
                instruction.id().value(),
                government,
                "",
                "",
                level,
                "en",
                parts,
                List.of("PDF", "DOCX", "HTML"),
                List.of(),
                false);
    }

    private static BriefOrder knownAt(BriefOrder order, Instant at) {
        return new BriefOrder(
                order.instruction(),
                order.government(),
                order.asOf(),
                at.toString(),
                order.level(),
                order.language(),
                order.parts(),
                order.formats(),
                order.comparisons(),
                order.sinceLast());
    }

    private String text(Brief brief, Actor reader) throws IOException {
        try (var pdf = Loader.loadPDF(briefs.open(brief.number(), "pdf", reader).bytes())) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        }
    }

    private static String words(Paper paper) {
        var words = new StringBuilder(paper.title() + paper.lede() + paper.withheld());
        for (var block : paper.blocks()) {
            switch (block) {
                case Block.Heading heading -> words.append(heading.text());
                case Block.Paragraph paragraph -> add(paragraph.text(), words);
                case Block.Items items -> items.items().forEach(item -> add(item, words));
                case Block.Grid grid ->
                        grid.rows().forEach(row -> row.forEach(cell -> add(cell, words)));
            }
        }
        paper.notes().forEach(note -> words.append(note.text()).append(note.uri()).append('\n'));
        return words.toString();
    }

    private static void add(Block.Text text, StringBuilder words) {
        text.runs().forEach(run -> words.append(run.words()));
        words.append('\n');
    }

    /// Everything in a file, streams unpacked.
    private static String everything(Brief.Copy copy) throws IOException {
        var raw = new String(copy.bytes(), StandardCharsets.UTF_8);
        if (copy.name().endsWith(".docx")) {
            var parts = new StringBuilder();
            try (var zip = new ZipInputStream(new ByteArrayInputStream(copy.bytes()))) {
                for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    parts.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            return parts.toString();
        }
        if (copy.name().endsWith(".pdf")) {
            try (var pdf = Loader.loadPDF(copy.bytes())) {
                var all = new StringBuilder(raw).append(new PDFTextStripper().getText(pdf));
                for (var key : pdf.getDocument().getXrefTable().keySet()) {
                    if (pdf.getDocument().getObjectFromPool(key).getObject()
                            instanceof COSStream stream) {
                        try (var in = stream.createInputStream()) {
                            all.append(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
                        }
                    }
                }
                return all.toString();
            }
        }
        return raw;
    }

    @Nested
    class Marking {

        @Test
        void isTheHighestOfAllThatStandsInItWithAllCaptions() {
            var reader = with(desk, "D", SECRET, Set.of("EXDIS", "NOFORN"));
            enter("DE", "A1", Lane.WORD, Step.LEANS_SUPPORT, "x", label(SECRET, "EXDIS"));
            enter("FR", "A1", Lane.WORD, Step.LEANS_SUPPORT, "x", label(SBU, "NOFORN"));

            assertThat(briefs.preview(order("", ALL, ""), reader).marking())
                    .isEqualTo(
                            "EXERCISE TEST · Secret // Exclusive distribution // Own nationals"
                                    + " only · EXERCISE TEST");
        }

        @Test
        void isNotRaisedByAPartThatIsNotInIt() {
            enter("DE", "A1", Lane.WORD, Step.LEANS_SUPPORT, "x", label(SECRET));

            assertThat(briefs.preview(order("fr", ALL, ""), desk).label())
                    .isEqualTo("Sensitive but unclassified");
            assertThat(briefs.preview(order("", List.of("MEASURES"), ""), desk).label())
                    .isEqualTo("Sensitive but unclassified");
        }

        @Test
        void standsOnTheFileAndTheKeptBriefAlike() throws IOException {
            enter("DE", "A1", Lane.WORD, Step.LEANS_SUPPORT, "x", label(SECRET));
            var brief = briefs.make(order("", ALL, ""), desk);

            assertThat(brief.label().level()).isEqualTo(SECRET);
            assertThat(brief.label().readers()).containsExactly(desk.office());
            assertThat(text(brief, desk)).contains("EXERCISE TEST · Secret · EXERCISE TEST");
        }
    }

    /// RPT-006.
    @Nested
    class ForReadersOfALowerLevel {

        @Test
        void cellsAboveItAreDroppedAndCounted() {
            enter("DE", "A1", Lane.WORD, Step.LEANS_SUPPORT, "ZEBRAFISH", label(SECRET));
            enter("DE", "A1", Lane.DEED, Step.LEANS_SUPPORT, "ZEBRAFISH", label(SECRET));
            enter("FR", "A2", Lane.WORD, Step.LEANS_OPPOSE, "ZEBRAFISH", label(SECRET));
            enter("FR", "A1", Lane.WORD, Step.SUPPORTS, "seen", label(SBU));
            var preview = briefs.preview(order("", ALL, "SBU"), desk);

            assertThat(preview.paper().withheld()).startsWith("2 cells withheld at your level.");
            assertThat(preview.label()).isEqualTo("Sensitive but unclassified");
            assertThat(words(preview.paper())).contains("seen").doesNotContain("ZEBRAFISH");
        }

        @Test
        void whatIsDroppedIsInNoByteOfAnyFile() throws IOException {
            enter("DE", "A1", Lane.WORD, Step.LEANS_SUPPORT, "ZEBRAFISH", label(SECRET));
            enter("FR", "A1", Lane.WORD, Step.LEANS_SUPPORT, "SWORDFISH", label(SBU));
            var brief = briefs.make(order("", ALL, "SBU"), desk);

            for (var file : brief.files()) {
                var all = everything(briefs.open(brief.number(), file.ending(), desk));
                assertThat(all).as(file.ending()).contains("SWORDFISH");
                assertThat(all).as(file.ending()).doesNotContain("ZEBRAFISH");
            }
        }

        @Test
        void aLevelAboveOnesOwnIsRefused() {
            var reader = with(desk, "D", SBU, Set.of());
            var refusal =
                    catchThrowableOfType(
                            Refusal.class, () -> briefs.preview(order("", ALL, "SECRET"), reader));

            assertThat(refusal.first().code().code()).isEqualTo("BRF-001");
            assertThat(refusal).hasMessage("“SECRET” is no level you may give a brief.");
            assertThat(refusal.mend()).isEqualTo("Choose your own level or a lower one.");
        }

        @Test
        void theInstructionItselfCannotBeAboveIt() {
            var refusal =
                    catchThrowableOfType(
                            Refusal.class,
                            () -> briefs.preview(order("", ALL, "UNCLASSIFIED"), desk));

            assertThat(refusal.first().code().code()).isEqualTo("BRF-002");
            assertThat(refusal)
                    .hasMessage(
                            "The instruction is SBU; readers of UNCLASSIFIED may not see what it"
                                    + " asks.");
            assertThat(refusal.mend()).isEqualTo("Choose SBU or higher.");
        }
    }

    /// PIC-002.
    @Nested
    class WhatTheMakerMayNotRead {

        @Test
        void leavesNoTrace() {
            enter("FR", "A1", Lane.WORD, Step.LEANS_SUPPORT, "seen", label(SBU));
            var at = clock.instant().plusSeconds(0);
            var order = order("", ALL, "");
            var before = briefs.data(knownAt(order, at), ottawa);
            positions.enter(
                    new Position(
                            UUID.randomUUID(),
                            instruction.id(),
                            new GovernmentCode("FR"),
                            "A2",
                            Lane.WORD,
                            Step.LEANS_OPPOSE,
                            new Basis(BasisClass.ON_RECORD, Basis.Kind.FINDING, finding),
                            ReducedDate.parse("2025-11-24"),
                            "LOW",
                            "",
                            "",
                            "",
                            Names.of("hidden", "verborgen"),
                            Position.State.CONFIRMED,
                            "EUR",
                            at.minusSeconds(5),
                            null,
                            null,
                            new Label(SBU, Set.of(), Set.of(new OfficeCode("BERLIN")))));

            assertThat(briefs.data(knownAt(order, at), ottawa)).isEqualTo(before);
            assertThat(briefs.preview(order, ottawa).paper().withheld()).isEmpty();
        }

        @Test
        void anEntryWhoseBasisIsHiddenIsNotThereAndTheBriefIs() {
            var demarche =
                    demarches.record(
                            new NewDemarche(
                                    UUID.randomUUID().toString(),
                                    instruction.id(),
                                    null,
                                    new GovernmentCode("DE"),
                                    clock.instant(),
                                    DeliveryForm.MEETING,
                                    new Interlocutor(
                                            Ministry.FOREIGN,
                                            "Director for migration",
                                            InterlocutorLevel.DIRECTOR),
                                    "",
                                    "de",
                                    List.of(),
                                    Approach.UNSAID,
                                    null,
                                    FollowUp.NONE,
                                    Reasons.NONE,
                                    List.of(
                                            new org.chancery.engagement.PointDelivery(
                                                    "P1",
                                                    org.chancery.engagement.PointDelivery.How
                                                            .RAISED,
                                                    "")),
                                    List.of(
                                            new AskResponse(
                                                    "A1", AskResponse.Code.TOOK_NOTE, "heard"),
                                            new AskResponse(
                                                    "A2", AskResponse.Code.TOOK_NOTE, "heard"))),
                            berlin);
            enter(
                    "DE",
                    "A1",
                    Lane.DEED,
                    Step.LEANS_SUPPORT,
                    "SWORDFISH",
                    new Basis(
                            BasisClass.PRIVATE_RESPONSE,
                            Basis.Kind.DEMARCHE,
                            demarche.id().toString()),
                    label(SBU));

            assertThat(words(briefs.preview(order("de", ALL, ""), ottawa).paper()))
                    .doesNotContain("SWORDFISH")
                    .doesNotContain("Director for migration");
            assertThat(words(briefs.preview(order("de", ALL, ""), desk).paper()))
                    .contains("SWORDFISH")
                    .contains("BERLIN, Director for migration");
        }
    }

    /// PIC-003, MEA-006, IND-003.
    @Nested
    class OpenQuestionsOfIt {

        private Paper example(List<String> parts, String known, List<String> comparisons) {
            return briefs.preview(
                            new BriefOrder(
                                    "I-25-0001",
                                    "de",
                                    "2025-12-01",
                                    known,
                                    "",
                                    "en",
                                    parts,
                                    List.of("PDF"),
                                    comparisons,
                                    false),
                            desk)
                    .paper();
        }

        @Test
        void claimsNobodyHasAssessedArePrintedWhateverPartsAreChosen() {
            assertThat(words(example(List.of("STATE"), "2025-11-22", List.of())))
                    .containsPattern(
                            "P\\d+(, P\\d+)* rests on claim \\S+, which nobody has assessed");
        }

        @Test
        void pressReportsThatDisagreeArePrintedWhereTheBriefUsesThePress() {
            assertThat(words(example(List.of("PRESS"), "", List.of())))
                    .contains("headline says worldwide, body names three regions");
            assertThat(words(example(List.of("STATE"), "", List.of())))
                    .doesNotContain("headline says worldwide");
        }

        @Test
        void twoGazetteNumbersStandInTheFootnoteOfTheRule() {
            var paper = example(List.of("MEASURES"), "", List.of());

            assertThat(paper.notes().stream().map(Paper.Note::text))
                    .anyMatch(
                            note ->
                                    note.contains("Gazette numbers 256 and 257 are both recorded")
                                            && note.contains("confidence"));
        }

        @Test
        void numbersThatMayNotBeComparedCarryTheReason() {
            var pair = "US_REFUGEE_CEILING:FY2026 US_REFUGEE_ADMITTED:FY2024";

            assertThat(words(example(List.of("INDICATORS"), "", List.of(pair))))
                    .contains("Ceiling (FY2026) against admissions (FY2024): different metrics.");
        }

        @Test
        void theWarningAndTheVocabularyAreAlwaysThere() {
            assertThat(words(example(List.of("PRESS"), "", List.of())))
                    .contains("Moving together is not effect")
                    .contains("Vocabulary: " + DataPart.FORMAT)
                    .contains("US style");
        }

        @Test
        void everyMarkHasItsSourceBasisAndConfidence() {
            var paper = example(List.of("POSITIONS"), "", List.of());

            assertThat(paper.notes()).isNotEmpty();
            assertThat(paper.notes().getFirst().text())
                    .contains("as of 2025")
                    .contains("confidence")
                    .containsPattern("Official act|On record|Reported|Response in private");
        }
    }

    /// PIC-004.
    @Nested
    class TheDataPart {

        @Test
        void isTheSameBytesForTheSameFilterEvenAfterLaterEntries() {
            enter("DE", "A1", Lane.WORD, Step.LEANS_SUPPORT, "first", label(SBU));
            var order = knownAt(order("", ALL, ""), clock.instant().truncatedTo(ChronoUnit.MICROS));
            var first = briefs.data(order, desk);
            var second = briefs.data(order, desk);
            enter("DE", "A1", Lane.WORD, Step.LEANS_OPPOSE, "later", label(SBU));
            var later = briefs.data(order, desk);

            assertThat(second).isEqualTo(first);
            assertThat(later).isEqualTo(first);
            assertThat(new String(first, StandardCharsets.UTF_8))
                    .contains("first")
                    .doesNotContain("later");
            assertThat(briefs.data(order("", ALL, ""), desk)).isNotEqualTo(first);
        }

        @Test
        void hasItsHashPrintedOnTheBriefBesideNumberMakerAndAuditEntry() throws IOException {
            var brief = briefs.make(order("", ALL, ""), desk);
            var data = briefs.open(brief.number(), "json", desk).bytes();
            var logged = audit.page(brief.audit() + 1, 1).rows().getFirst();

            assertThat(Sha256.hex(data)).isEqualTo(brief.dataHash());
            assertThat(logged.act()).isEqualTo("brief.made");
            assertThat(logged.facts()).containsEntry("data", brief.dataHash());
            assertThat(text(brief, desk).replace(" ", ""))
                    .contains(brief.dataHash())
                    .contains(brief.number())
                    .contains(logged.hash())
                    .contains("Deskofficer,EUR");
        }
    }

    @Nested
    class OnceMade {

        @Test
        void itIsKeptAsItWentOut() {
            var brief = briefs.make(order("de", ALL, ""), desk);

            assertThat(brief.files().stream().map(Brief.File::ending))
                    .containsExactly("pdf", "docx", "html", "csv", "json");
            for (var file : brief.files()) {
                var copy = briefs.open(brief.number(), file.ending(), desk);
                assertThat(Sha256.hex(copy.bytes())).isEqualTo(file.sha256());
            }
            assertThat(briefs.list(desk)).contains(brief);
        }

        @Test
        void eachOpeningIsAudited() {
            var brief = briefs.make(order("de", ALL, ""), desk);
            briefs.open(brief.number(), "csv", desk);

            assertThat(audit.page(Long.MAX_VALUE, 10).rows())
                    .anyMatch(
                            entry ->
                                    entry.act().equals("brief.opened")
                                            && entry.objectId().equals(brief.number())
                                            && entry.facts().get("file").equals("csv"));
        }

        @Test
        void anotherOfficeAndALowerLevelFindNothing() {
            enter("DE", "A1", Lane.WORD, Step.LEANS_SUPPORT, "x", label(SECRET));
            var brief = briefs.make(order("", ALL, ""), desk);
            var junior = with(desk, "J", SBU, Set.of());

            for (var reader : List.of(ottawa, junior)) {
                var refusal =
                        catchThrowableOfType(
                                Refusal.class, () -> briefs.open(brief.number(), "pdf", reader));
                assertThat(refusal.first().code().code()).isEqualTo("ACC-001");
                assertThat(briefs.list(reader)).doesNotContain(brief);
            }
        }

        @Test
        void theNextOneSaysWhatChanged() {
            enter("DE", "A1", Lane.WORD, Step.LEANS_SUPPORT, "x", label(SBU));
            var first = briefs.make(since(order("de", ALL, "")), desk);
            enter("DE", "A1", Lane.WORD, Step.LEANS_OPPOSE, "y", label(SBU));
            var next = briefs.preview(since(order("de", ALL, "")), desk).paper();

            assertThat(words(next))
                    .contains("Since " + first.number() + ":")
                    .contains("Germany, A1, in word: Leans to, now Leans against.");
        }

        @Test
        void aHigherOneBeforeItIsNotComparedWith() {
            enter("DE", "A1", Lane.WORD, Step.LEANS_SUPPORT, "x", label(SECRET));
            briefs.make(order("de", ALL, ""), desk);

            assertThat(words(briefs.preview(since(order("de", ALL, "SBU")), desk).paper()))
                    .contains("This is the first brief your office made of it.");
        }

        private BriefOrder since(BriefOrder order) {
            return new BriefOrder(
                    order.instruction(),
                    order.government(),
                    "",
                    "",
                    order.level(),
                    order.language(),
                    order.parts(),
                    order.formats(),
                    List.of(),
                    true);
        }
    }

    @Nested
    class AnOrderWithMistakes {

        @Test
        void isToldAllOfThem() {
            var order =
                    new BriefOrder(
                            instruction.id().value(),
                            "atlantis",
                            "2999-01-01",
                            "yesterday",
                            "COSMIC",
                            "xx",
                            List.of(),
                            List.of(),
                            List.of("NOTHING:1 NOTHING:2"),
                            false);
            var refusal = catchThrowableOfType(Refusal.class, () -> briefs.make(order, desk));

            assertThat(
                            refusal.problems().stream()
                                    .map(problem -> problem.field() + " " + problem.code().code())
                                    .collect(Collectors.toList()))
                    .containsExactlyInAnyOrder(
                            "for INP-004",
                            "as-of BRF-005",
                            "known-at INP-001",
                            "level BRF-001",
                            "language INP-004",
                            "parts BRF-003",
                            "compare BRF-006",
                            "formats BRF-004");
            assertThat(mend(refusal, "BRF-003")).isEqualTo("Choose at least one part.");
            assertThat(mend(refusal, "BRF-004")).isEqualTo("Choose PDF, Word or web page.");
            assertThat(mend(refusal, "BRF-005")).isEqualTo("Choose a day or a time up to now.");
            assertThat(mend(refusal, "BRF-006")).startsWith("Write series and period of both");
        }

        private String mend(Refusal refusal, String code) {
            return refusal.problems().stream()
                    .filter(problem -> problem.code().code().equals(code))
                    .map(Problem::mend)
                    .findFirst()
                    .orElseThrow();
        }

        @Test
        void isRefusedToWhoeverMayNotMakeBriefs() {
            var refusal =
                    catchThrowableOfType(
                            Refusal.class, () -> briefs.make(order("", ALL, ""), berlin));

            assertThat(refusal.first().code().code()).isEqualTo("ACC-006");
        }
    }

    @Nested
    class OfTheWorkedExample {

        private byte[] pdf(String language, String government) {
            var order =
                    new BriefOrder(
                            "I-25-0001",
                            government,
                            "2025-12-01",
                            "",
                            "",
                            language,
                            ALL,
                            List.of("PDF"),
                            List.of(),
                            true);
            return briefs.open(briefs.make(order, desk).number(), "pdf", desk).bytes();
        }

        @Test
        void theBoardCanBeReadAloudAndKeptInBothLanguages() throws Exception {
            for (var language : List.of("en", "de")) {
                var pdf = pdf(language, "");
                assertThat(PdfUaTest.against(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
                assertThat(PdfUaTest.against(pdf, PDFAFlavour.PDFA_3_A)).isEmpty();
            }
        }

        @Test
        void soCanTheBriefOnOneGovernment() throws Exception {
            var pdf = pdf("de", "de");

            assertThat(PdfUaTest.against(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
            assertThat(PdfUaTest.against(pdf, PDFAFlavour.PDFA_3_A)).isEmpty();
        }
    }

    @Nested
    class InGerman {

        @Test
        void everyHeadingIsGerman() {
            var order = order("de", ALL, "");
            var german =
                    new BriefOrder(
                            order.instruction(),
                            "de",
                            "",
                            "",
                            "",
                            "de",
                            ALL,
                            order.formats(),
                            List.of(),
                            false);
            var paper = briefs.preview(german, desk).paper();

            assertThat(paper.language()).isEqualTo(Locale.GERMAN);
            assertThat(paper.title()).startsWith("Deutschland: ");
            assertThat(words(paper)).contains("Haltung je Bitte").contains("Offene Fragen");
        }
    }
}
