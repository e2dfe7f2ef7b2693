// SPDX-License-Identifier: Apache-2.0
package org.chancery.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.directory.OfficeCode;

/// Who a record is for.
///
/// @param level rank in the organisation's order of levels, 0 is the lowest
/// @param captions captions a reader must all hold
/// @param releasable groups of which a reader must belong to one (REL TO); empty means no limit
/// @param readers offices it is for; empty means every office
public record Label(
        int level, Set<String> captions, Set<String> releasable, Set<OfficeCode> readers) {

    public static final Label OPEN = new Label(0, Set.of(), Set.of());

    /// A label that names no groups.
    public Label(int level, Set<String> captions, Set<OfficeCode> readers) {
        this(level, captions, Set.of(), readers);
    }

    public Label {
        captions = Set.copyOf(captions);
        releasable = Set.copyOf(releasable);
        readers = Set.copyOf(readers);
    }

    /// Values for the columns `level`, `captions` and `readers` of a record.
    ///
    /// @throws IllegalStateException if it names groups: no column holds them yet, and a limit must
    ///     not be lost in silence
    public Map<String, Object> params() {
        if (!releasable.isEmpty()) {
            throw new IllegalStateException("no column holds the groups " + releasable);
        }
        return Map.of(
                "level",
                level,
                "captions",
                captions.stream().sorted().toArray(String[]::new),
                "readers",
                readers.stream().map(OfficeCode::value).sorted().toArray(String[]::new));
    }

    /// Reads the columns `level`, `captions` and `readers` of a record.
    public static Label of(ResultSet row) throws SQLException {
        return new Label(
                row.getInt("level"),
                Set.of((String[]) row.getArray("captions").getArray()),
                Arrays.stream((String[]) row.getArray("readers").getArray())
                        .map(OfficeCode::new)
                        .collect(Collectors.toSet()));
    }

    /// The label of something made from both: the higher level and all captions; groups and readers of
    /// both where both are limited.
    public Label join(Label other) {
        var all = new HashSet<>(captions);
        all.addAll(other.captions);
        return new Label(
                Math.max(level, other.level),
                all,
                both(releasable, other.releasable),
                both(readers, other.readers));
    }

    private static <T> Set<T> both(Set<T> left, Set<T> right) {
        if (left.isEmpty()) {
            return right;
        }
        if (right.isEmpty()) {
            return left;
        }
        var common = new HashSet<>(left);
        common.retainAll(right);
        if (common.isEmpty()) {
            throw new IllegalStateException("Nobody may read both " + left + " and " + right);
        }
        return common;
    }
}
