// SPDX-License-Identifier: Apache-2.0
package org.chancery.delivery;

import java.time.Instant;
import org.chancery.directory.StaffId;
import org.jspecify.annotations.Nullable;

/// One step of an alert.
///
/// @param person who was told, null unless it was one person
public record AlertStep(Whom whom, @Nullable StaffId person, Instant at) {

    public enum Whom {
        PERSON,
        /// Everybody of the office.
        OFFICE,
        /// Those who watch the traffic of all posts.
        DUTY,
        /// Somebody has it in hand.
        ENDED
    }
}
