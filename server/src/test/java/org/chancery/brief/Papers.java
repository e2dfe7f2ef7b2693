// SPDX-License-Identifier: Apache-2.0
package org.chancery.brief;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Papers and stamps as tests of the formats need them.
final class Papers {

    static final PaperFiles FILES =
            new PaperFiles(TemplateEngine.createPrecompiled(ContentType.Html));

    private Papers() {}

    static Stamp stamp(String maker) {
        return new Stamp(
                "B-25-0123456789ab",
                "EXERCISE · Restricted // EXDIS · EXERCISE",
                maker,
                "B-25-0123456789ab · " + Words.atMost(maker, 60) + " · #12",
                List.of("Made for " + maker + ".", "Audit entry 12, " + "ab".repeat(32) + "."),
                new Stamp.Labels("Sources", "About this brief", "Note"));
    }

    /// A board of so many governments by five asks, a footnote for each mark.
    static Paper board(Locale language, int governments) {
        var notes = new ArrayList<Paper.Note>();
        var rows = new ArrayList<List<Block.Text>>();
        for (int g = 1; g <= governments; g++) {
            var row = new ArrayList<Block.Text>();
            row.add(Block.Text.of("Government " + g));
            for (int a = 1; a <= 5; a++) {
                notes.add(
                        new Paper.Note(
                                notes.size() + 1,
                                "Gazette " + g + "; as of 2025-11-24; Official act.",
                                a == 1 ? "https://example.org/act/" + g : ""));
                row.add(Block.Text.of("in word: Leans to", notes.size()));
            }
            rows.add(row);
        }
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Heading("Position per ask"));
        if (!rows.isEmpty()) {
            blocks.add(
                    new Block.Grid(
                            "Position in word and in deed",
                            IntStream.rangeClosed(0, 5)
                                    .mapToObj(a -> a == 0 ? "Government" : "A" + a + " Tighten")
                                    .toList(),
                            rows));
        }
        blocks.add(new Block.Paragraph(Block.Text.of("Of 3 of 38 governments nothing is known.")));
        blocks.add(new Block.Items(List.of(Block.Text.of("Moving together is not effect."))));
        return paper(language, "Migration policy", blocks, notes);
    }

    static Paper paper(Locale language, String title, List<Block> blocks, List<Paper.Note> notes) {
        return new Paper(language, title, "Instruction I-25-0001", "", blocks, notes);
    }
}
