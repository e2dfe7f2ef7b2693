// SPDX-License-Identifier: Apache-2.0
package org.chancery.clearance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chancery.cable.AddressLine;
import org.chancery.cable.Addressing;
import org.chancery.cable.Attachment;
import org.chancery.cable.Content;
import org.chancery.cable.Reference;
import org.jspecify.annotations.Nullable;

/// The head of a cable as words, field by field, for telling two versions apart.
final class HeadFields {

    private record Named(String name, Function<Content, String> value) {}

    private static final List<Named> ALL =
            List.of(
                    new Named("type", Content::type),
                    new Named("subject", Content::subject),
                    new Named("subjectMark", Content::subjectMark),
                    new Named("banner", c -> c.classification().banner()),
                    new Named("compilationReason", c -> c.classification().compilationReason()),
                    new Named("classifiedBy", c -> c.classification().classifiedBy()),
                    new Named("reason", c -> c.classification().reason()),
                    new Named("derivedFrom", c -> c.classification().derivedFrom()),
                    new Named("declassifyOn", c -> c.classification().declassifyOn()),
                    new Named("captions", c -> sorted(c.captions())),
                    new Named("topics", c -> String.join(", ", c.topics())),
                    new Named("action", c -> lines(c, Addressing.ACTION)),
                    new Named("info", c -> lines(c, Addressing.INFO)),
                    new Named("excluded", c -> sorted(c.excluded())),
                    new Named("actionPrecedence", Content::actionPrecedence),
                    new Named("infoPrecedence", Content::infoPrecedence),
                    new Named("replyBy", c -> word(c.timing().replyBy())),
                    new Named("deskBy", c -> word(c.timing().deskBy())),
                    new Named("attention", c -> String.join(", ", c.attention())),
                    new Named("references", HeadFields::references),
                    new Named("attachments", HeadFields::attachments),
                    new Named("minimizeConsidered", c -> c.minimizeConsidered() ? "✓" : ""),
                    new Named("exercise", Content::exercise),
                    new Named("signedBy", Content::signedBy));

    private HeadFields() {}

    static List<Difference.Field> between(Content before, Content after) {
        var found = new ArrayList<Difference.Field>();
        for (var field : ALL) {
            var old = field.value().apply(before);
            var now = field.value().apply(after);
            if (!old.equals(now)) {
                found.add(new Difference.Field(field.name(), old, now));
            }
        }
        return found;
    }

    private static String lines(Content content, Addressing role) {
        return content.addresses().stream()
                .filter(line -> line.role() == role)
                .map(HeadFields::line)
                .collect(Collectors.joining(", "));
    }

    private static String line(AddressLine line) {
        return line.precedence().isEmpty()
                ? line.target()
                : line.target() + "/" + line.precedence();
    }

    private static String references(Content content) {
        return content.references().stream()
                .map(HeadFields::reference)
                .collect(Collectors.joining(", "));
    }

    private static String reference(Reference reference) {
        return reference.number()
                + " "
                + reference.relation()
                + (reference.notal() ? " NOTAL" : "")
                + (reference.external() ? " EXTERNAL" : "");
    }

    /// With the start of its hash: the same name over another file is another attachment.
    private static String attachments(Content content) {
        return content.attachments().stream()
                .map(HeadFields::attachment)
                .collect(Collectors.joining(", "));
    }

    private static String attachment(Attachment file) {
        return file.name()
                + " ("
                + file.mark()
                + ", "
                + file.hash().substring(0, Math.min(8, file.hash().length()))
                + ")";
    }

    private static String sorted(Collection<String> codes) {
        return codes.stream().sorted().collect(Collectors.joining(", "));
    }

    private static String word(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
