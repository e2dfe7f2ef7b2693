// SPDX-License-Identifier: Apache-2.0
package org.chancery.audit;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chancery.kernel.Page;
import org.chancery.kernel.Sha256;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The log of acts. An entry is written in the transaction of the act, so there is no act without
/// its entry and no entry without its act. Each entry carries the hash of the one before.
@Component
public class AuditTrail {

    private final AuditRepository repository;
    private final Clock clock;

    AuditTrail(AuditRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /// @return the entry with its place in the log and its hash, for papers that name it
    @Transactional(propagation = Propagation.MANDATORY)
    public AuditEntry append(NewAuditEntry entry) {
        var last = repository.lockLast();
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var unsealed =
                new AuditEntry(
                        last.sequence() + 1,
                        at,
                        entry.actor(),
                        entry.office(),
                        entry.act(),
                        entry.objectKind(),
                        entry.objectId(),
                        entry.facts(),
                        "");
        var hash = hash(last.hash(), unsealed);
        repository.insert(unsealed, hash);
        return new AuditEntry(
                unsealed.sequence(),
                at,
                unsealed.actor(),
                unsealed.office(),
                unsealed.act(),
                unsealed.objectKind(),
                unsealed.objectId(),
                unsealed.facts(),
                hash);
    }

    public void append(
            String actor, String office, String act, String objectKind, String objectId) {
        append(new NewAuditEntry(actor, office, act, objectKind, objectId, Map.of()));
    }

    /// Newest first.
    ///
    /// @param before entries with a smaller sequence only; `Long.MAX_VALUE` for the newest
    public Page<AuditEntry> page(long before, int limit) {
        var rows = repository.page(before, Page.limit(limit) + 1);
        return Page.cut(rows, limit, entry -> String.valueOf(entry.sequence()));
    }

    /// The first sequence whose hash does not follow from the entries before it, or 0 if the whole
    /// log holds. Reads the log in pieces of bounded size.
    @Transactional(readOnly = true)
    public long firstBroken() {
        var previous = "";
        long after = 0;
        List<AuditEntry> piece;
        do {
            piece = repository.following(after, 1000);
            for (var entry : piece) {
                if (entry.sequence() != after + 1 || !hash(previous, entry).equals(entry.hash())) {
                    return after + 1;
                }
                previous = entry.hash();
                after = entry.sequence();
            }
        } while (!piece.isEmpty());
        return 0;
    }

    private static String hash(String previous, AuditEntry entry) {
        var text = new StringBuilder(previous);
        for (var part :
                List.of(
                        String.valueOf(entry.sequence()),
                        entry.at().toString(),
                        entry.actor(),
                        entry.office(),
                        entry.act(),
                        entry.objectKind(),
                        entry.objectId(),
                        new TreeMap<>(entry.facts()).toString())) {
            text.append('\n').append(part.length()).append(':').append(part);
        }
        return Sha256.hex(text.toString());
    }
}
