// SPDX-License-Identifier: Apache-2.0
package org.chancery.delivery;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.access.Actor;
import org.chancery.access.Permission;
import org.chancery.access.ReadScope;
import org.chancery.audit.AuditTrail;
import org.chancery.cable.Addressing;
import org.chancery.cable.Cable;
import org.chancery.cable.CableReleasing;
import org.chancery.cable.Cables;
import org.chancery.cable.Mrn;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.directory.StaffId;
import org.chancery.directory.StaffMember;
import org.chancery.kernel.Page;
import org.chancery.kernel.Refusal;
import org.chancery.kernel.TimeKey;
import org.chancery.policy.Precedence;
import org.chancery.policy.Traffic;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Door to what became of each copy.
@Component
public class Deliveries {

    private final DeliveryRepository copies;
    private final InboxRepository inbox;
    private final ProfileRepository distributions;
    private final Profiles profiles;
    private final Alerts alerts;
    private final DueTimes dueTimes;
    private final Cables cables;
    private final Offices offices;
    private final Traffic traffic;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Deliveries(
            DeliveryRepository copies,
            InboxRepository inbox,
            ProfileRepository distributions,
            Profiles profiles,
            Alerts alerts,
            DueTimes dueTimes,
            Cables cables,
            Offices offices,
            Traffic traffic,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.copies = copies;
        this.inbox = inbox;
        this.distributions = distributions;
        this.profiles = profiles;
        this.alerts = alerts;
        this.dueTimes = dueTimes;
        this.cables = cables;
        this.offices = offices;
        this.traffic = traffic;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// One delivery per addressee, distributed by profile, the roster woken where it is urgent: all
    /// in the transaction of the release. Within Chancery a cable has arrived when it is released.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CableReleasing event) {
        var cable = event.cable();
        var all = dueTimes.deliveries(cable);
        copies.insert(cable.id(), all);
        profiles.apply(cable);
        alerts.open(cable, all);
    }

    /// Reads a cable for somebody: the first reader of an addressed office moves its copy, and each
    /// person is noted once.
    ///
    /// @throws Refusal `ABSENT` if there is no such cable for this reader
    @Transactional
    public Cable open(Mrn mrn, Actor actor) {
        var cable = cables.open(mrn, actor);
        var now = now();
        copies.read(cable.id(), actor.office(), actor.person(), now);
        copies.open(cable.id(), actor.office(), actor.signIn(), now);
        return cable;
    }

    /// Reads a cable to print it, which the audit says.
    @Transactional
    public Cable print(Mrn mrn, Actor actor) {
        var cable = open(mrn, actor);
        record(actor, "cable.printed", cable);
        return cable;
    }

    /// The office has it in hand; ends its alert.
    ///
    /// @throws Refusal `NOT_PERMITTED` without the permission to receive, `NOT_ADDRESSED` for an
    ///   office that has no copy, `ALREADY_ACKNOWLEDGED`, `NOT_ARRIVED`
    @Transactional
    public Delivery acknowledge(Mrn mrn, Actor actor) {
        actor.require(Permission.RECEIVE);
        var cable = cables.get(mrn, actor.scope());
        var copy = hold(cable, actor);
        copies.move(cable.id(), copy.office(), copy.state().acknowledge(actor.signIn(), now()));
        alerts.close(cable.id(), copy.office(), now());
        record(actor, "cable.acknowledged", cable);
        events.publishEvent(new CopyMoved(copy.office().value()));
        return own(cable, actor);
    }

    /// Marks the office's copy as done, which takes it out of the folders. It answers nothing: what
    /// an instruction asks stays due until it is answered (TSK-007).
    ///
    /// @throws Refusal `NOT_PERMITTED`, `NOT_ADDRESSED`, `ALREADY_HANDLED`; `NOT_ACKNOWLEDGED` for
    ///   an ACTION copy nobody has in hand yet
    @Transactional
    public Delivery handled(Mrn mrn, Actor actor) {
        actor.require(Permission.RECEIVE);
        var cable = cables.get(mrn, actor.scope());
        var copy = hold(cable, actor);
        if (copy.handledAt() != null) {
            throw new Refusal(DeliveryRefusal.ALREADY_HANDLED, cable.mrn().toString());
        }
        if (copy.role() == Addressing.ACTION && !copy.acknowledged()) {
            throw new Refusal(DeliveryRefusal.NOT_ACKNOWLEDGED, cable.mrn().toString());
        }
        copies.handle(cable.id(), copy.office(), actor.signIn(), now());
        note(cable, actor, "HANDLED", "");
        alerts.close(cable.id(), copy.office(), now());
        record(actor, "cable.handled", cable);
        events.publishEvent(new CopyMoved(copy.office().value()));
        return own(cable, actor);
    }

    /// Names who of the office sees to it. A later name takes the place of the one before; all stay
    /// in the history.
    ///
    /// @param note for that person, may be empty
    /// @throws Refusal `NOT_PERMITTED` without the permission to distribute, `NOT_ADDRESSED`,
    ///   `NOT_OF_THIS_OFFICE`
    @Transactional
    public Delivery assign(Mrn mrn, StaffId person, String note, Actor actor) {
        actor.require(Permission.DISTRIBUTE);
        var cable = cables.get(mrn, actor.scope());
        var copy = hold(cable, actor);
        var member = staff(copy.office(), person);
        copies.assign(cable.id(), copy.office(), person);
        distributions.add(cable.id(), copy.office(), Set.of(person), actor.signIn(), now());
        note(
                cable,
                actor,
                "ASSIGNED",
                note.isBlank() ? member.displayName() : member.displayName() + ": " + note.strip());
        record(actor, "cable.assigned", cable);
        events.publishEvent(new CopyMoved(copy.office().value()));
        return own(cable, actor);
    }

    /// Puts further people of the office on the list of those who are to read it.
    ///
    /// @throws Refusal `NOT_PERMITTED` without the permission to distribute, `NOT_ADDRESSED`,
    ///   `READER_MISSING` for nobody, `NOT_OF_THIS_OFFICE`
    @Transactional
    public void distribute(Mrn mrn, Set<StaffId> persons, Actor actor) {
        actor.require(Permission.DISTRIBUTE);
        var cable = cables.get(mrn, actor.scope());
        var copy = hold(cable, actor);
        if (persons.isEmpty()) {
            throw new Refusal(DeliveryRefusal.READER_MISSING);
        }
        var names =
                persons.stream()
                        .map(person -> staff(copy.office(), person).displayName())
                        .sorted()
                        .collect(Collectors.joining(", "));
        if (distributions.add(cable.id(), copy.office(), persons, actor.signIn(), now()) > 0) {
            note(cable, actor, "DISTRIBUTED", names);
            record(actor, "cable.distributed", cable);
        }
    }

    private StaffMember staff(OfficeCode office, StaffId person) {
        return offices.staffOf(office).stream()
                .filter(member -> member.id().equals(person))
                .findFirst()
                .orElseThrow(() -> new Refusal(DeliveryRefusal.NOT_OF_THIS_OFFICE, office.value()));
    }

    private Delivery hold(Cable cable, Actor actor) {
        var copy =
                copies.lock(cable.id(), actor.office())
                        .orElseThrow(
                                () ->
                                        new Refusal(
                                                DeliveryRefusal.NOT_ADDRESSED,
                                                actor.office().value(),
                                                cable.mrn().toString()));
        if (!copy.state().arrived()) {
            throw new Refusal(DeliveryRefusal.NOT_ARRIVED, copy.state().code());
        }
        return copy;
    }

    private Delivery own(Cable cable, Actor actor) {
        return of(cable, actor.office()).orElseThrow();
    }

    private void note(Cable cable, Actor actor, String state, String note) {
        copies.append(
                cable.id(), actor.office(), new DeliveryEvent(state, now(), actor.signIn(), note));
    }

    private void record(Actor actor, String act, Cable cable) {
        audit.append(actor.signIn(), actor.office().value(), act, "cable", cable.mrn().toString());
    }

    /// The copy of one office; the cable itself was read in scope.
    public Optional<Delivery> of(Cable cable, OfficeCode office) {
        return copies.of(cable.id(), office);
    }

    /// Who of which office opened or acknowledged it, as far as this reader may know names: all of
    /// them for the sending office and for who may read the audit, else those of their own office.
    public List<LedgerLine> ledger(Cable cable, Actor actor) {
        var all = cable.from().equals(actor.office()) || actor.may(Permission.READ_AUDIT);
        var readings =
                copies.readings(cable.id()).stream()
                        .collect(Collectors.groupingBy(Reading::office));
        return copies.of(cable.id()).stream()
                .map(
                        copy -> {
                            var named = all || copy.office().equals(actor.office());
                            return new LedgerLine(
                                    named ? copy : copy.unnamed(),
                                    named
                                            ? readings.getOrDefault(copy.office(), List.of())
                                            : List.of(),
                                    named);
                        })
                .toList();
    }

    /// How the copy of the reader's own office came to stand where it stands, oldest first; nothing
    /// if it has none.
    public List<DeliveryEvent> history(Cable cable, Actor actor) {
        return copies.events(cable.id(), actor.office());
    }

    /// Whom the reader's own office was woken through about this cable, oldest first.
    public List<AlertStep> alerts(Cable cable, Actor actor) {
        return alerts.steps(cable.id(), actor.office());
    }

    /// Who of the reader's own office is to read it.
    public List<Distribution> distribution(Cable cable, Actor actor) {
        return distributions.distribution(cable.id(), actor.office());
    }

    /// What an office received.
    ///
    /// @param after key of the page before, null for the first
    /// @throws Refusal `ABSENT` for an office the reader does not stand in
    public Page<InboxRow> inbox(
            InboxQuestion question, @Nullable String after, int limit, Actor actor) {
        requireOwn(question.office(), actor);
        var wanted = Page.limit(limit) + 1;
        var who = reader(question.office(), actor);
        if (question.dueFirst()) {
            return Page.cut(
                    inbox.dueFirst(
                            question,
                            who,
                            InboxQuestion.DueKey.parse(after),
                            wanted,
                            actor.scope()),
                    limit,
                    InboxRow::dueKey);
        }
        return Page.cut(
                inbox.newest(question, who, TimeKey.parse(after), wanted, actor.scope()),
                limit,
                InboxRow::newestKey);
    }

    /// Copies of the reader's office that must wake somebody and that nobody has in hand.
    public List<InboxRow> urgent(Actor actor) {
        var precedences =
                traffic.precedences().stream()
                        .filter(Precedence::alerts)
                        .map(Precedence::code)
                        .collect(Collectors.toSet());
        if (precedences.isEmpty()) {
            return List.of();
        }
        var question = new InboxQuestion(actor.office(), Folder.ALL, null, precedences, true);
        return inbox(question, null, Page.DEFAULT_LIMIT, actor).rows().stream()
                .filter(row -> row.copy().waiting())
                .toList();
    }

    /// How many copies wait in each folder but [Folder#ALL].
    public Map<Folder, Integer> counts(Actor actor) {
        return inbox.counts(actor.office(), reader(actor.office(), actor), actor.scope());
    }

    private static void requireOwn(OfficeCode office, Actor actor) {
        if (!office.equals(actor.office()) && !actor.scope().offices().contains(office)) {
            throw Refusal.absent(office.value());
        }
    }

    private InboxRepository.Reader reader(OfficeCode office, Actor actor) {
        var zone = offices.get(office).zone();
        var now = now();
        var today = LocalDate.ofInstant(now, zone);
        return new InboxRepository.Reader(
                actor.person(),
                offices.staff(actor.person()).map(member -> member.function().english()).orElse(""),
                now,
                Folder.endOfDay(today, zone),
                Folder.endOfWeek(today, zone));
    }

    public long unread(OfficeCode office, ReadScope reader) {
        return inbox.unread(office, reader);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
