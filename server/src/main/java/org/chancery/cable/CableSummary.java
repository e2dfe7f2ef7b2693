// SPDX-License-Identifier: Apache-2.0
package org.chancery.cable;

import java.time.Instant;
import org.chancery.directory.OfficeCode;

/// A row of a list of released cables.
///
/// @param type code of the type of cable
/// @param precedence code of the precedence of its ACTION addressees
/// @param level rank of the banner
/// @param exercise name of the exercise, empty for real traffic
public record CableSummary(
        CableId id,
        Mrn mrn,
        OfficeCode from,
        String type,
        String subject,
        String precedence,
        int level,
        String exercise,
        Instant releasedAt) {}
