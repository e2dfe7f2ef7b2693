// SPDX-License-Identifier: Apache-2.0
package org.chancery.engagement;

import java.time.LocalDate;
import org.chancery.directory.GovernmentCode;
import org.chancery.instruction.InstructionId;
import org.jspecify.annotations.Nullable;

/// A diplomatic note as a post records it.
///
/// @param direction from or to the government
/// @param number of a note that came in, as the sender wrote it; empty for one that goes out, which
///   gets the next number of the post
/// @param day it was received or sent
/// @param body its text
/// @param instruction it answers or carries out, null for none
/// @param ask label of the ask it answers, empty for none
/// @param answers number of our note it answers, empty for none
public record NewNote(
        Direction direction,
        GovernmentCode government,
        NoteKind kind,
        String number,
        LocalDate day,
        String subject,
        String body,
        String language,
        NoteWay way,
        @Nullable InstructionId instruction,
        String ask,
        String answers) {

    public enum Direction {
        IN,
        OUT
    }

    NewNote numbered(String given) {
        return new NewNote(
                direction,
                government,
                kind,
                given,
                day,
                subject,
                body,
                language,
                way,
                instruction,
                ask,
                answers);
    }
}
