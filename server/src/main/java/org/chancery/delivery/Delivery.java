// SPDX-License-Identifier: Apache-2.0
package org.chancery.delivery;

import java.time.Instant;
import org.chancery.cable.Addressing;
import org.chancery.directory.OfficeCode;
import org.jspecify.annotations.Nullable;

/// What became of one addressee's copy.
///
/// @param due when this office is to have handled it, null for information copies
public record Delivery(
        OfficeCode office,
        Addressing role,
        String precedence,
        String via,
        Instant deliveredAt,
        @Nullable Instant due,
        @Nullable Instant openedAt,
        @Nullable String openedBy) {}
