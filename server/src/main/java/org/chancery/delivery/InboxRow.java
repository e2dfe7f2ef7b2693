// SPDX-License-Identifier: Apache-2.0
package org.chancery.delivery;

import java.time.Instant;
import org.chancery.cable.CableSummary;
import org.chancery.kernel.TimeKey;
import org.jspecify.annotations.Nullable;

/// A cable as one office received it.
///
/// @param copy where the office's copy stands
/// @param deliveredAt when it arrived
/// @param attachments how many files it carries
/// @param sort place in a list by due time
public record InboxRow(
        CableSummary cable, Delivery copy, Instant deliveredAt, int attachments, Instant sort) {

    public @Nullable Instant openedAt() {
        return copy.openedAt();
    }

    String newestKey() {
        return new TimeKey(deliveredAt, cable.id().value()).toString();
    }

    String dueKey() {
        return sort + "_" + newestKey();
    }
}
