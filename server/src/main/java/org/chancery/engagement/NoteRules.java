// SPDX-License-Identifier: Apache-2.0
package org.chancery.engagement;

import java.time.LocalDate;
import org.chancery.directory.Office;
import org.chancery.kernel.Problems;

/// What must hold of a note before it is kept (NTE-002, DEM-008).
final class NoteRules {

    private NoteRules() {}

    static void check(NewNote note, Office office, LocalDate today) {
        var problems = new Problems();
        DemarcheRules.government(note.government(), office, problems);
        problems.require(
                !note.subject().isBlank(), "subject", EngagementRefusal.NOTE_SUBJECT_MISSING);
        problems.require(!note.body().isBlank(), "body", EngagementRefusal.NOTE_TEXT_MISSING);
        problems.require(
                note.direction() == NewNote.Direction.OUT || !note.number().isBlank(),
                "number",
                EngagementRefusal.NOTE_NUMBER_MISSING);
        problems.require(!note.day().isAfter(today), "day", EngagementRefusal.NOTE_DAY_WRONG);
        problems.refuse();
    }
}
