// SPDX-License-Identifier: Apache-2.0
package org.chancery.clearance;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.access.Actor;
import org.chancery.access.Permission;
import org.chancery.cable.Content;
import org.chancery.cable.DraftId;
import org.chancery.directory.OfficeCode;
import org.chancery.draft.Check;
import org.chancery.draft.Draft;
import org.chancery.draft.DraftState;
import org.chancery.draft.Drafts;
import org.chancery.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Door to clearance: who must clear a draft, what they said, and whether it may go.
///
/// Every act names the version its actor had before them and is refused with `CHANGED_MEANWHILE` if
/// there is a newer one; a draft the actor may not read answers like one that never was (CLR-008).
@Component
public class Clearances {

    private final ClearanceRepository repository;
    private final Ledger ledger;
    private final Chains chains;
    private final Answers answers;
    private final MandatoryClearers clearers;
    private final ReleaseGate gate;
    private final Drafts drafts;

    Clearances(
            ClearanceRepository repository,
            Ledger ledger,
            Chains chains,
            Answers answers,
            MandatoryClearers clearers,
            ReleaseGate gate,
            Drafts drafts) {
        this.repository = repository;
        this.ledger = ledger;
        this.chains = chains;
        this.answers = answers;
        this.clearers = clearers;
        this.gate = gate;
        this.drafts = drafts;
    }

    /// What each office asked has said, in the order in which they are asked.
    public List<Clearance> of(Draft draft) {
        return repository.of(draft.id());
    }

    public Chain chain(Draft draft) {
        var steps = of(draft);
        var approval = repository.approval(draft.id()).orElse(null);
        return new Chain(
                Stage.of(draft.state(), steps, approval),
                steps,
                draft.state().open() ? clearers.of(draft) : List.of(),
                approval,
                ledger.events(draft.id()));
    }

    /// In clearance, and nothing that must be given is missing.
    public boolean cleared(Draft draft) {
        return draft.state() instanceof DraftState.InClearance && gate.outstanding(draft).isEmpty();
    }

    /// The office is asked and has not answered, or must answer again.
    public boolean awaits(Draft draft, OfficeCode office) {
        return draft.state() instanceof DraftState.InClearance
                && of(draft).stream()
                        .anyMatch(step -> step.office().equals(office) && step.awaited());
    }

    /// Offices that must clear by the rules (CLR-002).
    public Set<OfficeCode> mandatory(Draft draft) {
        return clearers.of(draft).stream().map(Mandate::office).collect(Collectors.toSet());
    }

    /// @param further offices asked besides the mandatory ones, all at once
    @Transactional
    public Draft send(DraftId id, long seen, Set<OfficeCode> further, Actor actor) {
        return send(id, seen, new Asking(List.copyOf(further), false, null, List.of()), actor);
    }

    /// @throws Refusal `IN_CLEARANCE_ALREADY`, `NOT_YOUR_CLEARANCE`; `SILENCE_NOT_ALLOWED`,
    ///   `SILENCE_TOO_SHORT`, `NOBODY_CLEARED`, all that apply
    @Transactional
    public Draft send(DraftId id, long seen, Asking asking, Actor actor) {
        actor.require(Permission.DRAFT);
        chains.send(drafts.hold(id, seen, actor.scope()), asking, actor);
        return drafts.get(id, actor.scope());
    }

    /// Takes the draft back to writing. What was given for this text stays.
    ///
    /// @throws Refusal `NOT_IN_CLEARANCE`
    @Transactional
    public Draft withdraw(DraftId id, long seen, Actor actor) {
        actor.require(Permission.DRAFT);
        chains.withdraw(held(id, seen, actor), actor);
        return drafts.get(id, actor.scope());
    }

    /// @param position 1 to 99
    /// @param silentUntil silence until then gives the clearance, null if the office must act
    /// @throws Refusal `NOBODY_CLEARED`, `SILENCE_NOT_ALLOWED`, `SILENCE_TOO_SHORT`,
    ///   `POSITION_MALFORMED`, all that apply
    @Transactional
    public void add(
            DraftId id,
            long seen,
            OfficeCode office,
            int position,
            @Nullable Instant silentUntil,
            Actor actor) {
        actor.require(Permission.DRAFT);
        chains.add(held(id, seen, actor), office, position, silentUntil, actor);
    }

    /// @throws Refusal `CLEARER_MANDATORY` for one the rules ask, `OBJECTION_STANDS` for one that objects
    @Transactional
    public void remove(DraftId id, long seen, OfficeCode office, Actor actor) {
        actor.require(Permission.DRAFT);
        chains.remove(held(id, seen, actor), office, actor);
    }

    /// @param positions 1 to 99 by office; who is not named keeps theirs
    @Transactional
    public void order(DraftId id, long seen, Map<OfficeCode, Integer> positions, Actor actor) {
        actor.require(Permission.DRAFT);
        chains.order(held(id, seen, actor), positions, actor);
    }

    /// @throws Refusal `NOT_YOUR_CLEARANCE` if the actor's office was not asked, `NOT_YOUR_TURN` before
    ///   its turn
    @Transactional
    public Draft clear(DraftId id, long seen, String comment, Actor actor) {
        answers.clear(held(id, seen, actor), comment, actor);
        return drafts.get(id, actor.scope());
    }

    /// Clears a text the clearer has changed. A change of substance voids what others gave.
    @Transactional
    public Draft clearWithEdits(
            DraftId id, long seen, Content content, String comment, Actor actor) {
        answers.clearWithEdits(held(id, seen, actor), content, comment, actor);
        return drafts.get(id, actor.scope());
    }

    @Transactional
    public Draft noObjection(DraftId id, long seen, String comment, Actor actor) {
        answers.noObjection(held(id, seen, actor), comment, actor);
        return drafts.get(id, actor.scope());
    }

    /// After silence has given the clearance the objection is a late one.
    ///
    /// @throws Refusal `OBJECTION_TEXT_MISSING` without a reason
    @Transactional
    public Draft object(DraftId id, long seen, String text, Actor actor) {
        if (answers.givenBySilence(drafts.get(id, actor.scope()), actor)) {
            return lateObjection(id, text, actor);
        }
        answers.object(held(id, seen, actor), text, actor);
        return drafts.get(id, actor.scope());
    }

    /// Recorded after silence has given the clearance, even when the cable has gone: blocks nothing,
    /// and stays on record (CLR-006).
    ///
    /// @throws Refusal `NOT_GIVEN_BY_SILENCE`, `OBJECTION_TEXT_MISSING`
    @Transactional
    public Draft lateObjection(DraftId id, String text, Actor actor) {
        var draft = drafts.get(id, actor.scope());
        answers.lateObjection(draft, text, actor);
        return draft;
    }

    /// @throws Refusal `NO_OBJECTION_STANDS`
    @Transactional
    public Draft withdrawObjection(DraftId id, long seen, String comment, Actor actor) {
        answers.withdrawObjection(held(id, seen, actor), comment, actor);
        return drafts.get(id, actor.scope());
    }

    /// Sets an objection aside, for this text.
    ///
    /// @throws Refusal `NOT_PERMITTED`, `OVERRULE_REASON_MISSING`, `NO_OBJECTION_STANDS`
    @Transactional
    public Draft overrule(DraftId id, long seen, OfficeCode office, String reason, Actor actor) {
        answers.overrule(held(id, seen, actor), office, reason, actor);
        return drafts.get(id, actor.scope());
    }

    /// The drafting office says that it may go; a change of substance takes it back.
    ///
    /// @throws Refusal `NOT_YOUR_CLEARANCE` from another office, and everything that is missing:
    ///   `CLEARANCES_OUTSTANDING`, `CLEARERS_NOT_ASKED`, `CLEARANCE_VOIDED`, `OBJECTION_STANDS`,
    ///   `DRAFTER_IS_APPROVER`
    @Transactional
    public Draft approve(DraftId id, long seen, Actor actor) {
        actor.require(Permission.RELEASE);
        var draft = held(id, seen, actor);
        if (!draft.office().equals(actor.office())) {
            throw new Refusal(ClearanceRefusal.NOT_YOUR_CLEARANCE, actor.office().value());
        }
        var against = gate.check(draft, actor).stream().map(Check::problem).toList();
        if (!against.isEmpty()) {
            throw new Refusal(against);
        }
        repository.approve(id, new Approval(actor.signIn(), ledger.now(), draft.version()));
        ledger.note(draft, draft.office(), ClearanceEvent.Kind.APPROVED, "", actor);
        return draft;
    }

    /// Gives what silence gives (CLR-006). Doing it twice, or on two servers at once, gives it once.
    @Scheduled(fixedDelay = 30_000, initialDelay = 30_000)
    @Transactional
    public void grantSilence() {
        ledger.grantSilence();
    }

    /// The draft and its chain, held until the transaction ends.
    private Draft held(DraftId id, long seen, Actor actor) {
        var draft = drafts.hold(id, seen, actor.scope());
        repository.lock(id);
        return draft;
    }
}
