// SPDX-License-Identifier: Apache-2.0
package org.chancery.brief;

import java.util.List;

/// A piece of a paper, the same for every format.
public sealed interface Block {

    /// Of a part; the title of the paper stands above all of them.
    record Heading(String text) implements Block {}

    record Paragraph(Text text) implements Block {}

    /// Short lines of equal rank.
    record Items(List<Text> items) implements Block {
        public Items {
            items = List.copyOf(items);
        }
    }

    /// A table; the first cell of each row names the row.
    ///
    /// @param caption says what the table shows
    /// @param head one for each column
    /// @param rows as many cells each as there are columns
    record Grid(String caption, List<String> head, List<List<Text>> rows) implements Block {
        public Grid {
            head = List.copyOf(head);
            var width = head.size();
            rows =
                    rows.stream()
                            .map(
                                    row -> {
                                        if (row.size() != width) {
                                            throw new IllegalArgumentException(
                                                    "a row of " + row.size() + " in " + width);
                                        }
                                        return List.copyOf(row);
                                    })
                            .toList();
        }
    }

    /// Words with the footnotes that follow them, in order.
    record Text(List<Run> runs) {
        public Text {
            runs = List.copyOf(runs);
        }

        static Text of(String words, Integer... notes) {
            return new Text(List.of(new Run(words, List.of(notes))));
        }
    }

    /// @param words may be empty; characters no file can hold are left out
    /// @param notes numbers of footnotes after the words
    record Run(String words, List<Integer> notes) {
        public Run {
            words = Words.printable(words);
            notes = List.copyOf(notes);
        }
    }
}
