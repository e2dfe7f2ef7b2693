// SPDX-License-Identifier: Apache-2.0
package org.chancery.delivery;

import java.time.Instant;
import org.chancery.directory.StaffId;
import org.jspecify.annotations.Nullable;

/// Who of an office is to read its copy.
///
/// @param person null for a function or the whole office
/// @param function English name of a function, empty for a person or the whole office
/// @param by sign-in name of who did it by hand, else empty
/// @param readAt when the person first opened it, null if not yet or where no person is named
public record Distribution(
        @Nullable StaffId person,
        String function,
        How how,
        String by,
        Instant at,
        @Nullable Instant readAt) {

    public enum How {
        PROFILE,
        HAND,
        /// No profile fitted: everybody of the office.
        OFFICE
    }
}
