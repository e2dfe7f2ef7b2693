// SPDX-License-Identifier: Apache-2.0
package org.chancery.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A named list of offices that a cable can be addressed to.
///
/// @param allPosts means every post: `members` holds each one valid on the day, and those listed
/// @param keptBy the office that keeps the list, null if none does
/// @param members offices on the day it was asked for, in alphabetical order
public record Collective(
        String code,
        Names names,
        boolean allPosts,
        @Nullable OfficeCode keptBy,
        List<OfficeCode> members) {

    public Collective {
        members = List.copyOf(members);
    }
}
