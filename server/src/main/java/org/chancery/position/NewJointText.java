// SPDX-License-Identifier: Apache-2.0
package org.chancery.position;

import java.util.Set;
import org.chancery.directory.GovernmentCode;
import org.chancery.kernel.ReducedDate;
import org.jspecify.annotations.Nullable;

/// A joint text as it is entered.
///
/// @param on null where none was given
public record NewJointText(
        String title,
        @Nullable ReducedDate on,
        String source,
        String sourceUri,
        Set<GovernmentCode> signatories) {

    public NewJointText {
        signatories = Set.copyOf(signatories);
    }
}
