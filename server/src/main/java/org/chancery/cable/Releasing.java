// SPDX-License-Identifier: Apache-2.0
package org.chancery.cable;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.chancery.access.Actor;
import org.chancery.access.Label;
import org.chancery.audit.AuditTrail;
import org.chancery.audit.NewAuditEntry;
import org.chancery.directory.OfficeCode;
import org.chancery.kernel.Sha256;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Turns a text that may go into the record. Runs inside the transaction of [Cables#release].
@Component
class Releasing {

    private final CableRepository cables;
    private final NumberSeries numbers;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    /// Canonical form of the text for its hash: keys in alphabetical order.
    private final JsonMapper canonical =
            JsonMapper.builder()
                    .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .build();

    Releasing(
            CableRepository cables,
            NumberSeries numbers,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.cables = cables;
        this.numbers = numbers;
        this.audit = audit;
        this.events = events;
    }

    Cable release(NewCable text, Actor actor, Instant at) {
        var number =
                numbers.next(text.from(), text.addressees(), at.atOffset(ZoneOffset.UTC).getYear());
        var cable =
                new Cable(
                        new CableId(UUID.randomUUID()),
                        number.mrn(),
                        number.printed(),
                        text.draft(),
                        text.from(),
                        text.content(),
                        text.addressees(),
                        at,
                        actor.signIn(),
                        new Label(text.banner(), text.captions(), readers(text)),
                        hash(number.mrn(), text, at));
        cables.insert(cable);
        audit.append(
                new NewAuditEntry(
                        actor.signIn(),
                        actor.office().value(),
                        "cable.released",
                        "cable",
                        cable.mrn().toString(),
                        Map.of("hash", cable.hash())));
        events.publishEvent(new CableReleasing(cable));
        events.publishEvent(released(cable));
        return cable;
    }

    private Set<OfficeCode> readers(NewCable text) {
        if (text.everybody()) {
            return Set.of();
        }
        var readers = new HashSet<OfficeCode>();
        readers.add(numbers.ownSeries(text.from()));
        readers.add(text.from());
        text.addressees().forEach(addressee -> readers.add(addressee.office()));
        return readers;
    }

    private static CableReleased released(Cable cable) {
        return new CableReleased(
                cable.id().value(),
                cable.draft().value(),
                cable.mrn().toString(),
                cable.releasedAt(),
                Stream.concat(
                                Stream.of(cable.from()),
                                cable.addressees().stream().map(Addressee::office))
                        .map(OfficeCode::value)
                        .distinct()
                        .toList());
    }

    private String hash(Mrn mrn, NewCable text, Instant at) {
        return Sha256.hex(
                String.join(
                        "\n",
                        mrn.toString(),
                        at.toString(),
                        text.from().value(),
                        canonical.writeValueAsString(text.content()),
                        canonical.writeValueAsString(text.addressees())));
    }
}
