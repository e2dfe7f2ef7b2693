// SPDX-License-Identifier: Apache-2.0
package org.chancery.clearance;

import java.util.List;
import org.chancery.cable.CableReleasing;
import org.chancery.cable.DraftId;
import org.chancery.directory.OfficeCode;
import org.chancery.draft.DraftChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Undoes what was said of a text that has changed in substance (CLR-003), and closes the chain of a
/// cable that has gone.
@Component
class Voiding {

    private final ClearanceRepository chains;
    private final Ledger ledger;

    Voiding(ClearanceRepository chains, Ledger ledger) {
        this.chains = chains;
        this.ledger = ledger;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(DraftChanged event) {
        var draft = new DraftId(event.draft());
        if (chains.lock(draft).isEmpty()) {
            return;
        }
        chains.setVersion(draft, event.version());
        if (event.substantive()) {
            chains.close(draft);
            voidGiven(draft, event);
            voidApproval(draft, event);
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(CableReleasing event) {
        chains.close(event.cable().draft());
    }

    private void voidGiven(DraftId draft, DraftChanged event) {
        var acts = ledger.events(draft);
        for (var step : ledger.steps(draft)) {
            if (step.given()) {
                chains.put(draft, undone(step, acts));
                ledger.append(
                        draft,
                        event.version(),
                        step.office(),
                        ClearanceEvent.Kind.VOIDED,
                        "",
                        event.by(),
                        new OfficeCode(event.office()));
            }
        }
    }

    /// An objection was set aside for the old text only: for the new one it stands again.
    private static Clearance undone(Clearance step, List<ClearanceEvent> acts) {
        if (step.answer() != Clearance.Answer.OVERRULED) {
            return step.voided();
        }
        var objection =
                acts.reversed().stream()
                        .filter(act -> act.kind() == ClearanceEvent.Kind.OBJECTED)
                        .filter(act -> act.office().equals(step.office()))
                        .findFirst()
                        .orElseThrow();
        return step.answered(
                Clearance.Answer.OBJECTED,
                objection.by(),
                objection.at(),
                objection.version(),
                objection.comment());
    }

    private void voidApproval(DraftId draft, DraftChanged event) {
        if (chains.approval(draft).isPresent()) {
            chains.forgetApproval(draft);
            ledger.append(
                    draft,
                    event.version(),
                    new OfficeCode(event.office()),
                    ClearanceEvent.Kind.APPROVAL_VOIDED,
                    "",
                    event.by(),
                    new OfficeCode(event.office()));
        }
    }
}
