// SPDX-License-Identifier: Apache-2.0
package org.chancery.delivery;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chancery.directory.StaffId;
import org.chancery.kernel.Problems;
import org.jspecify.annotations.Nullable;

/// What of an office's traffic goes to whom. Every condition that is set must hold.
///
/// @param person who reads, null where a function is named
/// @param function English name of a function, empty where a person is named
/// @param topics one of them stands on the cable; empty for any
/// @param captions one of them stands on the cable; empty for any
/// @param atLeast code of the lowest precedence, empty for any
/// @param attention an attention line is this or starts with it, empty for any
/// @param phrase stands in the subject or the text, whatever its case; empty for any
public record Profile(
        UUID id,
        @Nullable StaffId person,
        String function,
        List<String> topics,
        Set<String> captions,
        String atLeast,
        String attention,
        String phrase) {

    /// @throws org.chancery.kernel.Refusal `PROFILE_FOR_NOBODY`, `PROFILE_WITHOUT_CONDITION`, both
    ///   if both are
    public Profile {
        topics = List.copyOf(topics);
        captions = Set.copyOf(captions);
        new Problems()
                .require(
                        (person == null) != function.isEmpty(),
                        "reader",
                        DeliveryRefusal.PROFILE_FOR_NOBODY)
                .require(
                        !topics.isEmpty()
                                || !captions.isEmpty()
                                || !(atLeast + attention + phrase).isEmpty(),
                        "topics",
                        DeliveryRefusal.PROFILE_WITHOUT_CONDITION)
                .refuse();
    }
}
