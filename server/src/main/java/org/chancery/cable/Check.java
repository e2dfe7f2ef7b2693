// SPDX-License-Identifier: Apache-2.0
package org.chancery.cable;

import java.util.UUID;
import org.chancery.kernel.Problem;
import org.jspecify.annotations.Nullable;

/// Something a draft's reader should know before it is released.
///
/// @param paragraph row it concerns, null for the whole cable
public record Check(Weight weight, Problem problem, @Nullable UUID paragraph) {

    public enum Weight {
        /// Keeps the cable from being released.
        BLOCKS,
        /// The approver must say that they know.
        ACKNOWLEDGE,
        WARNS
    }
}
