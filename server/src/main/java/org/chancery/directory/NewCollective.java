// SPDX-License-Identifier: Apache-2.0
package org.chancery.directory;

import org.chancery.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/// A collective without its members.
///
/// @param code as in address lines: `EUROPE`; A to Z, 0 to 9 and hyphens, at most 24
/// @param allPosts means every post there is, besides the members that join
/// @param keptBy the office that keeps its list, null if none does
public record NewCollective(
        String code, Names names, boolean allPosts, @Nullable OfficeCode keptBy) {

    /// @throws Refusal `COLLECTIVE_CODE_MALFORMED` for any other form of the code
    public NewCollective {
        if (!code.matches("[A-Z0-9](?:[A-Z0-9-]{0,22}[A-Z0-9])?")) {
            throw new Refusal(DirectoryRefusal.COLLECTIVE_CODE_MALFORMED, code);
        }
    }
}
