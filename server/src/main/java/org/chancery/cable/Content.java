// SPDX-License-Identifier: Apache-2.0
package org.chancery.cable;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Everything of a cable that is written by people. The addressees stand as written here; who they
/// are is worked out when the draft is shown, and fixed at release.
///
/// @param subjectMark code of the subject's own level
/// @param captions codes in the policy file
/// @param topics codes in the policy file
/// @param excluded codes of offices left out of a collective
/// @param references numbers of cables this one refers to, in order
/// @param exercise name of the exercise, empty for real traffic
/// @param signedBy authority in whose name it goes, as printed
public record Content(
        String subject,
        String subjectMark,
        Set<String> captions,
        List<String> topics,
        String actionPrecedence,
        String infoPrecedence,
        List<AddressLine> addresses,
        Set<String> excluded,
        List<Paragraph> paragraphs,
        List<String> references,
        String exercise,
        String signedBy) {

    public Content {
        captions = Set.copyOf(captions);
        topics = List.copyOf(topics);
        addresses = List.copyOf(addresses);
        excluded = Set.copyOf(excluded);
        paragraphs = List.copyOf(paragraphs);
        references = List.copyOf(references);
    }

    public static Content blank(String mark, String precedence) {
        return new Content(
                "",
                mark,
                Set.of(),
                List.of(),
                precedence,
                precedence,
                List.of(),
                Set.of(),
                List.of(),
                List.of(),
                "",
                "");
    }

    /// Asks something of posts.
    public boolean instructs() {
        return paragraphs.stream()
                .anyMatch(row -> row.is("ASK") || row.is("REQUIREMENT") || row.is("POINT"));
    }

    /// Marks of the subject and of every paragraph.
    Stream<String> marks() {
        return Stream.concat(Stream.of(subjectMark), paragraphs.stream().map(Paragraph::mark));
    }
}
