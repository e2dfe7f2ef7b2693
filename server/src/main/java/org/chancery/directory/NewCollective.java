// SPDX-License-Identifier: Apache-2.0
package org.chancery.directory;

import org.jspecify.annotations.Nullable;

/// A collective without its members.
///
/// @param code as in address lines: `EUROPE`
/// @param allPosts means every post there is, besides the members that join
/// @param keptBy the office that keeps its list, null if none does
public record NewCollective(
        String code, Names names, boolean allPosts, @Nullable OfficeCode keptBy) {}
