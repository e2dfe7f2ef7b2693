// SPDX-License-Identifier: Apache-2.0
package org.chancery.brief;

import java.util.HashSet;
import java.util.Set;
import org.chancery.access.Label;

/// Lets through what the brief's readers may see, counts what they may not (RPT-006), and works out
/// the marking from what went through: the highest level and all captions (ACC-003).
final class Sieve {

    private final int level;
    private final Set<String> cells = new HashSet<>();
    private final Set<String> captions = new HashSet<>();
    private int highest;
    private int records;

    Sieve(int level) {
        this.level = level;
    }

    /// @return false if the record is above the level of the brief's readers
    boolean lets(Label label) {
        if (label.level() > level) {
            return false;
        }
        highest = Math.max(highest, label.level());
        captions.addAll(label.captions());
        return true;
    }

    void withholdCell(String cell) {
        cells.add(cell);
    }

    void withholdRecord() {
        records++;
    }

    int withheldCells() {
        return cells.size();
    }

    int withheldRecords() {
        return records;
    }

    int highest() {
        return highest;
    }

    Set<String> captions() {
        return Set.copyOf(captions);
    }
}
