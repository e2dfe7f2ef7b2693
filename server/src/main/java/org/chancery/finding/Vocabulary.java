// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.directory.Names;

/// The words measures of one subject are coded with. A version is never changed; a further one says
/// in its changelog what is new.
///
/// @param version from 1 on
/// @param stalledAfterDays days without a step, before adoption, after which a measure is marked; 1
///   to 3650
/// @param directions name of each direction in this trade: a trade user says liberalising
public record Vocabulary(
        String subject,
        int version,
        LocalDate validFrom,
        Names names,
        int stalledAfterDays,
        Map<Direction, Names> directions,
        List<Term> areas,
        List<Term> tools,
        List<Term> targetGroups,
        List<Term> targetOrigins,
        List<Change> changelog) {

    public Vocabulary {
        directions = Map.copyOf(directions);
        areas = List.copyOf(areas);
        tools = List.copyOf(tools);
        targetGroups = List.copyOf(targetGroups);
        targetOrigins = List.copyOf(targetOrigins);
        changelog = List.copyOf(changelog);
    }

    /// @param code upper-case letters and underscores
    public record Term(String code, Names names) {}

    /// What a version brought.
    public record Change(int version, Names what) {}

    public Names direction(Direction direction) {
        var names = directions.get(direction);
        return names == null ? Names.of(direction.name(), direction.name()) : names;
    }

    public Optional<Term> area(String code) {
        return find(areas, code);
    }

    static Optional<Term> find(List<Term> terms, String code) {
        return terms.stream().filter(term -> term.code().equals(code)).findFirst();
    }

    /// Names of terms by their codes; a code of an older version that is no longer listed says
    /// itself.
    public static List<Names> names(List<Term> terms, List<String> codes) {
        return codes.stream()
                .map(
                        code ->
                                find(terms, code)
                                        .map(Term::names)
                                        .orElseGet(() -> Names.of(code, code)))
                .toList();
    }
}
