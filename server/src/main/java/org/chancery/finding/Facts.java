// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.time.Instant;
import org.chancery.access.Label;
import org.chancery.directory.GovernmentCode;
import org.chancery.kernel.ReducedDate;

/// What every finding says.
///
/// @param title one line
/// @param summary own words, may be empty
/// @param date as exactly as it is known
/// @param note reason for a lower confidence, or a limit
/// @param reportedIn number of the reporting cable, empty for public facts loaded from a file
public record Facts(
        FindingId id,
        GovernmentCode government,
        String title,
        String summary,
        ReducedDate date,
        Source source,
        Confidence confidence,
        String note,
        String reportedIn,
        Instant recordedAt,
        Label label) {}
