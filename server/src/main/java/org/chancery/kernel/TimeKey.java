// SPDX-License-Identifier: Apache-2.0
package org.chancery.kernel;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Place in a list ordered by time and id, newest first; the key of the next page.
public record TimeKey(Instant at, UUID id) {

    /// Before the newest row.
    public static final TimeKey START =
            new TimeKey(
                    Instant.parse("9999-01-01T00:00:00Z"),
                    UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff"));

    /// @param text as [#toString] wrote it; null or empty for the first page
    /// @throws Refusal `VALUE_UNKNOWN` for any other text
    public static TimeKey parse(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return START;
        }
        var parts = text.split("_", 2);
        try {
            return new TimeKey(
                    Instant.parse(parts[0]), UUID.fromString(parts.length > 1 ? parts[1] : ""));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw new Refusal(KernelRefusal.VALUE_UNKNOWN, text, "after=<next>");
        }
    }

    @Override
    public String toString() {
        return at + "_" + id;
    }
}
