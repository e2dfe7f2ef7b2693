// SPDX-License-Identifier: Apache-2.0
package org.chancery.draft;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chancery.cable.Content;
import org.chancery.cable.Paragraph;
import org.jspecify.annotations.Nullable;

/// Keeps who wrote an alternative view (CLR-007): the server notes the name when the row first
/// appears, and what a client sends as author counts for nothing.
final class Authors {

    static final String DISSENT = "DISSENT";

    private Authors() {}

    /// @param before rows of the version before, none for a new draft
    /// @param signIn who wrote the rows that are new
    static Content sign(List<Paragraph> before, Content after, String signIn) {
        Map<UUID, Paragraph> known =
                before.stream()
                        .filter(row -> row.is(DISSENT))
                        .collect(Collectors.toMap(Paragraph::id, Function.identity()));
        return after.with()
                .paragraphs(
                        after.paragraphs().stream()
                                .map(row -> signed(row, known.get(row.id()), signIn))
                                .toList())
                .build();
    }

    private static Paragraph signed(Paragraph row, @Nullable Paragraph before, String signIn) {
        var terms = new HashMap<>(row.terms());
        terms.remove(Paragraph.AUTHOR);
        if (row.is(DISSENT)) {
            terms.put(Paragraph.AUTHOR, before == null ? signIn : before.term(Paragraph.AUTHOR));
        }
        return terms.equals(row.terms())
                ? row
                : new Paragraph(
                        row.id(),
                        row.role(),
                        row.label(),
                        row.heading(),
                        row.text(),
                        row.mark(),
                        terms);
    }
}
