// SPDX-License-Identifier: Apache-2.0
package org.chancery.cable;

import java.time.Instant;
import org.chancery.directory.OfficeCode;
import org.jspecify.annotations.Nullable;

/// A row of a list of cables, as one office sees it.
///
/// @param level rank of the banner
/// @param role what it wants of this office, null if it was not addressed
/// @param precedence of this office's copy, else of the action addressees
/// @param due when this office is to have handled it, null if nothing is due
/// @param openedAt when somebody of this office first opened it, null if nobody has
public record CableSummary(
        CableId id,
        Mrn mrn,
        OfficeCode from,
        String subject,
        int level,
        String exercise,
        Instant releasedAt,
        @Nullable Addressing role,
        String precedence,
        @Nullable Instant due,
        @Nullable Instant openedAt) {}
