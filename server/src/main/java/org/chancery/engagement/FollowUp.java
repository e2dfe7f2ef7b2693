// SPDX-License-Identifier: Apache-2.0
package org.chancery.engagement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What the host promised to do next.
///
/// @param what in words, empty if nothing was promised
/// @param by day it was promised for, null if none was named
public record FollowUp(String what, @Nullable LocalDate by) {

    public static final FollowUp NONE = new FollowUp("", null);

    public boolean promised() {
        return !what.isEmpty() || by != null;
    }
}
