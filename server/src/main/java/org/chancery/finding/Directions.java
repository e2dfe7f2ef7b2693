// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import org.chancery.kernel.Refusal;

/// Directions are relative to each state and cannot be added (MEA-005).
public final class Directions {

    /// What somebody calls it who wants one number over states.
    private static final Set<String> AGGREGATES =
            Set.of(
                    "aggregate",
                    "aggregation",
                    "sum",
                    "total",
                    "avg",
                    "average",
                    "mean",
                    "median",
                    "rank",
                    "ranking",
                    "score",
                    "index",
                    "count",
                    "group",
                    "groupby",
                    "group-by",
                    "group_by");

    private Directions() {}

    /// @param asked names of the parameters of a request for measures, positions or the board
    /// @throws Refusal `DIRECTIONS_NOT_ADDED` if one of them wants a sum, mean, rank, score or count
    public static void refuseAggregates(Collection<String> asked) {
        if (asked.stream().anyMatch(name -> AGGREGATES.contains(name.toLowerCase(Locale.ROOT)))) {
            throw new Refusal(FindingRefusal.DIRECTIONS_NOT_ADDED);
        }
    }
}
