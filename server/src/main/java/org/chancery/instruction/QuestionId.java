// SPDX-License-Identifier: Apache-2.0
package org.chancery.instruction;

import java.util.UUID;
import org.chancery.kernel.Refusal;

/// Identity of a question of a post.
public record QuestionId(UUID value) {

    /// @throws Refusal `ABSENT` if the text is no identity
    public static QuestionId parse(String text) {
        try {
            return new QuestionId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw Refusal.absent(text);
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
