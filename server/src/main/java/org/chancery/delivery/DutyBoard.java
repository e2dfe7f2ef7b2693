// SPDX-License-Identifier: Apache-2.0
package org.chancery.delivery;

import java.time.Instant;
import java.util.List;
import org.chancery.cable.Addressing;
import org.chancery.cable.Mrn;
import org.chancery.directory.Office;
import org.jspecify.annotations.Nullable;

/// Urgent traffic that nobody has in hand, office by office: numbers and times, never texts.
///
/// @param lines offices where something waits first, then all posts by their names
public record DutyBoard(List<Line> lines) {

    public DutyBoard {
        lines = List.copyOf(lines);
    }

    public int waiting() {
        return lines.stream().mapToInt(line -> line.waiting().size()).sum();
    }

    /// @param open somebody is there
    /// @param night it is between 22:00 and 06:00 there
    /// @param waiting longest first
    public record Line(Office office, boolean open, boolean night, List<Waiting> waiting) {

        public Line {
            waiting = List.copyOf(waiting);
        }
    }

    /// @param mrn null where the cable is not for the reader of the board
    /// @param precedence code
    /// @param nextAt when the next step is due, null when everybody has been told
    public record Waiting(
            @Nullable Mrn mrn,
            String precedence,
            Addressing role,
            Instant since,
            @Nullable Instant due,
            @Nullable Instant nextAt,
            List<AlertStep> steps) {

        public Waiting {
            steps = List.copyOf(steps);
        }
    }
}
