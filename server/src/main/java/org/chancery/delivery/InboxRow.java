// SPDX-License-Identifier: Apache-2.0
package org.chancery.delivery;

import java.time.Instant;
import org.chancery.cable.Addressing;
import org.chancery.cable.CableSummary;
import org.jspecify.annotations.Nullable;

/// A cable as one office received it.
///
/// @param role what it wants of this office
/// @param precedence code of the precedence of this office's copy
/// @param due when this office is to have handled it, null if nothing is due
/// @param openedAt when somebody of this office first opened it, null if nobody has
public record InboxRow(
        CableSummary cable,
        Addressing role,
        String precedence,
        Instant deliveredAt,
        @Nullable Instant due,
        @Nullable Instant openedAt) {}
