// SPDX-License-Identifier: Apache-2.0
package org.chancery.cable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chancery.access.Actor;
import org.chancery.access.ReadScope;
import org.chancery.audit.AuditTrail;
import org.chancery.directory.OfficeCode;
import org.chancery.kernel.Page;
import org.chancery.kernel.Refusal;
import org.chancery.kernel.TimeKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Door to released cables. Writing is behind the module draft; what became of each copy is behind
/// the module delivery.
@Component
public class Cables {

    private final CableRepository repository;
    private final Releasing releasing;
    private final AuditTrail audit;

    Cables(CableRepository repository, Releasing releasing, AuditTrail audit) {
        this.repository = repository;
        this.releasing = releasing;
        this.audit = audit;
    }

    /// @throws Refusal `ABSENT` if there is no such cable for this reader
    public Cable get(Mrn mrn, ReadScope reader) {
        return find(mrn, reader).orElseThrow(() -> Refusal.absent(mrn.toString()));
    }

    public Optional<Cable> find(Mrn mrn, ReadScope reader) {
        return repository.find(mrn, reader);
    }

    /// The cable a reference names, by MRN or by the number its office prints.
    ///
    /// @param number as written: `26 STATE 7`, `127/26`
    public Optional<Cable> byNumber(String number, ReadScope reader) {
        return Mrn.find(number)
                .flatMap(mrn -> find(mrn, reader))
                .or(() -> repository.byPrinted(number.strip(), reader));
    }

    /// Reads a cable for somebody; every reading is in the audit.
    @Transactional
    public Cable open(Mrn mrn, Actor actor) {
        var cable = get(mrn, actor.scope());
        audit.append(
                actor.signIn(),
                actor.office().value(),
                "cable.opened",
                "cable",
                cable.mrn().toString());
        return cable;
    }

    /// All released cables the reader may see, newest first.
    ///
    /// @param from sender, null for all
    public Page<CableSummary> page(
            @Nullable OfficeCode from, @Nullable String after, int limit, ReadScope reader) {
        var rows = repository.page(from, TimeKey.parse(after), Page.limit(limit) + 1, reader);
        return Page.cut(
                rows, limit, row -> new TimeKey(row.releasedAt(), row.id().value()).toString());
    }

    /// Later cables that refer to this one and that the reader may see, oldest first.
    public List<Follower> followers(Cable cable, ReadScope reader) {
        return repository.followers(cable, reader);
    }

    /// Makes a text that may go into the record: number, content, addressees, hash, audit and
    /// event, all in the caller's transaction.
    @Transactional(propagation = Propagation.MANDATORY)
    public Cable release(NewCable text, Actor actor, Instant at) {
        return releasing.release(text, actor, at);
    }
}
