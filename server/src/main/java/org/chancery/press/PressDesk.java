// SPDX-License-Identifier: Apache-2.0
package org.chancery.press;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chancery.access.Actor;
import org.chancery.access.Permission;
import org.chancery.audit.AuditTrail;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.LoadReport;
import org.chancery.kernel.Problems;
import org.chancery.kernel.ReducedDate;
import org.chancery.kernel.Refusal;
import org.chancery.kernel.Sha256;
import org.chancery.kernel.Table;
import org.chancery.kernel.TableIntake;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Door to what the press says. Published articles: open to everybody who may sign in.
@Component
public class PressDesk implements TableIntake {

    /// Longest text of an article that is kept, in characters.
    public static final int LONGEST = 200_000;

    private final PressRepository repository;
    private final AuditTrail audit;
    private final Clock clock;

    PressDesk(PressRepository repository, AuditTrail audit, Clock clock) {
        this.repository = repository;
        this.audit = audit;
        this.clock = clock;
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

    /// Keeps the text of an item as it was taken from the page; the newest counts.
    ///
    /// @throws Refusal `ARTICLE_TEXT_MISSING`, `ARTICLE_TEXT_TOO_LONG` (PRS-008)
    @Transactional
    public KeptText keepText(String id, String raw, Actor actor) {
        actor.require(Permission.ASSESS_CLAIM);
        var item = item(id);
        new Problems()
                .require(!raw.isBlank(), "text", PressRefusal.ARTICLE_TEXT_MISSING)
                .require(
                        raw.length() <= LONGEST,
                        "text",
                        PressRefusal.ARTICLE_TEXT_TOO_LONG,
                        raw.length(),
                        LONGEST)
                .refuse();
        var kept =
                new KeptText(
                        item.id(),
                        raw,
                        Sha256.hex(raw.getBytes(StandardCharsets.UTF_8)),
                        actor.signIn(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS));
        repository.keep(kept);
        audit.append(actor.signIn(), actor.office().value(), "press.text-kept", "press", item.id());
        return kept;
    }

    /// The text of an item, if anybody has kept it.
    public Optional<KeptText> text(String id) {
        return repository.text(item(id).id());
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
