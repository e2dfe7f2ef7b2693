// SPDX-License-Identifier: Apache-2.0
package org.chancery.clearance;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chancery.access.Actor;
import org.chancery.access.Permission;
import org.chancery.audit.AuditTrail;
import org.chancery.cable.DraftId;
import org.chancery.directory.Office;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.draft.Draft;
import org.chancery.draft.DraftChanged;
import org.chancery.draft.DraftState;
import org.chancery.draft.Drafts;
import org.chancery.kernel.Refusal;
import org.chancery.policy.Policy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Door to clearance: who must clear a draft, what they said, and whether it may go.
@Component
public class Clearances {

    private final ClearanceRepository repository;
    private final Drafts drafts;
    private final Offices offices;
    private final Policy policy;
    private final AuditTrail audit;
    private final Clock clock;

    Clearances(
            ClearanceRepository repository,
            Drafts drafts,
            Offices offices,
            Policy policy,
            AuditTrail audit,
            Clock clock) {
        this.repository = repository;
        this.drafts = drafts;
        this.offices = offices;
        this.policy = policy;
        this.audit = audit;
        this.clock = clock;
    }

    /// What each office asked has said.
    public List<Clearance> of(Draft draft) {
        return repository.of(draft.id());
    }

    /// In clearance, and every office asked has cleared.
    public boolean cleared(Draft draft) {
        return draft.state() instanceof DraftState.InClearance
                && of(draft).stream().allMatch(Clearance::given);
    }

    /// Offices that must clear: by rule every cable of headquarters that asks something of posts.
    public Set<OfficeCode> mandatory(Draft draft) {
        var fromBureau = offices.get(draft.office()) instanceof Office.Bureau;
        return fromBureau && draft.content().instructs()
                ? Set.copyOf(policy.clearing().instructions())
                : Set.of();
    }

    /// @param further offices asked besides the mandatory ones
    @Transactional
    public Draft send(DraftId id, long seen, Set<OfficeCode> further, Actor actor) {
        actor.require(Permission.DRAFT);
        var draft = drafts.hold(id, seen, actor.scope());
        requireOwn(draft, actor);
        var asked = new HashSet<>(mandatory(draft));
        asked.addAll(further);
        asked.remove(draft.office());
        asked.forEach(office -> repository.ask(id, office));
        drafts.submit(draft, asked);
        record(actor, "draft.sent-to-clearance", id);
        return drafts.get(id, actor.scope());
    }

    /// @throws Refusal `NOT_YOUR_CLEARANCE` if the actor's office was not asked
    @Transactional
    public Draft clear(DraftId id, long seen, String comment, Actor actor) {
        return answer(id, seen, Clearance.Answer.CLEARED, comment, actor);
    }

    /// @throws Refusal `OBJECTION_TEXT_MISSING` without a reason
    @Transactional
    public Draft object(DraftId id, long seen, String comment, Actor actor) {
        if (comment.isBlank()) {
            throw new Refusal(ClearanceRefusal.OBJECTION_TEXT_MISSING);
        }
        return answer(id, seen, Clearance.Answer.OBJECTED, comment, actor);
    }

    private Draft answer(
            DraftId id, long seen, Clearance.Answer answer, String comment, Actor actor) {
        actor.require(Permission.CLEAR);
        var draft = drafts.hold(id, seen, actor.scope());
        if (of(draft).stream().noneMatch(known -> known.office().equals(actor.office()))) {
            throw new Refusal(ClearanceRefusal.NOT_YOUR_CLEARANCE, actor.office().value());
        }
        repository.answer(
                id,
                new Clearance(
                        actor.office(),
                        answer,
                        actor.signIn(),
                        now(),
                        draft.version(),
                        comment.strip()));
        record(actor, answer == Clearance.Answer.CLEARED ? "draft.cleared" : "draft.objected", id);
        return drafts.get(id, actor.scope());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(DraftChanged event) {
        if (event.substantive()) {
            repository.voidGiven(new DraftId(event.draft()));
        }
    }

    private static void requireOwn(Draft draft, Actor actor) {
        if (!draft.office().equals(actor.office())) {
            throw new Refusal(ClearanceRefusal.NOT_YOUR_CLEARANCE, actor.office().value());
        }
    }

    private void record(Actor actor, String act, DraftId id) {
        audit.append(actor.signIn(), actor.office().value(), act, "draft", id.toString());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
