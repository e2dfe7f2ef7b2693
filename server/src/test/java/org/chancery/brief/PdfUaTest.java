// SPDX-License-Identifier: Apache-2.0
package org.chancery.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/// Briefs as files for people who read by ear, and for the archive.
class PdfUaTest {

    private static byte[] pdf(Paper paper, String maker) {
        return Papers.FILES.write(Format.PDF, paper, Papers.stamp(maker));
    }

    /// What veraPDF holds against a file.
    static List<String> against(byte[] pdf, PDFAFlavour profile) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        try (var parser =
                        Foundries.defaultInstance()
                                .createParser(new ByteArrayInputStream(pdf), profile);
                var validator = Foundries.defaultInstance().createValidator(profile, false)) {
            var result = validator.validate(parser);
            assertThat(result.isCompliant()).isEqualTo(result.getTestAssertions().isEmpty());
            return result.getTestAssertions().stream()
                    .map(found -> found.getRuleId() + " " + found.getMessage())
                    .distinct()
                    .toList();
        }
    }

    static Stream<Arguments> briefs() {
        return Stream.of(
                Arguments.of("board in English", Papers.board(Locale.ENGLISH, 24), "A. Lindqvist"),
                Arguments.of("board in German", Papers.board(Locale.GERMAN, 24), "A. Lindqvist"),
                Arguments.of("one government", Papers.board(Locale.ENGLISH, 1), "A. Lindqvist"),
                Arguments.of("empty board", Papers.board(Locale.ENGLISH, 0), "A. Lindqvist"),
                Arguments.of("Hebrew and Arabic", written(RIGHT_TO_LEFT), "יעל כהן, مريم"),
                Arguments.of("a script without a font", written("東京 Tokyo"), "山田"));
    }

    private static final String RIGHT_TO_LEFT = "הודעה לעיתונות – بيان صحفي (2025)";

    private static Paper written(String text) {
        return Papers.paper(
                Locale.ENGLISH,
                text,
                List.of(new Block.Heading(text), new Block.Paragraph(Block.Text.of(text, 1))),
                List.of(new Paper.Note(1, text, "https://example.org/")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("briefs")
    void itCanBeReadAloud(String name, Paper paper, String maker) throws Exception {
        assertThat(against(pdf(paper, maker), PDFAFlavour.PDFUA_1)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("briefs")
    void itCanBeKept(String name, Paper paper, String maker) throws Exception {
        assertThat(against(pdf(paper, maker), PDFAFlavour.PDFA_3_A)).isEmpty();
    }

    @Test
    void aFileWithoutTagsWouldBeFound() throws Exception {
        var bytes = new java.io.ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(bytes);
        }

        assertThat(against(bytes.toByteArray(), PDFAFlavour.PDFUA_1)).isNotEmpty();
        assertThat(against(bytes.toByteArray(), PDFAFlavour.PDFA_3_A)).isNotEmpty();
    }

    @Nested
    class OnEachSheet {

        private String sheet(byte[] pdf, int number) throws IOException {
            try (var document = Loader.loadPDF(pdf)) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(number);
                stripper.setEndPage(number);
                return stripper.getText(document);
            }
        }

        private int sheets(byte[] pdf) throws IOException {
            try (var document = Loader.loadPDF(pdf)) {
                return document.getNumberOfPages();
            }
        }

        @Test
        void standMarkingNumberAndMaker() throws IOException {
            var pdf = pdf(Papers.board(Locale.ENGLISH, 40), "A. Lindqvist, EUR");

            assertThat(sheets(pdf)).isGreaterThan(1);
            for (int i = 1; i <= sheets(pdf); i++) {
                assertThat(sheet(pdf, i).split("EXERCISE · Restricted // EXDIS · EXERCISE", -1))
                        .hasSize(3);
                assertThat(sheet(pdf, i))
                        .contains("B-25-0123456789ab · A. Lindqvist, EUR")
                        .contains(i + "/" + sheets(pdf));
            }
        }

        @Test
        void aNameWithQuotesAndMarkupIsPrintedAsItIs() throws IOException {
            var name = "D. \"O'Brien\" <b>\\A; } @page { margin: 0 }</b>";

            assertThat(sheet(pdf(Papers.board(Locale.ENGLISH, 1), name), 1)).contains(name);
        }

        @Test
        void aVeryLongNameDoesNotPushTheMarkingAway() throws IOException {
            var pdf = pdf(Papers.board(Locale.ENGLISH, 40), "Maximiliane ".repeat(40));

            for (int i = 1; i <= sheets(pdf); i++) {
                assertThat(sheet(pdf, i).split("Restricted // EXDIS", -1)).hasSize(3);
            }
        }

        @Test
        void aNameWrittenFromRightToLeftIsThere() throws IOException {
            assertThat(sheet(pdf(Papers.board(Locale.ENGLISH, 1), "יעל כהן"), 1)).contains("יעל");
        }

        @Test
        void lettersThatFontsJoinAreStillLetters() throws Exception {
            var pdf = pdf(written("after drafting, final affidavit"), "x");

            assertThat(sheet(pdf, 1)).contains("after drafting, final affidavit");
            assertThat(against(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
        }

        @Test
        void aScriptWithoutAFontIsWrittenInLatinLetters() throws IOException {
            assertThat(sheet(pdf(written("東京 Tokyo"), "x"), 1)).contains("dōng");
        }
    }
}
