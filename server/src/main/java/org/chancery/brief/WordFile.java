// SPDX-License-Identifier: Apache-2.0
package org.chancery.brief;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Locale;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/// A paper as a Word document: headings as styles, footnotes as footnotes, the heads of tables
/// repeated, the marking at the head and foot of each page. The properties name the brief and no
/// person.
final class WordFile {

    private static final String TITLE = "Title";
    private static final String HEADING = "Heading1";

    private final XWPFDocument document;
    private final Paper paper;

    private WordFile(XWPFDocument document, Paper paper) {
        this.document = document;
        this.paper = paper;
    }

    static byte[] of(Paper paper, Stamp stamp) {
        var bytes = new ByteArrayOutputStream();
        try (var document = new XWPFDocument()) {
            new WordFile(document, paper).write(stamp);
            document.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("writing brief " + stamp.number(), e);
        }
        return bytes.toByteArray();
    }

    private void write(Stamp stamp) {
        properties(stamp);
        var styles = document.createStyles();
        styles.setSpellingLanguage(paper.language().toLanguageTag());
        styles.setEastAsia(paper.language().toLanguageTag());
        style(TITLE, "Title", 34, -1);
        style(HEADING, "heading 1", 26, 0);
        document.createFootnotes();
        sheet(document.createHeader(HeaderFooterType.DEFAULT).createParagraph(), stamp.marking());
        var foot = document.createFooter(HeaderFooterType.DEFAULT);
        sheet(foot.createParagraph(), stamp.marking());
        foot.createParagraph().createRun().setText(stamp.sheetLine());
        styled(TITLE, paper.title());
        document.createParagraph().createRun().setText(paper.lede());
        if (!paper.withheld().isEmpty()) {
            var run = document.createParagraph().createRun();
            run.setBold(true);
            run.setText(paper.withheld());
        }
        paper.blocks().forEach(this::block);
        styled(HEADING, stamp.labels().about());
        stamp.lines().forEach(line -> document.createParagraph().createRun().setText(line));
    }

    private void properties(Stamp stamp) {
        var properties = document.getProperties().getCoreProperties();
        properties.setTitle(paper.title());
        properties.setCreator("Chancery " + stamp.number());
        properties.setSubjectProperty(stamp.marking());
        document.getProperties()
                .getExtendedProperties()
                .getUnderlyingProperties()
                .setApplication("Chancery");
        properties.getUnderlyingProperties().setLanguageProperty(language(paper.language()));
    }

    private static java.util.Optional<String> language(Locale language) {
        return java.util.Optional.of(language.toLanguageTag());
    }

    /// @param outline 0 for a heading that stands in the outline, -1 for none
    private void style(String id, String name, int halfPoints, int outline) {
        var style = CTStyle.Factory.newInstance();
        style.setType(STStyleType.PARAGRAPH);
        style.setStyleId(id);
        style.addNewName().setVal(name);
        style.addNewQFormat();
        var run = style.addNewRPr();
        run.addNewB();
        run.addNewSz().setVal(BigInteger.valueOf(halfPoints));
        var paragraph = style.addNewPPr();
        paragraph.addNewKeepNext();
        if (outline >= 0) {
            paragraph.addNewOutlineLvl().setVal(BigInteger.valueOf(outline));
        }
        var styles = document.getStyles();
        styles.addStyle(new org.apache.poi.xwpf.usermodel.XWPFStyle(style, styles));
    }

    private static void sheet(XWPFParagraph paragraph, String marking) {
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        var run = paragraph.createRun();
        run.setBold(true);
        run.setText(marking);
    }

    private void styled(String style, String text) {
        var paragraph = document.createParagraph();
        paragraph.setStyle(style);
        paragraph.createRun().setText(text);
    }

    private void block(Block block) {
        switch (block) {
            case Block.Heading heading -> styled(HEADING, heading.text());
            case Block.Paragraph text -> text(document.createParagraph(), text.text());
            case Block.Items items ->
                    items.items()
                            .forEach(
                                    item -> {
                                        var paragraph = document.createParagraph();
                                        paragraph.createRun().setText("• ");
                                        text(paragraph, item);
                                    });
            case Block.Grid grid -> grid(grid);
        }
    }

    private void grid(Block.Grid grid) {
        var caption = document.createParagraph();
        var words = caption.createRun();
        words.setItalic(true);
        words.setText(grid.caption());
        var table = document.createTable(grid.rows().size() + 1, grid.head().size());
        table.setWidth("100%");
        var head = table.getRow(0);
        head.setRepeatHeader(true);
        head.setCantSplitRow(true);
        for (int i = 0; i < grid.head().size(); i++) {
            var run = head.getCell(i).getParagraphArray(0).createRun();
            run.setBold(true);
            run.setText(grid.head().get(i));
        }
        for (int r = 0; r < grid.rows().size(); r++) {
            var row = table.getRow(r + 1);
            row.setCantSplitRow(true);
            for (int c = 0; c < grid.head().size(); c++) {
                text(row.getCell(c).getParagraphArray(0), grid.rows().get(r).get(c));
            }
        }
    }

    private void text(XWPFParagraph paragraph, Block.Text text) {
        for (var run : text.runs()) {
            paragraph.createRun().setText(run.words());
            for (var number : run.notes()) {
                var note = paper.notes().get(number - 1);
                var footnote = document.createFootnote();
                var words = note.uri().isEmpty() ? note.text() : note.text() + " " + note.uri();
                footnote.createParagraph().createRun().setText(words);
                paragraph.addFootnoteReference(footnote);
            }
        }
    }
}
