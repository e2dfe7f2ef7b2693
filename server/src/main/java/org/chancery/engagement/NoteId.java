// SPDX-License-Identifier: Apache-2.0
package org.chancery.engagement;

import java.util.UUID;
import org.chancery.kernel.Refusal;

public record NoteId(UUID value) {

    /// @throws Refusal `ABSENT` if the text is no identity at all
    public static NoteId parse(String text) {
        try {
            return new NoteId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw Refusal.absent(text);
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
