// SPDX-License-Identifier: Apache-2.0
package org.chancery.brief;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Writes a paper in each format.
@Component
class PaperFiles {

    private final TemplateEngine templates;

    PaperFiles(TemplateEngine templates) {
        this.templates = templates;
    }

    byte[] write(Format format, Paper paper, Stamp stamp) {
        return switch (format) {
            case HTML -> html(paper, stamp, false).getBytes(StandardCharsets.UTF_8);
            case PDF -> PdfFile.of(html(drawable(paper), drawable(stamp), true), stamp.number());
            case DOCX -> WordFile.of(paper, stamp);
        };
    }

    private String html(Paper paper, Stamp stamp, boolean sheets) {
        var html = new StringOutput();
        templates.render(
                "brief/document.jte",
                Map.of("paper", paper, "stamp", stamp, "sheets", sheets),
                html);
        return html.toString();
    }

    private static Paper drawable(Paper paper) {
        return new Paper(
                paper.language(),
                Words.drawable(paper.title()),
                Words.drawable(paper.lede()),
                paper.withheld(),
                paper.blocks().stream().map(PaperFiles::drawable).toList(),
                paper.notes().stream()
                        .map(n -> new Paper.Note(n.index(), Words.drawable(n.text()), n.uri()))
                        .toList());
    }

    private static Block drawable(Block block) {
        return switch (block) {
            case Block.Heading heading -> heading;
            case Block.Paragraph paragraph -> new Block.Paragraph(drawable(paragraph.text()));
            case Block.Items items ->
                    new Block.Items(items.items().stream().map(PaperFiles::drawable).toList());
            case Block.Grid grid ->
                    new Block.Grid(
                            grid.caption(),
                            grid.head().stream().map(Words::drawable).toList(),
                            grid.rows().stream()
                                    .map(row -> row.stream().map(PaperFiles::drawable).toList())
                                    .toList());
        };
    }

    private static Block.Text drawable(Block.Text text) {
        return new Block.Text(
                text.runs().stream()
                        .map(run -> new Block.Run(Words.drawable(run.words()), run.notes()))
                        .toList());
    }

    private static Stamp drawable(Stamp stamp) {
        return new Stamp(
                stamp.number(),
                stamp.marking(),
                Words.drawable(stamp.maker()),
                Words.drawable(stamp.sheetLine()),
                stamp.lines().stream().map(Words::drawable).toList(),
                stamp.labels());
    }
}
