// SPDX-License-Identifier: Apache-2.0
package org.chancery.policy;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.directory.Names;

/// The organisation's levels and captions and how they combine.
///
/// @param levels from lowest to highest; the position is the rank
/// @param captions captions in force
public record Handling(List<Level> levels, List<Caption> captions) {

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

    /// Rank of a level by its code; an unknown or empty code ranks lowest.
    public int rank(String code) {
        return find(code).map(Level::rank).orElse(0);
    }

    public Optional<Caption> caption(String code) {
        return captions.stream().filter(caption -> caption.code().equals(code)).findFirst();
    }

    /// Those of the captions that narrow who may read; the others only inform.
    public Set<String> restrictive(Collection<String> codes) {
        return codes.stream()
                .filter(code -> caption(code).map(Caption::restrictive).orElse(true))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// @param code as in data and API: `SBU`
    /// @param rank position, 0 is the lowest
    /// @param portion mark of a paragraph: `(SBU)` without the brackets
    /// @param classified needs who classified it, why and until when (MSG-015)
    public record Level(String code, int rank, Names names, String portion, boolean classified) {}

    /// @param code as written on the cable: `EXDIS`
    /// @param channel at most one channel caption stands on a cable (MSG-018)
    /// @param alone stands with no other caption (MSG-018)
    /// @param held only a person who holds it may put it on a cable (MSG-019)
    /// @param atLeast code of the lowest level it may stand on (MSG-020), empty for any
    /// @param nationalsOnly only offices where all readers are own nationals may receive it (MSG-017)
    /// @param restrictive only readers who hold it may read; otherwise it only informs
    public record Caption(
            String code,
            Names names,
            boolean channel,
            boolean alone,
            boolean held,
            String atLeast,
            boolean nationalsOnly,
            boolean restrictive) {}
}
