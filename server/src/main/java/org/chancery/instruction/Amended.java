// SPDX-License-Identifier: Apache-2.0
package org.chancery.instruction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.chancery.cable.Mrn;

/// An instruction with the supplements a reader may read, the oldest first (TSK-010).
public record Amended(Instruction original, List<Instruction> supplements) {

    public Amended {
        supplements = List.copyOf(supplements);
    }

    /// Days a requirement had, and by which cable.
    public record Days(Mrn by, List<LocalDate> due) {
        public Days {
            due = List.copyOf(due);
        }
    }

    /// The original, then what was added.
    public List<Instruction> all() {
        return Stream.concat(Stream.of(original), supplements.stream()).toList();
    }

    /// Its days in the original and in each supplement that moved them; the last are those that
    /// hold for the posts that cable went to.
    public List<Days> days(String requirement) {
        var all = new ArrayList<Days>();
        for (var known : original.requirements()) {
            if (known.label().equals(requirement)) {
                all.add(new Days(original.cable(), known.due()));
            }
        }
        for (var supplement : supplements) {
            for (var change : supplement.requirements()) {
                if (change.changes().equals(requirement)) {
                    all.add(new Days(supplement.cable(), change.due()));
                }
            }
        }
        return all;
    }
}
