// SPDX-License-Identifier: Apache-2.0
package org.chancery.cable;

import java.time.Instant;
import org.chancery.directory.OfficeCode;
import org.jspecify.annotations.Nullable;

/// What became of one addressee's copy.
///
/// @param due end of the handling time of its precedence, null for information copies
public record Delivery(
        OfficeCode office,
        Addressing role,
        String precedence,
        String via,
        Instant deliveredAt,
        @Nullable Instant due,
        @Nullable Instant openedAt,
        @Nullable String openedBy) {}
