// SPDX-License-Identifier: Apache-2.0
package org.chancery.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.chancery.directory.OfficeCode;

/// What a post asks for a task. Until it is decided nothing changes (TSK-006).
///
/// @param by sign-in name
/// @param office the post that asks
/// @param reason never empty
public record TaskRequest(
        UUID id, TaskId task, Wish wish, String by, OfficeCode office, Instant at, String reason) {

    public TaskRequest {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a request has a reason");
        }
    }

    /// What is wanted.
    public sealed interface Wish {

        /// A later day; the issuer decides.
        record Extension(LocalDate day) implements Wish {}

        /// Another post does it; that post decides.
        record Transfer(OfficeCode to) implements Wish {}

        /// A word from headquarters; the issuer gives it.
        record Escalation() implements Wish {}

        /// Word in the database and the API.
        default String code() {
            return switch (this) {
                case Extension(_) -> "EXTENSION";
                case Transfer(_) -> "TRANSFER";
                case Escalation() -> "ESCALATION";
            };
        }
    }

    /// The same office asks for the same in the same words.
    boolean repeats(TaskRequest other) {
        return wish.equals(other.wish)
                && office.equals(other.office)
                && reason.equals(other.reason);
    }
}
