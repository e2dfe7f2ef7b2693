// SPDX-License-Identifier: Apache-2.0
package org.chancery.brief;

import java.util.List;
import java.util.Locale;

/// A brief as it is read, before it is written in any format.
///
/// @param lede of what, of which day
/// @param withheld said where something is left out, empty if nothing is (RPT-006)
/// @param notes footnotes by number, from 1
public record Paper(
        Locale language,
        String title,
        String lede,
        String withheld,
        List<Block> blocks,
        List<Note> notes) {

    public Paper {
        title = Words.printable(title);
        lede = Words.printable(lede);
        blocks = List.copyOf(blocks);
        notes = List.copyOf(notes);
    }

    /// @param uri http or https address, may be empty
    public record Note(int index, String text, String uri) {
        public Note {
            text = Words.printable(text);
            uri = uri.matches("https?://\\S+") ? Words.printable(uri) : "";
        }
    }
}
