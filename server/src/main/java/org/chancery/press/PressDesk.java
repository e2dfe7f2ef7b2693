// SPDX-License-Identifier: Apache-2.0
package org.chancery.press;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.LoadReport;
import org.chancery.kernel.Problems;
import org.chancery.kernel.ReducedDate;
import org.chancery.kernel.Refusal;
import org.chancery.kernel.Table;
import org.chancery.kernel.TableIntake;
import org.springframework.stereotype.Component;

/// Door to what the press says. Published articles: open to everybody who may sign in.
@Component
public class PressDesk implements TableIntake {

    private final PressRepository repository;

    PressDesk(PressRepository repository) {
        this.repository = repository;
    }

    /// The largest first.
    public List<Cluster> clusters() {
        return repository.items().stream()
                .collect(
                        Collectors.groupingBy(
                                PressItem::cluster, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> new Cluster(entry.getKey(), entry.getValue()))
                .sorted(
                        Comparator.comparingInt((Cluster cluster) -> cluster.items().size())
                                .reversed())
                .toList();
    }

    /// @throws Refusal `ABSENT` if there is none
    public Cluster cluster(String id) {
        return clusters().stream()
                .filter(cluster -> cluster.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.absent(id));
    }

    /// @throws Refusal `ABSENT` if there is none
    public PressItem item(String id) {
        return repository.items().stream()
                .filter(item -> item.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.absent(id));
    }

    @Override
    public String kind() {
        return "press";
    }

    @Override
    public boolean recognises(List<String> header) {
        return header.containsAll(List.of("item_id", "outlet", "origin_chain", "cluster"));
    }

    @Override
    public LoadReport load(Table table) {
        var counter = new LoadReport.Counter(table.name());
        table.forEach(
                row -> {
                    try {
                        if (repository.insert(item(row))) {
                            counter.stored();
                        } else {
                            counter.known();
                        }
                    } catch (Refusal refusal) {
                        counter.refused(row.line(), refusal.problems());
                    }
                });
        return counter.report();
    }

    private static PressItem item(Table.Row row) {
        var problems = new Problems();
        for (var needed : List.of("item_id", "outlet", "language", "date", "cluster")) {
            problems.require(
                    !row.get(needed).isEmpty(), needed, KernelRefusal.VALUE_MISSING, needed);
        }
        if (!row.get("date").isEmpty()) {
            problems.attempt("date", () -> ReducedDate.parse(row.get("date")));
        }
        problems.require(
                row.get("hops_from_origin").matches("\\d{0,2}"),
                "hops_from_origin",
                KernelRefusal.NUMBER_MALFORMED,
                row.get("hops_from_origin"),
                0,
                99);
        problems.refuse();
        return new PressItem(
                row.get("item_id"),
                row.get("outlet"),
                row.get("outlet_country"),
                row.get("outlet_type"),
                row.get("language"),
                row.get("date"),
                row.get("url"),
                row.get("headline"),
                row.get("headline_source"),
                row.get("attributed_to"),
                row.get("what_is_attributed"),
                row.get("summary"),
                row.get("origin_chain"),
                row.get("hops_from_origin").isEmpty()
                        ? -1
                        : Integer.parseInt(row.get("hops_from_origin")),
                row.get("addressees_reported"),
                row.get("cable_date_reported"),
                row.get("cluster"),
                row.get("discrepancy"),
                row.get("confidence").equals("MEDIUM") ? "MODERATE" : row.get("confidence"));
    }
}
