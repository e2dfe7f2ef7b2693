// SPDX-License-Identifier: Apache-2.0
package org.chancery.cable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.access.Label;
import org.chancery.directory.OfficeCode;

/// A released cable: the record. Nothing of it ever changes.
///
/// @param number as the office prints it; the same as the MRN where its template says so
/// @param draft identity of the text it was written as
/// @param from office that sent it
/// @param content as released
/// @param addressees fixed at release
/// @param releasedBy sign-in name
/// @param hash SHA-256 over the canonical text
public record Cable(
        CableId id,
        Mrn mrn,
        String number,
        DraftId draft,
        OfficeCode from,
        Content content,
        List<Addressee> addressees,
        Instant releasedAt,
        String releasedBy,
        Label label,
        String hash) {

    public Cable {
        addressees = List.copyOf(addressees);
    }

    public List<OfficeCode> offices(Addressing role) {
        return addressees.stream()
                .filter(addressee -> addressee.role() == role)
                .map(Addressee::office)
                .toList();
    }

    public Optional<Paragraph> paragraph(UUID id) {
        return content.paragraphs().stream().filter(row -> row.id().equals(id)).findFirst();
    }
}
