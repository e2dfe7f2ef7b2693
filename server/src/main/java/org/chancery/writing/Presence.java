// SPDX-License-Identifier: Apache-2.0
package org.chancery.writing;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.chancery.directory.OfficeCode;
import org.jspecify.annotations.Nullable;

/// Somebody who has a draft open, and the row they write in, which is held for them.
///
/// @param by sign-in name
/// @param name as others see it
/// @param row held for them, null for none or once the hold has run out
public record Presence(String by, String name, OfficeCode office, @Nullable UUID row) {

    /// Silence after which somebody counts as gone; pages speak every 15 seconds.
    public static final Duration GONE_AFTER = Duration.ofSeconds(45);

    /// How long a row stays held after its writer was last heard of.
    public static final Duration HELD_FOR = Duration.ofSeconds(60);

    public Optional<UUID> held() {
        return Optional.ofNullable(row);
    }
}
