// SPDX-License-Identifier: Apache-2.0
package org.chancery.engagement;

import java.util.List;
import org.chancery.access.Unscoped;
import org.chancery.audit.AuditTrail;
import org.chancery.cable.Cable;
import org.chancery.cable.CableReleasing;
import org.chancery.cable.Mrn;
import org.chancery.cable.Reference;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Follows reporting cables: once a post's cable that answers an instruction is out, what the post
/// has delivered on it is reported.
@Component
class ToldByCable {

    private final DemarcheRepository repository;
    private final AuditTrail audit;

    ToldByCable(DemarcheRepository repository, AuditTrail audit) {
        this.repository = repository;
        this.audit = audit;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    @Unscoped("part of the release itself, shown to nobody")
    public void on(CableReleasing event) {
        var cable = event.cable();
        var answered = answered(cable);
        if (answered.isEmpty()) {
            return;
        }
        var told =
                repository.insertReported(
                        cable.from(), answered, cable.mrn().toString(), cable.releasedAt());
        for (var demarche : told) {
            audit.append(
                    cable.releasedBy(),
                    cable.from().value(),
                    "demarche.reported",
                    "demarche",
                    demarche.toString());
        }
    }

    private static List<String> answered(Cable cable) {
        return cable.content().references().stream()
                .filter(reference -> reference.relation() == Reference.Relation.ANSWERS)
                .map(Reference::number)
                .map(number -> Mrn.find(number).map(Mrn::toString).orElse(number))
                .toList();
    }
}
