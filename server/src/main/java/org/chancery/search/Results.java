// SPDX-License-Identifier: Apache-2.0
package org.chancery.search;

import java.util.List;
import java.util.Map;

/// What a reader finds; hits, total and counts cover only what the reader may read.
///
/// @param counts hits per collection
public record Results(List<Hit> hits, long total, Map<String, Long> counts) {

    public Results {
        hits = List.copyOf(hits);
        counts = Map.copyOf(counts);
    }
}
