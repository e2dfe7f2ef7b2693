// SPDX-License-Identifier: Apache-2.0
package org.chancery.press;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Items that tell one story. What counts is how many origins it has, not how many pages repeat it.
///
/// @param id `CABLE`
public record Cluster(String id, List<PressItem> items) {

    public Cluster {
        items = List.copyOf(items);
    }

    /// Known origins; copies and rewrites never raise their number (PRS-002).
    public Set<String> origins() {
        var origins = new TreeSet<String>();
        items.forEach(
                item ->
                        Arrays.stream(item.origin().split("\\+"))
                                .filter(origin -> !origin.equals("UNKNOWN") && !origin.isEmpty())
                                .forEach(origins::add));
        return origins;
    }

    public long unknownOrigin() {
        return items.stream()
                .filter(item -> item.origin().equals("UNKNOWN") || item.origin().isEmpty())
                .count();
    }

    /// Items per origin as given, the most first.
    public List<Chain> chains() {
        var chains = new TreeMap<String, List<PressItem>>();
        items.forEach(
                item -> chains.computeIfAbsent(item.origin(), o -> new ArrayList<>()).add(item));
        return chains.entrySet().stream()
                .map(entry -> new Chain(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt((Chain chain) -> chain.items().size()).reversed())
                .toList();
    }

    /// @param items nearest to the origin first
    public record Chain(String origin, List<PressItem> items) {
        public Chain {
            items = items.stream().sorted(Comparator.comparingInt(PressItem::hops)).toList();
        }
    }

    public long languages() {
        return items.stream().map(PressItem::language).distinct().count();
    }
}
