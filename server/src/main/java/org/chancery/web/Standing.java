// SPDX-License-Identifier: Apache-2.0
package org.chancery.web;

import java.util.List;
import org.chancery.instruction.Instruction;
import org.chancery.picture.Board;
import org.chancery.picture.Entry;

/// Where a government stands on the asks of one instruction.
///
/// @param history oldest first
public record Standing(Instruction instruction, Board.Row row, List<Entry> history) {

    public Standing {
        history = List.copyOf(history);
    }
}
