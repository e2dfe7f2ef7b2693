// SPDX-License-Identifier: Apache-2.0
package org.chancery.policy;

import java.util.Set;
import org.springframework.util.unit.DataSize;

/// Sizes and periods of cables.
///
/// @param summaryOver characters of text above which a summary paragraph is required (MSG-010)
/// @param longestClassification years until a classified cable is declassified at the latest
///   (MSG-016)
/// @param portionMarks every subject, paragraph and attachment must carry its mark (MSG-012)
/// @param smallestCount counts of persons under it are not stored (RPT-003), 0 for no bound
/// @param largestAttachment larger files are refused (MSG-033)
/// @param attachmentTypes media types accepted (MSG-033)
public record Limits(
        int summaryOver,
        int longestClassification,
        boolean portionMarks,
        int smallestCount,
        DataSize largestAttachment,
        Set<String> attachmentTypes) {

    public Limits {
        attachmentTypes = Set.copyOf(attachmentTypes);
    }
}
