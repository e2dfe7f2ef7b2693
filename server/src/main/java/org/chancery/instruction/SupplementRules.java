// SPDX-License-Identifier: Apache-2.0
package org.chancery.instruction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.chancery.access.ReadScope;
import org.chancery.cable.Cables;
import org.chancery.cable.Content;
import org.chancery.cable.Paragraph;
import org.chancery.cable.Reference;
import org.chancery.directory.Offices;
import org.chancery.draft.Check;
import org.chancery.draft.Draft;
import org.chancery.draft.ReleaseCheck;
import org.chancery.kernel.RefusalCode;
import org.springframework.stereotype.Component;

/// What may change in an instruction by a later cable that supplements it, and who may change it
/// (TSK-010).
@Component
class SupplementRules implements ReleaseCheck {

    private final InstructionRepository instructions;
    private final Cables cables;
    private final Offices offices;

    SupplementRules(InstructionRepository instructions, Cables cables, Offices offices) {
        this.instructions = instructions;
        this.cables = cables;
        this.offices = offices;
    }

    @Override
    public List<Check> check(Draft draft, ReadScope reader) {
        var content = draft.content();
        var supplemented = supplemented(content, reader);
        var found = new ArrayList<Check>();
        if (supplemented.isPresent()
                && !InstructionRules.mayInstruct(offices.get(draft.office()))) {
            found.add(
                    Check.blocks(
                            "",
                            InstructionRefusal.MAY_NOT_SUPPLEMENT,
                            draft.office().value(),
                            supplemented.get().cable().toString()));
        }
        var changed = new HashSet<String>();
        for (var row : content.paragraphs()) {
            var label = row.term("changes").strip();
            if (row.is("REQUIREMENT") && !label.isEmpty()) {
                change(row, label, supplemented, found);
                if (!changed.add(label)) {
                    found.add(at(row, InstructionRefusal.CHANGED_TWICE, label, row.label()));
                }
            }
        }
        return found;
    }

    private Optional<Instruction> supplemented(Content content, ReadScope reader) {
        return content.reference(Reference.Relation.SUPPLEMENTS)
                .flatMap(reference -> cables.byNumber(reference.number(), reader))
                .flatMap(cable -> instructions.byCable(cable.mrn().toString(), reader));
    }

    private static void change(
            Paragraph row, String label, Optional<Instruction> supplemented, List<Check> found) {
        if (supplemented.isEmpty()) {
            found.add(at(row, InstructionRefusal.CHANGE_WITHOUT_SUPPLEMENT, row.label(), label));
            return;
        }
        var original =
                supplemented.get().requirements().stream()
                        .filter(known -> known.label().equals(label) && !known.moves())
                        .findFirst();
        if (original.isEmpty()) {
            found.add(
                    at(
                            row,
                            InstructionRefusal.CHANGED_REQUIREMENT_UNKNOWN,
                            row.label(),
                            label,
                            supplemented.get().cable().toString()));
            return;
        }
        var given = (int) InstructionReader.days(row).count();
        var rounds = original.get().due().size();
        if (given > 0 && given != rounds) {
            found.add(at(row, InstructionRefusal.ROUNDS_DIFFER, row.label(), given, label, rounds));
        }
    }

    private static Check at(Paragraph row, RefusalCode code, Object... arguments) {
        return Check.blocks("changes-" + row.id(), code, arguments).on(row.id());
    }
}
