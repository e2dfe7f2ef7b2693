// SPDX-License-Identifier: Apache-2.0
package org.chancery.draft;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.chancery.access.ReadScope;
import org.chancery.cable.Addressee;
import org.chancery.cable.Cable;
import org.chancery.cable.Cables;
import org.chancery.cable.Mrn;
import org.chancery.cable.Reference;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.policy.Handling;
import org.springframework.stereotype.Component;

/// A corrected copy or a cancellation of a released cable, which itself never changes (MSG-001,
/// MSG-023 to MSG-026).
@Component
class CorrectionRules implements ReleaseCheck {

    private final Cables cables;
    private final Offices offices;
    private final Handling handling;
    private final Addresses addresses;
    private final Banner banner;
    private final Clock clock;

    CorrectionRules(
            Cables cables,
            Offices offices,
            Handling handling,
            Addresses addresses,
            Banner banner,
            Clock clock) {
        this.cables = cables;
        this.offices = offices;
        this.handling = handling;
        this.addresses = addresses;
        this.banner = banner;
        this.clock = clock;
    }

    /// Takes the place of the other cable or takes it back.
    static boolean changes(Reference reference) {
        return switch (reference.relation()) {
            case CORRECTS, CANCELS -> true;
            case REFERS, ANSWERS, SUPPLEMENTS, READDRESSES -> false;
        };
    }

    @Override
    public List<Check> check(Draft draft, ReadScope reader) {
        var found = new ArrayList<Check>();
        var references = draft.content().references();
        for (int place = 0; place < references.size(); place++) {
            var reference = references.get(place);
            var field = ReferenceRules.field(place);
            if (!changes(reference)) {
                continue;
            }
            var cable = cables.byNumber(reference.number(), reader);
            if (cable.isEmpty()) {
                found.add(unknown(draft, reference, field));
                continue;
            }
            allowed(draft, cable.get(), field, reader, found);
            if (reference.relation() == Reference.Relation.CORRECTS) {
                corrected(draft, cable.get(), found);
            } else {
                cancelled(draft, cable.get(), field, found);
            }
        }
        return found;
    }

    /// Whether this office may change the original at all, and without going in a circle.
    private void allowed(
            Draft draft, Cable original, String field, ReadScope reader, List<Check> found) {
        var number = original.mrn().toString();
        if (!offices.withParents(original.from()).contains(draft.office())) {
            found.add(
                    Check.blocks(
                            field, DraftRefusal.NOT_YOUR_CABLE, number, original.from().value()));
        }
        if (comesBack(original, reader)) {
            found.add(Check.blocks(field, DraftRefusal.CORRECTION_CYCLE, number));
        }
    }

    private void corrected(Draft draft, Cable original, List<Check> found) {
        var missing = missing(draft, original);
        if (!missing.isEmpty()) {
            found.add(
                    Check.blocks(
                            "action",
                            DraftRefusal.ADDRESSEE_DROPPED,
                            String.join(", ", missing),
                            missing.size()));
        }
        lower(draft, original, found);
    }

    private void cancelled(Draft draft, Cable original, String field, List<Check> found) {
        var number = original.mrn().toString();
        var missing = missing(draft, original);
        found.add(Check.warns(field, DraftRefusal.CANCELLATION_WAIVES, number));
        if (!missing.isEmpty()) {
            found.add(
                    Check.warns(
                            "action",
                            DraftRefusal.CANCELLATION_NARROWER,
                            String.join(", ", missing),
                            number));
        }
    }

    /// A number of the own series that is not there is the cable's own, or none at all.
    private Check unknown(Draft draft, Reference reference, String field) {
        var own =
                Mrn.find(reference.number())
                        .filter(mrn -> offices.withParents(draft.office()).contains(mrn.office()))
                        .isPresent();
        return Check.blocks(
                field,
                own ? DraftRefusal.CORRECTS_ITSELF : DraftRefusal.CORRECTS_UNKNOWN,
                reference.number());
    }

    /// Whether what the original corrects or cancels leads back to a cable already met.
    private boolean comesBack(Cable original, ReadScope reader) {
        var met = new HashSet<Mrn>();
        var next = List.of(original);
        while (!next.isEmpty()) {
            if (next.stream().anyMatch(cable -> !met.add(cable.mrn()))) {
                return true;
            }
            next =
                    next.stream()
                            .flatMap(cable -> cable.content().references().stream())
                            .filter(CorrectionRules::changes)
                            .flatMap(r -> cables.byNumber(r.number(), reader).stream())
                            .toList();
        }
        return false;
    }

    private List<String> missing(Draft draft, Cable original) {
        var now =
                addresses.expand(draft.content(), LocalDate.now(clock)).addressees().stream()
                        .map(Addressee::office)
                        .collect(Collectors.toSet());
        return original.addressees().stream()
                .map(Addressee::office)
                .filter(office -> !now.contains(office))
                .map(OfficeCode::value)
                .toList();
    }

    private void lower(Draft draft, Cable original, List<Check> found) {
        var rank = banner.rank(draft.content());
        if (rank < original.label().level()) {
            found.add(
                    Check.blocks(
                            "banner",
                            DraftRefusal.CORRECTION_LOWER,
                            original.mrn().toString(),
                            handling.level(original.label().level()).code(),
                            handling.level(rank).code()));
        }
        var dropped = new HashSet<>(original.label().captions());
        dropped.removeAll(draft.content().captions());
        if (!dropped.isEmpty()) {
            found.add(
                    Check.blocks(
                            "captions",
                            DraftRefusal.CORRECTION_CAPTIONS,
                            original.mrn().toString(),
                            String.join(", ", dropped.stream().sorted().toList())));
        }
    }
}
