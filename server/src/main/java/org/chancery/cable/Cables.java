// SPDX-License-Identifier: Apache-2.0
package org.chancery.cable;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.chancery.access.Actor;
import org.chancery.access.ReadScope;
import org.chancery.access.Unscoped;
import org.chancery.audit.AuditTrail;
import org.chancery.directory.OfficeCode;
import org.chancery.kernel.Page;
import org.chancery.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Door to released cables. Writing and releasing is behind [Drafts].
@Component
public class Cables {

    private final CableRepository repository;
    private final AuditTrail audit;
    private final Clock clock;

    Cables(CableRepository repository, AuditTrail audit, Clock clock) {
        this.repository = repository;
        this.audit = audit;
        this.clock = clock;
    }

    /// @throws Refusal `ABSENT` if there is no such cable for this reader
    public Cable get(Mrn mrn, ReadScope reader) {
        return find(mrn, reader).orElseThrow(() -> Refusal.absent(mrn.toString()));
    }

    public Optional<Cable> find(Mrn mrn, ReadScope reader) {
        return repository.find(mrn, reader);
    }

    /// Reads a cable for somebody: the first reader of an addressed office is noted, every reading
    /// is in the audit.
    @Transactional
    public Cable open(Mrn mrn, Actor actor) {
        var cable = get(mrn, actor.scope());
        var office = actor.office();
        if (cable.addressees().stream().anyMatch(addressee -> addressee.office().equals(office))) {
            repository.open(cable.id(), office, actor.signIn(), clock.instant());
        }
        audit.append(
                actor.signIn(), office.value(), "cable.opened", "cable", cable.mrn().toString());
        return cable;
    }

    /// Each addressee's copy; the cable itself was read in scope.
    public List<Delivery> deliveries(Cable cable) {
        return repository.deliveries(cable.id());
    }

    /// What an office received, newest first.
    ///
    /// @param role null for action and information copies
    /// @param after key of the page before, null for the first
    public Page<CableSummary> inbox(
            OfficeCode office,
            @Nullable Addressing role,
            @Nullable String after,
            int limit,
            ReadScope reader) {
        var rows =
                repository.inbox(
                        office,
                        role,
                        CableRepository.Key.parse(after),
                        Page.limit(limit) + 1,
                        reader);
        return Page.cut(rows, limit, CableRepository.Key::of);
    }

    /// All released cables the reader may see, newest first.
    ///
    /// @param from sender, null for all
    public Page<CableSummary> page(
            @Nullable OfficeCode from, @Nullable String after, int limit, ReadScope reader) {
        var rows =
                repository.page(
                        from, CableRepository.Key.parse(after), Page.limit(limit) + 1, reader);
        return Page.cut(rows, limit, CableRepository.Key::of);
    }

    public long unread(OfficeCode office, ReadScope reader) {
        return repository.unread(office, reader);
    }

    /// The cable of a release, for modules that follow it in its own transaction.
    @Unscoped("part of the release itself, shown to nobody")
    public Cable released(CableReleased event) {
        return repository
                .released(event.id())
                .orElseThrow(() -> new IllegalStateException("no cable " + event.mrn()));
    }
}
