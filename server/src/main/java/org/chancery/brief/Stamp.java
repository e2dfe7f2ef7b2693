// SPDX-License-Identifier: Apache-2.0
package org.chancery.brief;

import java.util.List;

/// What makes one copy of a brief known again; printed on each sheet and at its end.
///
/// @param number export number
/// @param marking level, captions and exercise mark as one line
/// @param maker name and office, as long as they are
/// @param sheetLine number, maker and time, short enough for the foot of a sheet
/// @param lines about this brief, at its end
/// @param labels headings and labels the formats need
public record Stamp(
        String number,
        String marking,
        String maker,
        String sheetLine,
        List<String> lines,
        Labels labels) {

    public Stamp {
        marking = Words.printable(marking);
        maker = Words.printable(maker);
        sheetLine = Words.printable(sheetLine);
        lines = lines.stream().map(Words::printable).toList();
    }

    /// @param notes heading of the footnotes
    /// @param about heading of the lines at the end
    /// @param note word for a footnote, as in "Note 3"
    public record Labels(String notes, String about, String note) {}
}
