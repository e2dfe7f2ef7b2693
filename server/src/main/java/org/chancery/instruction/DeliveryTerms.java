// SPDX-License-Identifier: Apache-2.0
package org.chancery.instruction;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the points are to be delivered.
///
/// @param level lowest level that will do, null where the post chooses
/// @param notBefore first day on which they may be made, null if at once
/// @param notAfter last day, null if none
/// @param partners governments or organisations to act in concert with, as written
public record DeliveryTerms(
        @Nullable InterlocutorLevel level,
        @Nullable LocalDate notBefore,
        @Nullable LocalDate notAfter,
        List<String> partners) {

    public static final DeliveryTerms FREE = new DeliveryTerms(null, null, null, List.of());

    public DeliveryTerms {
        partners = List.copyOf(partners);
        if (notBefore != null && notAfter != null && notAfter.isBefore(notBefore)) {
            throw new IllegalArgumentException(notAfter + " is before " + notBefore);
        }
    }
}
