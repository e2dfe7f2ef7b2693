// SPDX-License-Identifier: Apache-2.0
package org.chancery.cable;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When a cable is to be dealt with, besides the handling time of its precedence.
///
/// @param replyBy an answer is wanted by then, null if none is
/// @param deskBy it must be on the desk by then, null if nothing is said
public record Timing(@Nullable Instant replyBy, @Nullable Instant deskBy) {

    public static final Timing NONE = new Timing(null, null);
}
