// SPDX-License-Identifier: Apache-2.0
package org.chancery.brief;

import java.util.List;

/// A brief as it would be, before it is made.
///
/// @param paper what would be printed
/// @param marking line of the sheet
/// @param label level and captions in words, without the exercise mark
/// @param made briefs of the office of the same thing, newest first
public record Preview(Paper paper, String marking, String label, List<Brief> made) {

    public Preview {
        made = List.copyOf(made);
    }
}
