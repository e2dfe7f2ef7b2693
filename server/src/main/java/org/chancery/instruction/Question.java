// SPDX-License-Identifier: Apache-2.0
package org.chancery.instruction;

import java.time.Instant;
import java.util.List;
import org.chancery.directory.OfficeCode;
import org.jspecify.annotations.Nullable;

/// What a post asked about an instruction. Until it is answered only the post and headquarters see
/// it; then all addressees do.
///
/// @param office who asked, null where the reader is not to know
/// @param answers oldest first
public record Question(
        QuestionId id,
        InstructionId instruction,
        @Nullable OfficeCode office,
        String text,
        Instant at,
        List<Answer> answers) {

    /// What the desk told all addressees.
    ///
    /// @param office that answered
    public record Answer(OfficeCode office, String text, Instant at) {}

    public Question {
        answers = List.copyOf(answers);
    }

    public boolean open() {
        return answers.isEmpty();
    }
}
