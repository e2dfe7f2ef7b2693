// SPDX-License-Identifier: Apache-2.0
package org.chancery.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// A brief as a Word document, opened again.
class DocxTest {

    private static XWPFDocument open(Paper paper) throws IOException {
        return new XWPFDocument(
                new ByteArrayInputStream(
                        Papers.FILES.write(Format.DOCX, paper, Papers.stamp("A. Lindqvist, EUR"))));
    }

    @Nested
    class ABoardOfTwentyFourGovernments {

        private final Paper paper = Papers.board(Locale.GERMAN, 24);

        @Test
        void hasAFootnoteForEachMark() throws IOException {
            try (var document = open(paper)) {
                assertThat(
                                document.getFootnotes().stream()
                                        .filter(note -> !note.getParagraphs().isEmpty())
                                        .filter(
                                                note ->
                                                        !note.getParagraphs()
                                                                .getFirst()
                                                                .getText()
                                                                .isEmpty()))
                        .hasSize(24 * 5);
                assertThat(document.getTables().getFirst().getRow(1).getCell(1).getText())
                        .contains("in word: Leans to");
            }
        }

        @Test
        void hasItsHeadingsAsStyles() throws IOException {
            try (var document = open(paper)) {
                assertThat(document.getParagraphs())
                        .filteredOn(paragraph -> "Heading1".equals(paragraph.getStyle()))
                        .extracting(XWPFParagraph::getText)
                        .contains("Position per ask", "About this brief");
                assertThat(document.getStyles().getStyle("Heading1").getName())
                        .isEqualTo("heading 1");
            }
        }

        @Test
        void carriesTheMarkingAtHeadAndFootOfEachPage() throws IOException {
            try (var document = open(paper)) {
                assertThat(document.getHeaderList().getFirst().getText())
                        .contains("Restricted // EXDIS");
                assertThat(document.getFooterList().getFirst().getText())
                        .contains("Restricted // EXDIS")
                        .contains("B-25-0123456789ab · A. Lindqvist, EUR");
            }
        }

        @Test
        void repeatsTheHeadOfItsTables() throws IOException {
            try (var document = open(paper)) {
                assertThat(document.getTables())
                        .allSatisfy(table -> assertThat(table.getRow(0).isRepeatHeader()).isTrue());
            }
        }

        @Test
        void saysItsLanguage() throws Exception {
            try (var document = open(paper)) {
                assertThat(
                                document.getStyle()
                                        .getDocDefaults()
                                        .getRPrDefault()
                                        .getRPr()
                                        .getLangArray(0)
                                        .getVal())
                        .isEqualTo("de");
            }
        }

        @Test
        void namesNobodyInItsProperties() throws IOException {
            try (var document = open(paper)) {
                var properties = document.getProperties().getCoreProperties();
                assertThat(properties.getCreator()).isEqualTo("Chancery B-25-0123456789ab");
                assertThat(properties.getLastModifiedByUser()).isNullOrEmpty();
            }
        }
    }

    @Test
    void textFromRightToLeftIsKept() throws IOException {
        var text = "بيان صحفي";
        var paper =
                Papers.paper(
                        Locale.ENGLISH,
                        text,
                        List.of(new Block.Paragraph(Block.Text.of(text))),
                        List.of());
        try (var document = open(paper)) {
            assertThat(document.getParagraphs()).extracting(XWPFParagraph::getText).contains(text);
        }
    }
}
