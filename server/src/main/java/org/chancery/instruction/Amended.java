// SPDX-License-Identifier: Apache-2.0
package org.chancery.instruction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.chancery.cable.Mrn;

/// An instruction with the supplements a reader may read, and their supplements, the oldest first
/// (TSK-010).
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

    /// Days of a requirement of the original.
    public List<Days> days(String requirement) {
        return days(original, requirement);
    }

    /// Days of a requirement of the original or of one of its supplements: those it came with, and
    /// those each cable that supplements that one moved it to; the last are those that hold for the
    /// posts that cable went to. Labels are counted anew in each cable.
    public List<Days> days(Instruction owner, String requirement) {
        var all = new ArrayList<Days>();
        for (var known : owner.requirements()) {
            if (known.label().equals(requirement)) {
                all.add(new Days(owner.cable(), known.due()));
            }
        }
        for (var supplement : supplements) {
            if (owner.id().equals(supplement.supplements())) {
                for (var change : supplement.requirements()) {
                    if (change.changes().equals(requirement)) {
                        all.add(new Days(supplement.cable(), change.due()));
                    }
                }
            }
        }
        return all;
    }
}
