// SPDX-License-Identifier: Apache-2.0
package org.chancery.engagement;

import java.util.HashSet;
import org.chancery.access.Label;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.instruction.Instruction;
import org.springframework.stereotype.Component;

/// Who reads what a post does on an instruction: the post and the bureaux above the instruction;
/// other posts do not.
@Component
class Readers {

    private final Offices offices;

    Readers(Offices offices) {
        this.offices = offices;
    }

    Label of(Instruction instruction, OfficeCode post) {
        var readers = new HashSet<OfficeCode>();
        readers.add(post);
        readers.addAll(offices.withParents(instruction.from()));
        return new Label(instruction.label().level(), instruction.label().captions(), readers);
    }
}
