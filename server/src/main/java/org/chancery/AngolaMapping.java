// SPDX-License-Identifier: Apache-2.0
package org.chancery;

import static org.chancery.ExampleInstruction.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chancery.cable.Paragraph;

/// Cuts rows of a cable out of a document of the volume, as the mapping file says.
final class AngolaMapping {

    static final String VOLUME = "frus1969-76v28";
    static final Set<String> DOCUMENTS = Set.of("d135", "d136");
    static final String MARK = "UNCLASSIFIED";

    private AngolaMapping() {}

    /// @throws StartFailure if the words at which a cut is made are not there
    static Paragraph row(Map<String, Object> entry, FrusVolume.Document document) {
        var terms = new HashMap<String, String>();
        for (var term : Set.of("form", "due")) {
            if (!text(entry, term).isEmpty()) {
                terms.put(term, text(entry, term));
            }
        }
        if (text(entry, "role").equals("POINT")) {
            terms.put("scope", "ALL");
        }
        return new Paragraph(
                UUID.randomUUID(),
                text(entry, "role"),
                text(entry, "label"),
                "",
                cut(document.paragraph(Integer.parseInt(text(entry, "n"))), entry),
                MARK,
                terms);
    }

    private static String cut(String paragraph, Map<String, Object> entry) {
        int after = place(paragraph, text(entry, "after"), 0);
        int from = place(paragraph, text(entry, "from"), after);
        var until = text(entry, "until");
        int end = until.isEmpty() ? paragraph.length() : place(paragraph, until, from);
        return paragraph.substring(from, end).strip();
    }

    private static int place(String paragraph, String words, int from) {
        int place = paragraph.indexOf(words, from);
        if (place < 0) {
            throw FrusVolume.other("words “" + words + "”");
        }
        return place;
    }
}
