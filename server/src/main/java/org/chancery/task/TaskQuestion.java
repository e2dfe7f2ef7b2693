// SPDX-License-Identifier: Apache-2.0
package org.chancery.task;

import java.time.Instant;
import java.util.Set;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.StaffId;
import org.chancery.instruction.InstructionId;
import org.jspecify.annotations.Nullable;

/// Which tasks are wanted; each part left out asks for all.
///
/// @param office that owes them, null for every office
/// @param instruction that asked for them, null for every one
/// @param issuers offices that instructed, empty for every one
/// @param states words of [TaskState#code], empty for every state
/// @param dueBefore only those due earlier, null for all
/// @param assignee who has them, null for everybody
/// @param untaken only those nobody has
public record TaskQuestion(
        @Nullable OfficeCode office,
        @Nullable InstructionId instruction,
        Set<OfficeCode> issuers,
        Set<String> states,
        @Nullable Instant dueBefore,
        @Nullable StaffId assignee,
        boolean untaken) {

    public static final TaskQuestion ALL =
            new TaskQuestion(null, null, Set.of(), Set.of(), null, null, false);

    public TaskQuestion {
        issuers = Set.copyOf(issuers);
        states = Set.copyOf(states);
    }

    public TaskQuestion of(@Nullable OfficeCode office) {
        return new TaskQuestion(office, instruction, issuers, states, dueBefore, assignee, untaken);
    }

    public TaskQuestion in(@Nullable InstructionId instruction) {
        return new TaskQuestion(office, instruction, issuers, states, dueBefore, assignee, untaken);
    }

    public TaskQuestion from(Set<OfficeCode> issuers) {
        return new TaskQuestion(office, instruction, issuers, states, dueBefore, assignee, untaken);
    }

    public TaskQuestion states(Set<String> states) {
        return new TaskQuestion(office, instruction, issuers, states, dueBefore, assignee, untaken);
    }

    public TaskQuestion before(Instant dueBefore) {
        return new TaskQuestion(office, instruction, issuers, states, dueBefore, assignee, untaken);
    }

    public TaskQuestion heldBy(StaffId assignee) {
        return new TaskQuestion(office, instruction, issuers, states, dueBefore, assignee, false);
    }

    public TaskQuestion nobodys() {
        return new TaskQuestion(office, instruction, issuers, states, dueBefore, null, true);
    }
}
