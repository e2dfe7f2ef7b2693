// SPDX-License-Identifier: Apache-2.0
package org.chancery.picture;

import java.util.List;
import org.chancery.directory.GovernmentCode;
import org.chancery.kernel.ReducedDate;
import org.chancery.position.Step;
import org.jspecify.annotations.Nullable;

/// What happened with one government, lane by lane. Standing beside each other is not cause.
///
/// @param marks oldest first
public record Timeline(GovernmentCode government, Clocks clocks, List<Mark> marks) {

    public Timeline {
        marks = List.copyOf(marks);
    }

    public enum Track {
        MEASURE,
        STATEMENT,
        DEMARCHE,
        INSTRUCTION,
        WORD,
        DEED
    }

    /// @param text one line: a title, a number, an ask
    /// @param detail stage, function, name of the step; may be empty
    /// @param step for word and deed, else null
    /// @param address page it opens
    public record Mark(
            Track track,
            ReducedDate on,
            String text,
            String detail,
            @Nullable Step step,
            String address) {}

    public List<Mark> of(Track track) {
        return marks.stream().filter(mark -> mark.track() == track).toList();
    }
}
