// SPDX-License-Identifier: Apache-2.0
package org.chancery.instruction;

import static org.chancery.draft.BothDoors.contact;
import static org.chancery.draft.BothDoors.plain;
import static org.chancery.draft.BothDoors.row;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.cable.AddressLine;
import org.chancery.cable.Addressing;
import org.chancery.cable.Cable;
import org.chancery.cable.Content;
import org.chancery.cable.ContentBuilder;
import org.chancery.cable.Paragraph;
import org.chancery.cable.Reference;

/// Texts of instructions for the tests: complete ones, and single rows.
final class Given {

    /// A working day well ahead.
    static final LocalDate DAY =
            LocalDate.now().plusWeeks(6).with(TemporalAdjusters.next(DayOfWeek.TUESDAY));

    private Given() {}

    static Paragraph with(String role, String label, String text, Map<String, String> terms) {
        return new Paragraph(UUID.randomUUID(), role, label, "", text, "UNCLASSIFIED", terms);
    }

    static Paragraph requirement(String label, Map<String, String> terms) {
        return with("REQUIREMENT", label, "Report your hours.", terms);
    }

    static Paragraph dueOn(String label, String days) {
        return requirement(label, Map.of("form", "FINDINGS", "due", days));
    }

    /// What an instruction needs besides its asks and requirements.
    static List<Paragraph> framed(Paragraph... rows) {
        var all = new ArrayList<Paragraph>();
        all.add(row("OBJECTIVE", "Know the hours.", "UNCLASSIFIED"));
        all.add(contact());
        all.addAll(Arrays.asList(rows));
        return all;
    }

    static ContentBuilder instruction(List<Paragraph> rows, String... posts) {
        return plain().with().type("INSTRUCTION").addresses(action(posts)).paragraphs(rows);
    }

    static Content supplementing(Cable original, List<Paragraph> rows, String... posts) {
        return instruction(rows, posts)
                .references(
                        List.of(
                                new Reference(
                                        original.mrn().toString(),
                                        Reference.Relation.SUPPLEMENTS,
                                        false,
                                        false)))
                .build();
    }

    static List<AddressLine> action(String... posts) {
        return Arrays.stream(posts)
                .map(office -> new AddressLine(office, Addressing.ACTION))
                .toList();
    }
}
