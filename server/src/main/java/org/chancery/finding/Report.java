// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chancery.cable.DraftId;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.OfficeCode;
import org.chancery.instruction.InstructionId;
import org.jspecify.annotations.Nullable;

/// A report of a post.
///
/// @param draft the reporting cable, null for a nil report
/// @param drafted version of the draft as Chancery wrote it, 0 for a nil report
/// @param stands what looks like data on a person and stays, with who says why
/// @param by sign-in name
public record Report(
        UUID id,
        InstructionId instruction,
        String requirement,
        OfficeCode office,
        GovernmentCode government,
        ReportState state,
        @Nullable DraftId draft,
        long drafted,
        NewReport content,
        List<Standing> stands,
        String by,
        Instant filedAt) {

    public Report {
        stands = List.copyOf(stands);
    }

    /// Words that look like data on a person and must stand (RPT-003).
    ///
    /// @param by sign-in name of the head of mission
    public record Standing(Set<String> words, String reason, String by, Instant at) {

        public Standing {
            words = Set.copyOf(words);
        }
    }

    /// Number of its cable, empty until it is released.
    public String mrn() {
        return state instanceof ReportState.Released(var mrn, _) ? mrn : "";
    }

    Set<String> standing() {
        return stands.stream()
                .flatMap(standing -> standing.words().stream())
                .collect(Collectors.toSet());
    }
}
