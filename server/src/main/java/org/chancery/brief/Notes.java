// SPDX-License-Identifier: Apache-2.0
package org.chancery.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Footnotes in the order they are asked for.
final class Notes {

    private final List<Paper.Note> notes = new ArrayList<>();

    /// @param facts further facts of the mark: its day, basis, confidence; empty ones are left out
    int add(Contents.Origin origin, String... facts) {
        var text =
                Stream.concat(Stream.of(origin.title(), origin.date()), Stream.of(facts))
                        .filter(fact -> !fact.isEmpty())
                        .collect(Collectors.joining("; "));
        notes.add(new Paper.Note(notes.size() + 1, text + ".", origin.uri()));
        return notes.size();
    }

    List<Paper.Note> all() {
        return List.copyOf(notes);
    }
}
