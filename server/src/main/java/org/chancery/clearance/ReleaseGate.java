// SPDX-License-Identifier: Apache-2.0
package org.chancery.clearance;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.chancery.access.Actor;
import org.chancery.access.Permission;
import org.chancery.access.ReadScope;
import org.chancery.draft.Check;
import org.chancery.draft.Draft;
import org.chancery.draft.DraftState;
import org.chancery.draft.ReleaseCheck;
import org.springframework.stereotype.Component;

/// Lets a draft go only when everybody who must has cleared it as it stands (CLR-001, CLR-002,
/// CLR-003), no objection stands (CLR-005), and somebody other than the drafter says so (CLR-004). It
/// says nothing while the draft is written: the chain stands beside the text by itself.
@Component
class ReleaseGate implements ReleaseCheck {

    private final ClearanceRepository chains;
    private final MandatoryClearers clearers;

    ReleaseGate(ClearanceRepository chains, MandatoryClearers clearers) {
        this.chains = chains;
        this.clearers = clearers;
    }

    @Override
    public List<Check> check(Draft draft, ReadScope reader) {
        return List.of();
    }

    @Override
    public List<Check> check(Draft draft, Actor releaser) {
        chains.lock(draft.id());
        var against = outstanding(draft);
        if (alone(draft, releaser)) {
            against.add(Check.blocks("", ClearanceRefusal.DRAFTER_IS_APPROVER));
        }
        return against;
    }

    /// What is missing, whoever releases it.
    List<Check> outstanding(Draft draft) {
        var against = new ArrayList<Check>();
        if (draft.state() instanceof DraftState.Writing) {
            against.add(Check.blocks("", ClearanceRefusal.NOT_IN_CLEARANCE));
        }
        var steps = chains.of(draft.id());
        var waiting = new ArrayList<String>();
        for (var step : steps) {
            switch (step.answer()) {
                case WAITING, ASKED -> waiting.add(step.office().value());
                case VOIDED ->
                        against.add(
                                Check.blocks(
                                        "",
                                        ClearanceRefusal.CLEARANCE_VOIDED,
                                        step.office().value()));
                case OBJECTED ->
                        against.add(
                                Check.blocks(
                                        "",
                                        ClearanceRefusal.OBJECTION_STANDS,
                                        step.office().value(),
                                        step.comment()));
                case CLEARED, CLEARED_WITH_EDITS, NO_OBJECTION, SILENT, OVERRULED, INFORMED -> {}
            }
        }
        if (!waiting.isEmpty()) {
            against.addFirst(
                    Check.blocks(
                            "",
                            ClearanceRefusal.CLEARANCES_OUTSTANDING,
                            waiting.stream().sorted().collect(Collectors.joining(", "))));
        }
        notAsked(draft, steps, against);
        return against;
    }

    private void notAsked(Draft draft, List<Clearance> steps, List<Check> against) {
        if (draft.state() instanceof DraftState.Writing) {
            return;
        }
        var asked =
                steps.stream()
                        .filter(step -> step.answer() != Clearance.Answer.INFORMED)
                        .map(Clearance::office)
                        .collect(Collectors.toSet());
        var missing =
                clearers.of(draft).stream()
                        .map(Mandate::office)
                        .filter(office -> !asked.contains(office))
                        .map(Object::toString)
                        .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            against.add(Check.blocks("", ClearanceRefusal.CLEARERS_NOT_ASKED, missing));
        }
    }

    /// The drafter would be the only one of the office to say that it may go.
    private boolean alone(Draft draft, Actor releaser) {
        return draft.drafter().equals(releaser.signIn())
                && !releaser.may(Permission.RELEASE_OWN)
                && chains.approval(draft.id())
                        .filter(approval -> !approval.by().equals(releaser.signIn()))
                        .isEmpty();
    }
}
