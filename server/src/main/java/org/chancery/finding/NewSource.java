// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.util.List;

/// Where a finding is from, as a post enters it.
///
/// @param kind name of a [Source.Kind], empty if not said
/// @param shielded only the post, the instructing bureau and the offices named may read the source
/// @param readers codes of further offices that may read a shielded source
public record NewSource(
        String title,
        String uri,
        String date,
        String kind,
        boolean shielded,
        List<String> readers) {

    public NewSource {
        readers = List.copyOf(readers);
    }

    public boolean blank() {
        return title.isBlank() && uri.isBlank();
    }

    /// What stands for it in a text that any reader of the cable reads.
    String words() {
        return title.isBlank() ? uri.strip() : title.strip();
    }
}
