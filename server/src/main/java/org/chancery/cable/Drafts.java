// SPDX-License-Identifier: Apache-2.0
package org.chancery.cable;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chancery.access.Actor;
import org.chancery.access.Label;
import org.chancery.access.Permission;
import org.chancery.access.ReadScope;
import org.chancery.audit.AuditTrail;
import org.chancery.directory.Office;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Door to cables being written: drafting, clearance, and the release that turns a draft into the
/// record.
@Component
public class Drafts {

    private final DraftRepository drafts;
    private final Addresses addresses;
    private final ReleaseRules rules;
    private final List<ReleaseCheck> furtherRules;
    private final Traffic traffic;
    private final Offices offices;
    private final Releasing releasing;
    private final AuditTrail audit;
    private final Clock clock;

    Drafts(
            DraftRepository drafts,
            Addresses addresses,
            ReleaseRules rules,
            List<ReleaseCheck> furtherRules,
            Traffic traffic,
            Offices offices,
            Releasing releasing,
            AuditTrail audit,
            Clock clock) {
        this.drafts = drafts;
        this.addresses = addresses;
        this.rules = rules;
        this.furtherRules = List.copyOf(furtherRules);
        this.traffic = traffic;
        this.offices = offices;
        this.releasing = releasing;
        this.audit = audit;
        this.clock = clock;
    }

    /// @throws Refusal `NOT_PERMITTED` without the permission to draft
    @Transactional
    public Draft start(Content content, Actor actor) {
        actor.require(Permission.DRAFT);
        var draft =
                new Draft(
                        new DraftId(UUID.randomUUID()),
                        1,
                        actor.office(),
                        actor.signIn(),
                        content,
                        new DraftState.Writing(),
                        List.of(),
                        Set.of(),
                        now());
        drafts.insert(draft, label(content, Set.of(actor.office())));
        record(actor, "draft.started", draft.id());
        return draft;
    }

    public Draft get(DraftId id, ReadScope reader) {
        return drafts.find(id, reader).orElseThrow(() -> Refusal.absent(id.toString()));
    }

    /// Open drafts of the reader's offices and those they are asked to clear.
    public List<Draft> open(ReadScope reader) {
        return drafts.open(100, reader);
    }

    /// A new version of the text. A change of the text voids clearances and acknowledgements given
    /// for the old one (CLR-003).
    ///
    /// @param seen version the writer had before them
    /// @throws Refusal `CHANGED_MEANWHILE` if there is a newer one, `CABLE_IMMUTABLE` once released
    @Transactional
    public Draft change(DraftId id, long seen, Content content, Actor actor) {
        actor.require(Permission.DRAFT);
        var draft = locked(id, seen, actor);
        draft.state().requireChangeable();
        requireOwn(draft, actor);
        if (draft.content().equals(content)) {
            return draft;
        }
        drafts.update(
                id,
                seen + 1,
                content,
                actor.signIn(),
                now(),
                label(content, Set.of(draft.office())));
        drafts.voidGiven(id);
        record(actor, "draft.changed", id);
        return get(id, actor.scope());
    }

    /// Whom the draft would go to if it were released today.
    public List<Addressee> addressees(Draft draft) {
        return addresses.expand(draft.content(), today()).addressees();
    }

    /// Everything the rules have to say of the draft as it stands, the graver first.
    public List<Check> checks(Draft draft) {
        var all =
                new ArrayList<>(
                        rules.check(draft.content(), addresses.expand(draft.content(), today())));
        furtherRules.forEach(rule -> all.addAll(rule.check(draft)));
        all.sort(java.util.Comparator.comparing(Check::weight));
        return all;
    }

    /// Offices that must clear: by rule every cable of headquarters that asks something of posts.
    public Set<OfficeCode> mandatoryClearers(Draft draft) {
        var fromBureau = offices.get(draft.office()) instanceof Office.Bureau;
        return fromBureau && draft.content().instructs()
                ? Set.copyOf(traffic.clearersOfInstructions())
                : Set.of();
    }

    /// @param further offices asked besides the mandatory ones
    @Transactional
    public Draft sendToClearance(DraftId id, long seen, Set<OfficeCode> further, Actor actor) {
        actor.require(Permission.DRAFT);
        var draft = locked(id, seen, actor);
        draft.state().requireChangeable();
        requireOwn(draft, actor);
        var asked = new HashSet<>(mandatoryClearers(draft));
        asked.addAll(further);
        asked.remove(draft.office());
        asked.forEach(office -> drafts.ask(id, office));
        asked.add(draft.office());
        draft.clearances().forEach(clearance -> asked.add(clearance.office()));
        drafts.sendToClearance(id, asked);
        record(actor, "draft.sent-to-clearance", id);
        return get(id, actor.scope());
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
            throw new Refusal(CableRefusal.OBJECTION_TEXT_MISSING);
        }
        return answer(id, seen, Clearance.Answer.OBJECTED, comment, actor);
    }

    private Draft answer(
            DraftId id, long seen, Clearance.Answer answer, String comment, Actor actor) {
        actor.require(Permission.CLEAR);
        var draft = locked(id, seen, actor);
        draft.state().requireChangeable();
        var asked =
                draft.clearances().stream()
                        .anyMatch(clearance -> clearance.office().equals(actor.office()));
        if (!asked) {
            throw new Refusal(CableRefusal.NOT_YOUR_CLEARANCE, actor.office().value());
        }
        drafts.answer(
                id, new Clearance(actor.office(), answer, actor.signIn(), now(), comment.strip()));
        record(actor, answer == Clearance.Answer.CLEARED ? "draft.cleared" : "draft.objected", id);
        return get(id, actor.scope());
    }

    /// The approver says that they know what a check warns of (CLM-006).
    @Transactional
    public Draft acknowledge(DraftId id, long seen, UUID paragraph, String code, Actor actor) {
        actor.require(Permission.RELEASE);
        var draft = locked(id, seen, actor);
        draft.state().requireChangeable();
        requireOwn(draft, actor);
        drafts.acknowledge(id, new Draft.Acknowledgement(paragraph, code, actor.signIn(), now()));
        record(actor, "draft.acknowledged", id);
        return get(id, actor.scope());
    }

    /// Sends the cable: number, addressees, deliveries, tasks and audit in one transaction.
    ///
    /// @throws Refusal with every rule that stands against it
    @Transactional
    public Cable release(DraftId id, long seen, Actor actor) {
        return releaseAt(id, seen, actor, now());
    }

    /// The same for a cable of the past, whose moment is known: the worked example and imports.
    @Transactional
    public Cable releaseAt(DraftId id, long seen, Actor actor, Instant at) {
        actor.require(Permission.RELEASE);
        var draft = locked(id, seen, actor);
        requireOwn(draft, actor);
        draft.state().requireReleasable();
        if (draft.drafter().equals(actor.signIn())) {
            throw new Refusal(CableRefusal.DRAFTER_IS_APPROVER);
        }
        var against =
                checks(draft).stream()
                        .filter(check -> check.weight() != Check.Weight.WARNS)
                        .filter(
                                check ->
                                        check.weight() == Check.Weight.BLOCKS
                                                || !draft.acknowledged(check))
                        .map(Check::problem)
                        .toList();
        if (!against.isEmpty()) {
            throw new Refusal(against);
        }
        var day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        return releasing.release(
                draft,
                addresses.expand(draft.content(), day).addressees(),
                rules.banner(draft.content()),
                actor,
                at);
    }

    private Draft locked(DraftId id, long seen, Actor actor) {
        get(id, actor.scope());
        drafts.lock(id);
        var draft = get(id, actor.scope());
        draft.state().requireChangeable();
        if (draft.version() != seen) {
            throw new Refusal(KernelRefusal.CHANGED_MEANWHILE);
        }
        return draft;
    }

    private static void requireOwn(Draft draft, Actor actor) {
        if (!draft.office().equals(actor.office())) {
            throw new Refusal(CableRefusal.NOT_YOUR_CLEARANCE, actor.office().value());
        }
    }

    private Label label(Content content, Set<OfficeCode> readers) {
        return new Label(rules.banner(content), content.captions(), readers);
    }

    private void record(Actor actor, String act, DraftId id) {
        audit.append(actor.signIn(), actor.office().value(), act, "draft", id.toString());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
