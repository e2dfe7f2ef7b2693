// SPDX-License-Identifier: Apache-2.0
package org.chancery.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chancery.access.Actor;
import org.chancery.access.Permission;
import org.chancery.audit.AuditTrail;
import org.chancery.cable.Cable;
import org.chancery.cable.CableId;
import org.chancery.directory.Calendar;
import org.chancery.directory.Office;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.directory.StaffId;
import org.chancery.kernel.Refusal;
import org.chancery.policy.Traffic;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Door to urgent traffic: who is woken, in which order, and what still waits everywhere.
@Component
public class Alerts {

    private static final int NIGHT_FROM = 22;
    private static final int NIGHT_UNTIL = 6;
    private static final int STEPS_AT_ONCE = 200;

    private final AlertRepository repository;
    private final Offices offices;
    private final Traffic traffic;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Alerts(
            AlertRepository repository,
            Offices offices,
            Traffic traffic,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.offices = offices;
        this.traffic = traffic;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// Roster of the person's own office, in the order in which it is told.
    ///
    /// @throws Refusal `NOT_PERMITTED` without the permission to distribute
    public List<RosterEntry> roster(Actor actor) {
        actor.require(Permission.DISTRIBUTE);
        return repository.roster(actor.office());
    }

    /// @throws Refusal `NOT_OF_THIS_OFFICE` for somebody else's staff
    @Transactional
    public void add(RosterEntry entry, Actor actor) {
        actor.require(Permission.DISTRIBUTE);
        requireStaff(actor.office(), entry.person());
        repository.insert(actor.office(), entry);
        record(actor, "roster.added", entry.id());
    }

    /// @throws Refusal `ABSENT` if the office has no such entry
    @Transactional
    public void remove(UUID id, Actor actor) {
        actor.require(Permission.DISTRIBUTE);
        if (!repository.remove(actor.office(), id)) {
            throw Refusal.absent(id.toString());
        }
        record(actor, "roster.removed", id);
    }

    private void requireStaff(OfficeCode office, StaffId person) {
        if (offices.staffOf(office).stream().noneMatch(member -> member.id().equals(person))) {
            throw new Refusal(DeliveryRefusal.NOT_OF_THIS_OFFICE, office.value());
        }
    }

    private void record(Actor actor, String act, UUID id) {
        audit.append(actor.signIn(), actor.office().value(), act, "roster", id.toString());
    }

    /// Wakes the first on the roster of each office whose copy is urgent, in the transaction of the
    /// release.
    @Transactional(propagation = Propagation.MANDATORY)
    void open(Cable cable, List<Delivery> copies) {
        var urgent =
                copies.stream()
                        .filter(copy -> copy.state().arrived())
                        .filter(copy -> traffic.precedence(copy.precedence()).alerts())
                        .toList();
        if (urgent.isEmpty()) {
            return;
        }
        repository.insert(
                cable.id(),
                urgent.stream().map(Delivery::office).toList(),
                urgent.stream().map(this::patience).toList(),
                cable.releasedAt());
        repository.tellFirst(cable.id(), cable.releasedAt()).stream()
                .map(told -> raised(told.office(), told.step()))
                .forEach(events::publishEvent);
    }

    /// Half the handling time of its precedence.
    private Duration patience(Delivery copy) {
        return traffic.precedence(copy.precedence()).handling().dividedBy(2);
    }

    private static AlertRaised raised(OfficeCode office, AlertStep step) {
        var person = step.person();
        return new AlertRaised(
                office.value(),
                person == null ? List.of() : List.of(person.value()),
                step.whom() == AlertStep.Whom.OFFICE,
                step.whom() == AlertStep.Whom.DUTY);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void close(CableId cable, OfficeCode office, Instant at) {
        repository.close(cable, office, at);
    }

    /// What was done to wake an office about a copy, oldest first.
    List<AlertStep> steps(CableId cable, OfficeCode office) {
        return repository.steps(cable, office);
    }

    /// Takes the next step of every alert nobody has answered in time: the next on the roster, then
    /// the whole office together with those who watch all traffic. Several servers may do it at once.
    ///
    /// @return how many alerts went a step further
    @Scheduled(
            initialDelayString = "${chancery.alert-every:PT15S}",
            fixedDelayString = "${chancery.alert-every:PT15S}")
    @Transactional
    public int escalate() {
        var now = now();
        var due = repository.lockDue(now, STEPS_AT_ONCE);
        due.forEach(alert -> escalate(alert, now));
        return due.size();
    }

    private void escalate(AlertRepository.Due alert, Instant now) {
        var next = repository.next(alert.cable(), alert.office(), now);
        if (next.isPresent()) {
            tell(alert, new AlertStep(AlertStep.Whom.PERSON, next.get(), now));
            repository.waitUntil(alert.cable(), alert.office(), now.plus(alert.patience()));
            return;
        }
        var told = repository.steps(alert.cable(), alert.office());
        if (told.stream().noneMatch(step -> step.whom() == AlertStep.Whom.OFFICE)) {
            tell(alert, new AlertStep(AlertStep.Whom.OFFICE, null, now));
        }
        tell(alert, new AlertStep(AlertStep.Whom.DUTY, null, now));
        repository.waitUntil(alert.cable(), alert.office(), null);
    }

    private void tell(AlertRepository.Due alert, AlertStep step) {
        repository.append(alert.cable(), alert.office(), step);
        events.publishEvent(raised(alert.office(), step));
    }

    /// All posts, and every other office where something urgent waits.
    ///
    /// @throws Refusal `NOT_PERMITTED` without the permission to watch the traffic
    public DutyBoard board(Actor actor) {
        actor.require(Permission.WATCH_TRAFFIC);
        var now = now();
        var waiting =
                repository.open(actor.scope()).stream()
                        .collect(
                                Collectors.groupingBy(
                                        AlertRepository.Open::office,
                                        Collectors.mapping(
                                                AlertRepository.Open::waiting,
                                                Collectors.toList())));
        var calendars = offices.calendars();
        var lines = new ArrayList<DutyBoard.Line>();
        for (var office : offices.all()) {
            var copies = waiting.getOrDefault(office.code(), List.of());
            if (office instanceof Office.Post || !copies.isEmpty()) {
                lines.add(line(office, calendars.get(office.code()), copies, now));
            }
        }
        lines.sort(
                Comparator.comparing(
                        Alerts::oldest, Comparator.nullsLast(Comparator.naturalOrder())));
        return new DutyBoard(lines);
    }

    private static @Nullable Instant oldest(DutyBoard.Line line) {
        return line.waiting().isEmpty() ? null : line.waiting().getFirst().since();
    }

    private static DutyBoard.Line line(
            Office office,
            @Nullable Calendar calendar,
            List<DutyBoard.Waiting> waiting,
            Instant now) {
        var hour = now.atZone(office.zone()).getHour();
        return new DutyBoard.Line(
                office,
                calendar != null && calendar.open(now),
                hour >= NIGHT_FROM || hour < NIGHT_UNTIL,
                waiting);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
