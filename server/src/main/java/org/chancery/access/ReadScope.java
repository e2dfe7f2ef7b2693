// SPDX-License-Identifier: Apache-2.0
package org.chancery.access;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.chancery.directory.OfficeCode;

/// What one reader may see: every query takes it and filters by it.
///
/// A record is visible if its level is not above the reader's, the reader holds all its captions,
/// belongs to one of the groups it is releasable to, and it is open to every office or to one the
/// reader stands in:
///
/// ```sql
/// level <= :level and captions <@ cast(:captions as text[])
///   and (readers = '{}' or readers && cast(:offices as text[]))
/// ```
///
/// @param level rank in the organisation's order of levels, 0 is the lowest
/// @param captions captions held
/// @param groups what the reader is releasable as: nationality, organisation, way of employment
/// @param offices own office and, for a bureau, the headquarters it belongs to
/// @param drafts scopes that hold for drafts alone: of the offices the reader stands in for (CLR-009)
public record ReadScope(
        int level,
        Set<String> captions,
        Set<String> groups,
        Set<OfficeCode> offices,
        List<ReadScope> drafts) {

    public ReadScope(int level, Set<String> captions, Set<OfficeCode> offices) {
        this(level, captions, Set.of(), offices, List.of());
    }

    public ReadScope {
        captions = Set.copyOf(captions);
        groups = Set.copyOf(groups);
        offices = Set.copyOf(offices);
        drafts = List.copyOf(drafts);
        if (level < 0) {
            throw new IllegalArgumentException("a level is 0 or more, but is " + level);
        }
    }

    /// Values for `:level`, `:captions` and `:offices`.
    public Map<String, Object> params() {
        return Map.of(
                "level",
                level,
                "captions",
                new TreeSet<>(captions).toArray(String[]::new),
                "offices",
                offices.stream().map(OfficeCode::value).sorted().toArray(String[]::new));
    }

    /// Own scope first, then those that hold for drafts alone.
    public List<ReadScope> forDrafts() {
        return Stream.concat(Stream.of(this), drafts.stream()).toList();
    }

    /// The same rule for a record already in hand.
    public boolean covers(Label label) {
        return label.level() <= level
                && captions.containsAll(label.captions())
                && (label.releasable().isEmpty()
                        || label.releasable().stream().anyMatch(groups::contains))
                && (label.readers().isEmpty()
                        || label.readers().stream().anyMatch(offices::contains));
    }
}
