// SPDX-License-Identifier: Apache-2.0
package org.chancery.cable;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Everything of a cable that is written by people. The addressees stand as written here; who they
/// are is worked out when the draft is shown, and fixed at release.
///
/// @param type code of the type of cable in the policy file
/// @param subjectMark code of the subject's own level
/// @param classification banner above the portions and authority block
/// @param captions codes in the policy file
/// @param topics codes in the policy file
/// @param actionPrecedence code for ACTION addressees that have none of their own
/// @param infoPrecedence code for INFO addressees that have none of their own
/// @param excluded codes of offices left out of a collective
/// @param attention whom it is for inside the addressees, as written: `PRM/ECA`
/// @param references cables this one refers to, in order
/// @param minimizeConsidered the drafter has considered that a post asks to hold traffic (MSG-028)
/// @param exercise name of the exercise, empty for real traffic
/// @param signedBy authority in whose name it goes, as printed
public record Content(
        String type,
        String subject,
        String subjectMark,
        Classification classification,
        Set<String> captions,
        List<String> topics,
        String actionPrecedence,
        String infoPrecedence,
        Timing timing,
        List<AddressLine> addresses,
        Set<String> excluded,
        List<String> attention,
        List<Paragraph> paragraphs,
        List<Reference> references,
        List<Attachment> attachments,
        boolean minimizeConsidered,
        String exercise,
        String signedBy) {

    public Content {
        captions = Set.copyOf(captions);
        topics = List.copyOf(topics);
        addresses = List.copyOf(addresses);
        excluded = Set.copyOf(excluded);
        attention = List.copyOf(attention);
        paragraphs = List.copyOf(paragraphs);
        references = List.copyOf(references);
        attachments = List.copyOf(attachments);
    }

    /// Nothing written yet.
    ///
    /// @param mark code of the level the subject starts with
    public static Content blank(String type, String mark, String precedence) {
        return new ContentBuilder(type, mark, precedence).build();
    }

    /// A copy to be changed in some places.
    public ContentBuilder with() {
        return new ContentBuilder(this);
    }

    /// Asks something of posts.
    public boolean instructs() {
        return paragraphs.stream()
                .anyMatch(row -> row.is("ASK") || row.is("REQUIREMENT") || row.is("POINT"));
    }

    /// Marks of the subject, of every paragraph and of every attachment.
    public Stream<String> marks() {
        return Stream.of(
                        Stream.of(subjectMark),
                        paragraphs.stream().map(Paragraph::mark),
                        attachments.stream().map(Attachment::mark))
                .flatMap(marks -> marks);
    }

    /// The first cable this one stands in that relation to.
    public java.util.Optional<Reference> reference(Reference.Relation relation) {
        return references.stream().filter(known -> known.relation() == relation).findFirst();
    }
}
