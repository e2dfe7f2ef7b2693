// SPDX-License-Identifier: Apache-2.0
package org.chancery.brief;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.chancery.access.Label;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.OfficeCode;
import org.chancery.instruction.InstructionId;
import org.jspecify.annotations.Nullable;

/// A brief that was made and is kept as it went out.
///
/// @param number export number, printed on each sheet: `B-25-4f0c1a9e2b7d`
/// @param government null for the whole picture
/// @param office whose people may open it
/// @param maker sign-in name
/// @param dataHash SHA-256 of the data part, printed on the brief
/// @param audit place in the audit log of the entry the brief names
/// @param label worked out from all that is in it
/// @param files what it is kept as, the data part too
public record Brief(
        String number,
        InstructionId instruction,
        @Nullable GovernmentCode government,
        String title,
        LocalDate asOf,
        Instant knownAt,
        OfficeCode office,
        String maker,
        Instant madeAt,
        Locale language,
        String dataHash,
        long audit,
        Label label,
        List<File> files) {

    public Brief {
        files = List.copyOf(files);
        if (!number.matches("B-\\d{2}-[0-9a-f]{12}")) {
            throw new IllegalArgumentException("no brief is numbered " + number);
        }
    }

    /// @param ending `pdf`, `docx`, `html`, `json` or `csv`
    /// @param sha256 of its bytes
    /// @param size in bytes
    public record File(String ending, String sha256, long size) {}

    /// A file of a brief, to be handed out.
    ///
    /// @param name to keep it under
    public record Copy(String name, String mediaType, byte[] bytes) {}
}
