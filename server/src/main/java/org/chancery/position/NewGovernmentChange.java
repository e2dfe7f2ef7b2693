// SPDX-License-Identifier: Apache-2.0
package org.chancery.position;

import org.chancery.directory.GovernmentCode;
import org.chancery.kernel.ReducedDate;
import org.jspecify.annotations.Nullable;

/// A change of government as the desk or a post enters it.
///
/// @param on null where none was given
public record NewGovernmentChange(
        GovernmentCode government,
        @Nullable ReducedDate on,
        String label,
        String source,
        String sourceUri) {}
