// SPDX-License-Identifier: Apache-2.0
package org.chancery.draft;

import java.util.UUID;
import org.chancery.kernel.Problem;
import org.chancery.kernel.RefusalCode;
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

    /// @param field name of the input where it is mended, empty for none
    public static Check blocks(String field, RefusalCode code, Object... arguments) {
        return new Check(Weight.BLOCKS, Problem.at(field, code, arguments), null);
    }

    /// @param field name of the input where it is mended, empty for none
    public static Check warns(String field, RefusalCode code, Object... arguments) {
        return new Check(Weight.WARNS, Problem.at(field, code, arguments), null);
    }

    public Check on(UUID row) {
        return new Check(weight, problem, row);
    }
}
