// SPDX-License-Identifier: Apache-2.0
package org.chancery.picture;

import java.util.List;
import org.chancery.directory.GovernmentCode;
import org.chancery.instruction.Ask;
import org.chancery.position.Lane;

/// Two governments side by side on the asks of one instruction. Shown, never subtracted.
public record Comparison(
        GovernmentCode left, GovernmentCode right, Clocks clocks, List<Line> lines) {

    public Comparison {
        lines = List.copyOf(lines);
    }

    public record Line(Ask ask, Lane lane, Board.Cell left, Board.Cell right) {

        /// Both are known and stand on different steps.
        public boolean apart() {
            return left.of(lane).isPresent()
                    && right.of(lane).isPresent()
                    && left.step(lane) != right.step(lane);
        }
    }
}
