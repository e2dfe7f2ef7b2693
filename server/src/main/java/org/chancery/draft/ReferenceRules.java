// SPDX-License-Identifier: Apache-2.0
package org.chancery.draft;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chancery.access.Label;
import org.chancery.access.ReadScope;
import org.chancery.cable.Addressee;
import org.chancery.cable.Cable;
import org.chancery.cable.Cables;
import org.chancery.cable.Content;
import org.chancery.cable.Reference;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.policy.Handling;
import org.springframework.stereotype.Component;

/// Whether each reference is in the archive, is real traffic, and can be read by those the cable
/// goes to, and whether a readdressed cable is carried whole (MSG-022, MSG-024, MSG-027). A cable
/// the reader may not read is one that is not there.
@Component
class ReferenceRules implements ReleaseCheck {

    private final Cables cables;
    private final Offices offices;
    private final Handling handling;
    private final Addresses addresses;
    private final Clock clock;

    ReferenceRules(
            Cables cables, Offices offices, Handling handling, Addresses addresses, Clock clock) {
        this.cables = cables;
        this.offices = offices;
        this.handling = handling;
        this.addresses = addresses;
        this.clock = clock;
    }

    /// Name of the input of the reference at that place.
    static String field(int place) {
        return "ref-" + place;
    }

    @Override
    public List<Check> check(Draft draft, ReadScope reader) {
        var content = draft.content();
        var found = new ArrayList<Check>();
        if (content.references().isEmpty()) {
            return found;
        }
        var addressees = addresses.expand(content, LocalDate.now(clock)).addressees();
        for (int place = 0; place < content.references().size(); place++) {
            var reference = content.references().get(place);
            var field = field(place);
            var cable = cables.byNumber(reference.number(), reader);
            if (cable.isEmpty()) {
                unresolved(reference, field).ifPresent(found::add);
                continue;
            }
            if (content.exercise().isBlank() && !cable.get().content().exercise().isBlank()) {
                found.add(Check.blocks(field, DraftRefusal.EXERCISE_MISSING, reference.number()));
            }
            unreadable(reference, cable.get(), addressees, field).ifPresent(found::add);
            if (reference.relation() == Reference.Relation.READDRESSES) {
                carried(content, cable.get(), field, found);
            }
        }
        return found;
    }

    /// What changes another cable must name one that is there: that is another rule's (MSG-023).
    private static Optional<Check> unresolved(Reference reference, String field) {
        return reference.external() || CorrectionRules.changes(reference)
                ? Optional.empty()
                : Optional.of(
                        Check.blocks(field, DraftRefusal.REFERENCE_UNRESOLVED, reference.number()));
    }

    private Optional<Check> unreadable(
            Reference reference, Cable cable, List<Addressee> addressees, String field) {
        if (reference.notal() || reference.relation() == Reference.Relation.READDRESSES) {
            return Optional.empty();
        }
        var without =
                addressees.stream()
                        .map(Addressee::office)
                        .filter(office -> !reads(office, cable.label()))
                        .map(OfficeCode::value)
                        .sorted()
                        .toList();
        return without.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Check.warns(
                                field,
                                DraftRefusal.REFERENCE_NOT_READABLE,
                                reference.number(),
                                without.size(),
                                String.join(", ", without)));
    }

    private boolean reads(OfficeCode office, Label label) {
        var highest = offices.get(office).standing().highestLevel();
        return (highest.isEmpty() || handling.rank(highest) >= label.level())
                && (label.readers().isEmpty()
                        || offices.withParents(office).stream()
                                .anyMatch(label.readers()::contains));
    }

    /// A readdressed cable carries the original unchanged (MSG-024).
    private static void carried(Content content, Cable original, String field, List<Check> found) {
        var texts = content.paragraphs().stream().map(row -> row.text().strip()).toList();
        var place = 0;
        for (var row : original.content().paragraphs()) {
            place++;
            if (!texts.contains(row.text().strip())) {
                found.add(
                        Check.blocks(
                                field,
                                DraftRefusal.ORIGINAL_NOT_CARRIED,
                                place,
                                original.mrn().toString()));
            }
        }
    }
}
