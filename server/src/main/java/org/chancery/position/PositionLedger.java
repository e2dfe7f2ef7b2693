// SPDX-License-Identifier: Apache-2.0
package org.chancery.position;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Writes entries and tells who follows them. Entries are added, never changed.
@Component
class PositionLedger {

    private final PositionRepository repository;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PositionLedger(PositionRepository repository, ApplicationEventPublisher events, Clock clock) {
        this.repository = repository;
        this.events = events;
        this.clock = clock;
    }

    void keep(Position position) {
        repository.insert(position);
        publish(position);
    }

    void withdraw(Position position, String office, String reason) {
        repository.withdraw(position.id(), now(), office, reason);
        publish(position);
    }

    private void publish(Position position) {
        events.publishEvent(
                new PositionChanged(
                        position.instruction().value(),
                        position.government().value(),
                        position.ask(),
                        position.label()));
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
