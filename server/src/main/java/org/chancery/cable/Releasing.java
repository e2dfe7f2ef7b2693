// SPDX-License-Identifier: Apache-2.0
package org.chancery.cable;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.chancery.access.Actor;
import org.chancery.access.Label;
import org.chancery.audit.AuditTrail;
import org.chancery.audit.NewAuditEntry;
import org.chancery.directory.Office;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.kernel.Sha256;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Turns a draft that may go into a cable. Runs inside the transaction of [Drafts#release].
@Component
class Releasing {

    private final CableRepository cables;
    private final DraftRepository drafts;
    private final Offices offices;
    private final Traffic traffic;
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
            DraftRepository drafts,
            Offices offices,
            Traffic traffic,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.cables = cables;
        this.drafts = drafts;
        this.offices = offices;
        this.traffic = traffic;
        this.audit = audit;
        this.events = events;
    }

    Cable release(Draft draft, List<Addressee> addressees, int banner, Actor actor, Instant at) {
        var year = at.atOffset(ZoneOffset.UTC).getYear();
        var series = series(draft.office());
        var mrn = new Mrn(year, series, cables.nextSerial(series, year));
        var readers = new HashSet<OfficeCode>();
        readers.add(series);
        readers.add(draft.office());
        addressees.forEach(addressee -> readers.add(addressee.office()));
        var cable =
                new Cable(
                        new CableId(UUID.randomUUID()),
                        mrn,
                        draft.id(),
                        draft.office(),
                        draft.content(),
                        addressees,
                        at,
                        actor.signIn(),
                        new Label(banner, draft.content().captions(), readers),
                        hash(mrn, draft, addressees, at));
        cables.insert(cable);
        cables.deliver(cable.id(), deliveries(cable));
        drafts.markReleased(draft.id(), cable.id());
        audit.append(
                new NewAuditEntry(
                        actor.signIn(),
                        actor.office().value(),
                        "cable.released",
                        "cable",
                        mrn.toString(),
                        Map.of("hash", cable.hash())));
        events.publishEvent(
                new CableReleased(
                        cable.id().value(),
                        draft.id().value(),
                        mrn.toString(),
                        at,
                        Stream.concat(
                                        Stream.of(draft.office()),
                                        addressees.stream().map(Addressee::office))
                                .map(OfficeCode::value)
                                .distinct()
                                .toList()));
        return cable;
    }

    /// Bureaux send in the number series of their headquarters; a post has its own.
    private OfficeCode series(OfficeCode office) {
        return offices.get(office) instanceof Office.Bureau
                ? offices.withParents(office).getLast()
                : office;
    }

    private List<Delivery> deliveries(Cable cable) {
        var known = offices.byCode();
        return cable.addressees().stream()
                .map(
                        addressee -> {
                            var office = known.get(addressee.office());
                            var due =
                                    addressee.role() == Addressing.INFO || office == null
                                            ? null
                                            : DueTimes.due(
                                                    cable.releasedAt(),
                                                    traffic.precedence(addressee.precedence()),
                                                    office);
                            return new Delivery(
                                    addressee.office(),
                                    addressee.role(),
                                    addressee.precedence(),
                                    addressee.via(),
                                    cable.releasedAt(),
                                    due,
                                    null,
                                    null);
                        })
                .toList();
    }

    private String hash(Mrn mrn, Draft draft, List<Addressee> addressees, Instant at) {
        return Sha256.hex(
                mrn
                        + "\n"
                        + at
                        + "\n"
                        + draft.office()
                        + "\n"
                        + canonical.writeValueAsString(draft.content())
                        + "\n"
                        + canonical.writeValueAsString(addressees));
    }
}
