// SPDX-License-Identifier: Apache-2.0
package org.chancery.clearance;

import java.util.Objects;
import org.chancery.access.Actor;
import org.chancery.access.Permission;
import org.chancery.cable.Content;
import org.chancery.directory.OfficeCode;
import org.chancery.draft.Draft;
import org.chancery.draft.Drafts;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.springframework.stereotype.Component;

/// What an office says of a draft. Nobody speaks for an office that is not theirs (CLR-004).
@Component
class Answers {

    private final Ledger ledger;
    private final Chains chains;
    private final Drafts drafts;

    Answers(Ledger ledger, Chains chains, Drafts drafts) {
        this.ledger = ledger;
        this.chains = chains;
        this.drafts = drafts;
    }

    void clear(Draft draft, String comment, Actor actor) {
        give(draft, Clearance.Answer.CLEARED, ClearanceEvent.Kind.CLEARED, comment, actor);
    }

    void noObjection(Draft draft, String comment, Actor actor) {
        give(
                draft,
                Clearance.Answer.NO_OBJECTION,
                ClearanceEvent.Kind.NO_OBJECTION,
                comment,
                actor);
    }

    private void give(
            Draft draft,
            Clearance.Answer said,
            ClearanceEvent.Kind kind,
            String comment,
            Actor actor) {
        var step = askedOf(draft, actor);
        withdrawn(draft, step, actor);
        ledger.answer(draft, step, said, kind, comment, actor);
        ledger.advance(draft.id(), draft.version());
    }

    /// The text as the clearer wants it: voids what others gave for the old one if it differs in
    /// substance, and gives the clearer's own for the new one.
    void clearWithEdits(Draft draft, Content content, String comment, Actor actor) {
        var step = askedOf(draft, actor);
        withdrawn(draft, step, actor);
        var amended = drafts.amend(draft, content, actor);
        if (amended.version() == draft.version()) {
            clear(draft, comment, actor);
            return;
        }
        var own = ledger.step(draft.id(), actor.office());
        ledger.answer(
                amended,
                own,
                Clearance.Answer.CLEARED_WITH_EDITS,
                ClearanceEvent.Kind.CLEARED_WITH_EDITS,
                comment,
                actor);
        chains.refresh(amended);
    }

    void object(Draft draft, String text, Actor actor) {
        requireText(text);
        var step = askedOf(draft, actor);
        ledger.answer(
                draft, step, Clearance.Answer.OBJECTED, ClearanceEvent.Kind.OBJECTED, text, actor);
    }

    boolean givenBySilence(Draft draft, Actor actor) {
        return ledger.steps(draft.id()).stream()
                .anyMatch(
                        step ->
                                step.office().equals(actor.office())
                                        && step.answer() == Clearance.Answer.SILENT);
    }

    void lateObjection(Draft draft, String text, Actor actor) {
        actor.require(Permission.CLEAR);
        requireText(text);
        var step = ledger.step(draft.id(), actor.office());
        if (step.answer() != Clearance.Answer.SILENT) {
            throw new Refusal(ClearanceRefusal.NOT_GIVEN_BY_SILENCE, actor.office().value());
        }
        ledger.note(draft, step.office(), ClearanceEvent.Kind.LATE_OBJECTION, text.strip(), actor);
    }

    void withdrawObjection(Draft draft, String comment, Actor actor) {
        var step = askedOf(draft, actor);
        requireObjection(step);
        ledger.keep(draft, step.asked(Objects.requireNonNull(step.askedAt()), step.silentUntil()));
        ledger.note(
                draft,
                step.office(),
                ClearanceEvent.Kind.OBJECTION_WITHDRAWN,
                comment.strip(),
                actor);
    }

    void overrule(Draft draft, OfficeCode office, String reason, Actor actor) {
        actor.require(Permission.OVERRULE);
        Chains.requireInClearance(draft);
        var step = ledger.step(draft.id(), office);
        if (reason.isBlank()) {
            throw new Refusal(Problem.at("reason", ClearanceRefusal.OVERRULE_REASON_MISSING));
        }
        requireObjection(step);
        ledger.keep(
                draft,
                step.answered(
                        Clearance.Answer.OVERRULED,
                        actor.signIn(),
                        ledger.now(),
                        draft.version(),
                        step.comment()));
        ledger.note(draft, office, ClearanceEvent.Kind.OVERRULED, reason.strip(), actor);
        ledger.advance(draft.id(), draft.version());
    }

    private Clearance askedOf(Draft draft, Actor actor) {
        actor.require(Permission.CLEAR);
        Chains.requireInClearance(draft);
        var step = ledger.step(draft.id(), actor.office());
        return switch (step.answer()) {
            case WAITING ->
                    throw new Refusal(ClearanceRefusal.NOT_YOUR_TURN, actor.office().value());
            case INFORMED ->
                    throw new Refusal(ClearanceRefusal.NOT_YOUR_CLEARANCE, actor.office().value());
            case ASKED,
                    CLEARED,
                    CLEARED_WITH_EDITS,
                    NO_OBJECTION,
                    SILENT,
                    OBJECTED,
                    OVERRULED,
                    VOIDED ->
                    step;
        };
    }

    /// Who clears after objecting withdraws the objection by it.
    private void withdrawn(Draft draft, Clearance step, Actor actor) {
        if (step.answer() == Clearance.Answer.OBJECTED) {
            ledger.note(draft, step.office(), ClearanceEvent.Kind.OBJECTION_WITHDRAWN, "", actor);
        }
    }

    private static void requireText(String text) {
        if (text.isBlank()) {
            throw new Refusal(Problem.at("comment", ClearanceRefusal.OBJECTION_TEXT_MISSING));
        }
    }

    private static void requireObjection(Clearance step) {
        if (step.answer() != Clearance.Answer.OBJECTED) {
            throw new Refusal(ClearanceRefusal.NO_OBJECTION_STANDS, step.office().value());
        }
    }
}
