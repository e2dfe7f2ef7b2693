// SPDX-License-Identifier: Apache-2.0
package org.chancery.delivery;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.chancery.access.Actor;
import org.chancery.access.ReadScope;
import org.chancery.cable.Addressing;
import org.chancery.cable.Cable;
import org.chancery.cable.CableReleased;
import org.chancery.cable.Cables;
import org.chancery.cable.Mrn;
import org.chancery.directory.OfficeCode;
import org.chancery.kernel.Page;
import org.chancery.kernel.TimeKey;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Door to what became of each copy.
@Component
public class Deliveries {

    private final DeliveryRepository repository;
    private final DueTimes dueTimes;
    private final Cables cables;
    private final Clock clock;

    Deliveries(DeliveryRepository repository, DueTimes dueTimes, Cables cables, Clock clock) {
        this.repository = repository;
        this.dueTimes = dueTimes;
        this.cables = cables;
        this.clock = clock;
    }

    /// One delivery per addressee, in the transaction of the release: within the product a cable
    /// has arrived when it is released.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CableReleased event) {
        var cable = cables.released(event);
        repository.insert(cable.id(), dueTimes.deliveries(cable));
    }

    /// Reads a cable for somebody: the first reader of an addressed office is noted.
    @Transactional
    public Cable open(Mrn mrn, Actor actor) {
        var cable = cables.open(mrn, actor);
        repository.open(cable.id(), actor.office(), actor.signIn(), clock.instant());
        return cable;
    }

    /// Each addressee's copy; the cable itself was read in scope.
    public List<Delivery> of(Cable cable) {
        return repository.of(cable.id());
    }

    /// The copy of one office.
    public Optional<Delivery> of(Cable cable, OfficeCode office) {
        return of(cable).stream().filter(copy -> copy.office().equals(office)).findFirst();
    }

    /// What an office received, newest first.
    ///
    /// @param role null for action and information copies
    /// @param after key of the page before, null for the first
    public Page<InboxRow> inbox(
            OfficeCode office,
            @Nullable Addressing role,
            @Nullable String after,
            int limit,
            ReadScope reader) {
        var rows =
                repository.inbox(office, role, TimeKey.parse(after), Page.limit(limit) + 1, reader);
        return Page.cut(
                rows,
                limit,
                row -> new TimeKey(row.deliveredAt(), row.cable().id().value()).toString());
    }

    public long unread(OfficeCode office, ReadScope reader) {
        return repository.unread(office, reader);
    }
}
