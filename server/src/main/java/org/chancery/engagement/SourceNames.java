// SPDX-License-Identifier: Apache-2.0
package org.chancery.engagement;

import java.util.Set;
import org.chancery.access.Actor;
import org.chancery.access.Label;
import org.chancery.access.Permission;
import org.chancery.audit.AuditTrail;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.chancery.policy.Handling;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Door to the names of interlocutors. They stand apart from every record, at the next higher level,
/// for the post alone, and each reading is in the audit (DEM-007).
@Component
public class SourceNames {

    private final SourceNameRepository repository;
    private final DemarcheRepository demarches;
    private final Handling handling;
    private final AuditTrail audit;

    SourceNames(
            SourceNameRepository repository,
            DemarcheRepository demarches,
            Handling handling,
            AuditTrail audit) {
        this.repository = repository;
        this.demarches = demarches;
        this.handling = handling;
        this.audit = audit;
    }

    void keep(Demarche demarche, String names) {
        if (!names.isBlank()) {
            repository.insert(demarche.id(), names.strip(), label(demarche));
        }
    }

    private Label label(Demarche demarche) {
        var of = demarche.label();
        return new Label(
                Math.min(of.level() + 1, handling.levels().size() - 1),
                of.captions(),
                Set.of(demarche.office()));
    }

    /// @return empty if none were kept
    /// @throws Refusal `ABSENT` if there is no such démarche for the actor, `NAMES_NOT_YOURS`
    ///   (DEM-007) to everyone outside source protection, whether names were kept or not
    @Transactional
    public String read(DemarcheId id, Actor actor) {
        var demarche =
                demarches.find(id, actor.scope()).orElseThrow(() -> Refusal.absent(id.toString()));
        if (!actor.may(Permission.READ_SOURCES) || !actor.scope().covers(label(demarche))) {
            throw new Refusal(Problem.of(EngagementRefusal.NAMES_NOT_YOURS));
        }
        audit.append(
                actor.signIn(),
                actor.office().value(),
                "demarche.names-read",
                "demarche",
                id.toString());
        return repository.find(id, actor.scope()).orElse("");
    }
}
