// SPDX-License-Identifier: Apache-2.0
package org.chancery.access;

import java.util.List;
import java.util.Optional;
import org.chancery.directory.Names;

/// The organisation's levels and captions, from its policy file. Policy is data: nothing of this is
/// an enum in code.
///
/// @param name of the organisation's marking system
/// @param levels from lowest to highest; the position is the rank
/// @param captions captions in force
public record Handling(String name, List<Level> levels, List<Caption> captions) {

    public Handling {
        levels = List.copyOf(levels);
        captions = List.copyOf(captions);
        if (levels.isEmpty()) {
            throw new IllegalArgumentException("a policy needs at least one level");
        }
    }

    public Level level(int rank) {
        return levels.get(rank);
    }

    public Optional<Level> find(String code) {
        return levels.stream().filter(level -> level.code().equals(code)).findFirst();
    }

    /// @param code as in data and API: `SBU`
    /// @param rank position, 0 is the lowest
    /// @param portion mark of a paragraph: `(SBU)` without the brackets
    public record Level(String code, int rank, Names names, String portion) {}

    /// @param code as written on the cable: `EXDIS`
    public record Caption(String code, Names names) {}
}
