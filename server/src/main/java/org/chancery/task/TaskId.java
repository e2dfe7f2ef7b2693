// SPDX-License-Identifier: Apache-2.0
package org.chancery.task;

import java.util.UUID;
import org.chancery.kernel.Refusal;

public record TaskId(UUID value) {

    /// @throws Refusal `ABSENT` if the text is no identity at all
    public static TaskId parse(String text) {
        try {
            return new TaskId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw Refusal.absent(text);
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
