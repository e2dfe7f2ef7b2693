// SPDX-License-Identifier: Apache-2.0
package org.chancery.brief;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.chancery.access.Actor;
import org.chancery.instruction.Instruction;
import org.chancery.kernel.Texts;
import org.chancery.picture.Board;
import org.chancery.picture.Entry;
import org.chancery.policy.Handling;

/// The picture of an instruction as a document.
///
/// @param number export number, printed on each sheet
/// @param marking worked out from the parts
/// @param notes every mark with its source, in the order of the footnotes
public record Brief(
        String number,
        Instruction instruction,
        LocalDate asOf,
        Board board,
        Handling.Level marking,
        List<Note> notes,
        Actor reader,
        Instant madeAt,
        Texts texts) {

    public Brief {
        notes = List.copyOf(notes);
    }

    /// @param index number of the footnote
    /// @param government name in the reader's language
    /// @param source title and address, or the démarche
    public record Note(int index, String government, Entry entry, String source, String uri) {}

    public String t(String key, Object... arguments) {
        return texts.say(key, arguments);
    }
}
