// SPDX-License-Identifier: Apache-2.0
package org.chancery.draft;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chancery.access.Actor;
import org.chancery.access.Label;
import org.chancery.access.Permission;
import org.chancery.access.ReadScope;
import org.chancery.access.Unscoped;
import org.chancery.audit.AuditTrail;
import org.chancery.cable.Addressee;
import org.chancery.cable.Cable;
import org.chancery.cable.Cables;
import org.chancery.cable.Content;
import org.chancery.cable.DraftId;
import org.chancery.cable.NewCable;
import org.chancery.directory.OfficeCode;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Door to cables being written: drafting, versions, and the release that turns a draft into the
/// record. Who has cleared it is behind the module clearance.
@Component
public class Drafts {

    private final DraftRepository repository;
    private final Addresses addresses;
    private final Banner banner;
    private final CaptionRules captions;
    private final Substance substance;
    private final List<ReleaseCheck> rules;
    private final List<ChangeCheck> changes;
    private final Cables cables;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Drafts(
            DraftRepository repository,
            Addresses addresses,
            Banner banner,
            CaptionRules captions,
            Substance substance,
            List<ReleaseCheck> rules,
            List<ChangeCheck> changes,
            Cables cables,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.addresses = addresses;
        this.banner = banner;
        this.captions = captions;
        this.substance = substance;
        this.rules = List.copyOf(rules);
        this.changes = List.copyOf(changes);
        this.cables = cables;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// @throws Refusal `NOT_PERMITTED` without the permission to draft, `CAPTION_NOT_HELD` under a
    ///   caption the writer does not hold
    @Transactional
    public Draft start(Content content, Actor actor) {
        actor.require(Permission.DRAFT);
        captions.requireHeld(content, actor);
        var draft =
                new Draft(
                        new DraftId(UUID.randomUUID()),
                        1,
                        actor.office(),
                        actor.signIn(),
                        Authors.sign(List.of(), content, actor.signIn()),
                        new DraftState.Writing(),
                        Set.of(),
                        now());
        repository.insert(draft, banner.label(draft.content(), Set.of(actor.office())));
        record(actor, "draft.started", draft.id());
        return draft;
    }

    /// @throws Refusal `ABSENT` if there is none for this reader
    public Draft get(DraftId id, ReadScope reader) {
        return reader.forDrafts().stream()
                .flatMap(scope -> repository.find(id, scope).stream())
                .findFirst()
                .orElseThrow(() -> Refusal.absent(id.toString()));
    }

    /// Open drafts of the reader's offices and those they are asked to clear, last changed first.
    public List<Draft> open(ReadScope reader) {
        return reader.forDrafts().stream()
                .flatMap(scope -> repository.open(100, scope).stream())
                .distinct()
                .sorted(Comparator.comparing(Draft::changedAt).reversed())
                .toList();
    }

    /// A new version of the text. A change of substance brings a draft back from clearance and
    /// voids what was given for the old text (CLR-003).
    ///
    /// @param seen version the writer had before them
    /// @throws Refusal `CHANGED_MEANWHILE` if there is a newer one, `CABLE_IMMUTABLE` once released,
    ///   `NOT_YOUR_DRAFT` from another office, `CAPTION_NOT_HELD` under a caption the writer does
    ///   not hold
    @Transactional
    public Draft change(DraftId id, long seen, Content content, Actor actor) {
        actor.require(Permission.DRAFT);
        var draft = hold(id, seen, actor.scope());
        requireOwn(draft, actor);
        return store(draft, content, actor, true);
    }

    /// A new version by somebody who clears it: the draft stays in clearance.
    @Transactional(propagation = Propagation.MANDATORY)
    public Draft amend(Draft held, Content content, Actor actor) {
        return store(held, content, actor, false);
    }

    private Draft store(Draft draft, Content written, Actor actor, boolean backToWriting) {
        var content = Authors.sign(draft.content().paragraphs(), written, actor.signIn());
        var against =
                changes.stream()
                        .flatMap(rule -> rule.check(draft, content, actor).stream())
                        .toList();
        if (!against.isEmpty()) {
            throw new Refusal(against);
        }
        if (draft.content().equals(content)) {
            return draft;
        }
        captions.requireHeld(content, actor);
        var id = draft.id();
        var version = draft.version() + 1;
        var ofSubstance = substance.differs(draft.content(), content);
        repository.update(
                id,
                version,
                content,
                actor.signIn(),
                now(),
                banner.label(content, Set.of(draft.office())));
        if (ofSubstance) {
            repository.forgetAcknowledged(id);
            if (backToWriting) {
                repository.setState(id, "WRITING");
            }
        }
        events.publishEvent(
                new DraftChanged(
                        id.value(), version, ofSubstance, actor.office().value(), actor.signIn()));
        record(actor, "draft.changed", id);
        return get(id, actor.scope());
    }

    /// Gives a draft up. It stays on record with all its versions.
    ///
    /// @throws Refusal `IN_CLEARANCE` while offices are asked about it
    @Transactional
    public void discard(DraftId id, long seen, Actor actor) {
        actor.require(Permission.DRAFT);
        var draft = hold(id, seen, actor.scope());
        requireOwn(draft, actor);
        if (draft.state() instanceof DraftState.InClearance) {
            throw new Refusal(DraftRefusal.IN_CLEARANCE);
        }
        repository.discard(id, actor.signIn(), now());
        record(actor, "draft.discarded", id);
    }

    /// Every version, newest first.
    public List<DraftVersion> versions(Draft draft) {
        return repository.versions(draft.id());
    }

    /// @throws Refusal `ABSENT` if the draft never had that version
    public DraftVersion version(Draft draft, long version) {
        return repository
                .version(draft.id(), version)
                .orElseThrow(() -> Refusal.absent(draft.id() + "?version=" + version));
    }

    /// A version of a draft that is being changed, for modules that follow the change in its own
    /// transaction.
    @Unscoped("part of the change itself, shown to nobody")
    public DraftVersion version(DraftChanged event, long version) {
        return repository
                .version(new DraftId(event.draft()), version)
                .orElseThrow(() -> new IllegalStateException(event + " has no version " + version));
    }

    /// Whom the draft would go to if it were released today.
    public List<Addressee> addressees(Draft draft) {
        return addresses.expand(draft.content(), today()).addressees();
    }

    /// Who may read such a text: its level, its captions, and the offices named.
    public Label label(Content content, Set<OfficeCode> readers) {
        return banner.label(content, readers);
    }

    /// Rank of the level the draft would be released at.
    public int banner(Draft draft) {
        return banner.rank(draft.content());
    }

    /// Everything the rules have to say of the draft as it stands, the graver first.
    ///
    /// @param reader who asks; what they may not read is to the rules as if it were not there
    public List<Check> checks(Draft draft, ReadScope reader) {
        return checks(draft, reader, now());
    }

    private List<Check> checks(Draft draft, ReadScope reader, Instant release) {
        var all = new ArrayList<Check>();
        rules.forEach(rule -> all.addAll(rule.check(draft, reader)));
        rules.forEach(rule -> all.addAll(rule.checkAt(draft, release)));
        all.sort(Comparator.comparing(Check::weight));
        return all;
    }

    /// The approver says that they know what a check warns of (CLM-006).
    @Transactional
    public Draft acknowledge(DraftId id, long seen, UUID paragraph, String code, Actor actor) {
        actor.require(Permission.RELEASE);
        requireOwn(hold(id, seen, actor.scope()), actor);
        repository.acknowledge(
                id, new Draft.Acknowledgement(paragraph, code, actor.signIn(), now()));
        record(actor, "draft.acknowledged", id);
        return get(id, actor.scope());
    }

    /// The draft as it stands, whichever version and state that is, held until the caller's
    /// transaction ends.
    @Transactional(propagation = Propagation.MANDATORY)
    public Draft lock(DraftId id, ReadScope reader) {
        return reader.forDrafts().stream()
                .flatMap(scope -> repository.lock(id, scope).stream())
                .findFirst()
                .orElseThrow(() -> Refusal.absent(id.toString()));
    }

    /// The draft as the caller has seen it, held until the caller's transaction ends.
    ///
    /// @throws Refusal `CHANGED_MEANWHILE` if there is a newer version, `CABLE_IMMUTABLE` once
    ///   released
    @Transactional(propagation = Propagation.MANDATORY)
    public Draft hold(DraftId id, long seen, ReadScope reader) {
        var draft = lock(id, reader);
        draft.state().requireOpen();
        if (draft.version() != seen) {
            throw new Refusal(KernelRefusal.CHANGED_MEANWHILE);
        }
        return draft;
    }

    /// Puts a draft before the offices that are to clear it, who may read it from now on.
    @Transactional(propagation = Propagation.MANDATORY)
    public void submit(Draft held, Collection<OfficeCode> readers) {
        repository.setState(held.id(), "IN_CLEARANCE");
        repository.openTo(held.id(), readers);
    }

    /// Takes a draft back from clearance without a change of its text.
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(Draft held) {
        repository.setState(held.id(), "WRITING");
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
        var draft = hold(id, seen, actor.scope());
        requireOwn(draft, actor);
        refuse(draft, actor, at);
        var content = draft.content();
        var day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        var cable =
                cables.release(
                        new NewCable(
                                id,
                                draft.office(),
                                content,
                                addresses.expand(content, day).addressees(),
                                banner.rank(content),
                                banner.label(content, Set.of()).captions(),
                                banner.everybody(content)),
                        actor,
                        at);
        repository.markReleased(id, cable.id(), cable.mrn(), actor.signIn(), at);
        return cable;
    }

    private void refuse(Draft draft, Actor actor, Instant at) {
        var all = new ArrayList<Check>();
        rules.forEach(rule -> all.addAll(rule.check(draft, actor)));
        all.addAll(checks(draft, actor.scope(), at));
        var against =
                all.stream()
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
    }

    private static void requireOwn(Draft draft, Actor actor) {
        if (!draft.office().equals(actor.office())) {
            throw new Refusal(DraftRefusal.NOT_YOUR_DRAFT, actor.office().value());
        }
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
