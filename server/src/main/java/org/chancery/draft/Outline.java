// SPDX-License-Identifier: Apache-2.0
package org.chancery.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.chancery.cable.Paragraph;

/// The rows of a cable in their order: how points, asks and requirements
/// are named.
public final class Outline {

    private Outline() {}

    /// The same rows with the points named `P1`, `P2` and so on without a gap, the asks `A1`, the
    /// requirements `R1` (MSG-011).
    public static List<Paragraph> named(List<Paragraph> rows) {
        var last = new HashMap<String, Integer>();
        var named = new ArrayList<Paragraph>();
        for (var row : rows) {
            var letter =
                    switch (row.role()) {
                        case "POINT" -> "P";
                        case "ASK" -> "A";
                        case "REQUIREMENT" -> "R";
                        default -> "";
                    };
            var label = letter.isEmpty() ? "" : letter + last.merge(letter, 1, Integer::sum);
            named.add(
                    new Paragraph(
                            row.id(),
                            row.role(),
                            label,
                            row.heading(),
                            row.text(),
                            row.mark(),
                            row.terms()));
        }
        return named;
    }
}
