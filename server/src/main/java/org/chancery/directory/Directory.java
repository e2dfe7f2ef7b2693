// SPDX-License-Identifier: Apache-2.0
package org.chancery.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The directory as it stood when it was read: what every release asks, answered from memory.
///
/// @param offices in the order of their codes
/// @param collectives in the order of their codes
/// @param calendars one for each office
record Directory(
        Map<OfficeCode, Office> offices,
        List<DatedCollective> collectives,
        Map<OfficeCode, Calendar> calendars) {

    Directory {
        offices = Collections.unmodifiableMap(new LinkedHashMap<>(offices));
        collectives = List.copyOf(collectives);
        calendars = Map.copyOf(calendars);
    }

    /// @param offices in the order of their codes
    static Directory of(
            List<Office> offices,
            List<DatedCollective> collectives,
            Map<OfficeCode, Set<LocalDate>> holidays) {
        var byCode = new LinkedHashMap<OfficeCode, Office>();
        var calendars = new HashMap<OfficeCode, Calendar>();
        for (var office : offices) {
            byCode.put(office.code(), office);
            calendars.put(
                    office.code(),
                    new Calendar(
                            office.zone(),
                            office.hours(),
                            holidays.getOrDefault(office.code(), Set.of())));
        }
        return new Directory(byCode, collectives, calendars);
    }

    List<CollectiveMembership> memberships(String collective) {
        return collectives.stream()
                .filter(known -> known.collective().code().equals(collective))
                .flatMap(known -> known.memberships().stream())
                .sorted(
                        Comparator.comparing(CollectiveMembership::member)
                                .thenComparing(CollectiveMembership::from))
                .toList();
    }

    /// The office and, for a bureau, the bureaux above it. A post stays alone: its parent answers
    /// for it, but the post does not read what its parent gets.
    List<OfficeCode> withParents(OfficeCode code) {
        var found = new ArrayList<OfficeCode>();
        var office = offices.get(code);
        if (office != null) {
            found.add(code);
        }
        while (office instanceof Office.Bureau bureau
                && above(bureau) instanceof Office.Bureau higher) {
            found.add(higher.code());
            office = higher;
        }
        return List.copyOf(found);
    }

    /// The bureau above a post, for a consulate that of its embassy.
    Optional<OfficeCode> regionalBureau(OfficeCode post) {
        var office = offices.get(post);
        while (office instanceof Office.Post) {
            var above = above(office);
            if (above instanceof Office.Bureau) {
                return Optional.of(above.code());
            }
            office = above;
        }
        return Optional.empty();
    }

    /// Posts an embassy answers for; none for a bureau.
    List<OfficeCode> constituents(OfficeCode embassy) {
        return offices.values().stream()
                .filter(office -> offices.get(embassy) instanceof Office.Post)
                .filter(office -> office instanceof Office.Post && embassy.equals(office.parent()))
                .map(Office::code)
                .toList();
    }

    List<Collective> collectives(LocalDate day) {
        return collectives.stream()
                .map(collective -> collective.on(day, offices.values()))
                .toList();
    }

    private @Nullable Office above(Office office) {
        var parent = office.parent();
        return parent == null ? null : offices.get(parent);
    }
}
