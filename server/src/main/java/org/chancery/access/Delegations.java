// SPDX-License-Identifier: Apache-2.0
package org.chancery.access;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chancery.audit.AuditTrail;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.kernel.Problems;
import org.chancery.kernel.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Door to delegations: who acts in the place of another, until when and up to which level (CLR-009).
@Component
public class Delegations {

    private static final Set<Permission> DELEGABLE = Set.of(Permission.CLEAR, Permission.RELEASE);

    private final DelegationRepository repository;
    private final Offices offices;
    private final AuditTrail audit;
    private final Clock clock;

    Delegations(DelegationRepository repository, Offices offices, AuditTrail audit, Clock clock) {
        this.repository = repository;
        this.offices = offices;
        this.audit = audit;
        this.clock = clock;
    }

    /// @throws Refusal `NOT_PERMITTED` without the right oneself, `NOT_ACTING_FOR` for another office;
    ///   `PERMISSION_NOT_DELEGABLE`, `PERSON_UNKNOWN`, `DELEGATION_TO_YOURSELF`,
    ///   `DELEGATION_ABOVE_YOU`, `DELEGATION_PERIOD`, all that apply
    @Transactional
    public Delegation grant(NewDelegation wanted, Actor actor) {
        requireHolder(wanted.office(), wanted.permission(), actor);
        var to = offices.staffBySignIn(wanted.to());
        new Problems()
                .require(
                        DELEGABLE.contains(wanted.permission()),
                        "permission",
                        DelegationRefusal.PERMISSION_NOT_DELEGABLE,
                        wanted.permission().name())
                .require(to.isPresent(), "to", AccessRefusal.PERSON_UNKNOWN, wanted.to())
                .require(
                        !wanted.to().equals(actor.signIn()),
                        "to",
                        DelegationRefusal.DELEGATION_TO_YOURSELF)
                .require(
                        wanted.level() <= actor.scope().level(),
                        "level",
                        DelegationRefusal.DELEGATION_ABOVE_YOU)
                .require(
                        !wanted.validUntil().isBefore(wanted.validFrom())
                                && !wanted.validUntil().isBefore(today(wanted.office())),
                        "validUntil",
                        DelegationRefusal.DELEGATION_PERIOD)
                .refuse();
        var delegation =
                new Delegation(
                        UUID.randomUUID(),
                        wanted.office(),
                        wanted.permission(),
                        actor.person(),
                        to.orElseThrow().id(),
                        wanted.level(),
                        wanted.validFrom(),
                        wanted.validUntil(),
                        null);
        repository.insert(delegation);
        record(actor, "delegation.granted", delegation);
        return delegation;
    }

    /// Ends a delegation before its last day. Ending it twice changes nothing.
    ///
    /// @throws Refusal `ABSENT` if there is none, `DELEGATION_NOT_YOURS` for who does not hold the right
    @Transactional
    public void end(UUID id, Actor actor) {
        var known = repository.find(id).orElseThrow(() -> Refusal.absent(id.toString()));
        if (!actor.office().equals(known.office()) || !actor.may(known.permission())) {
            throw new Refusal(DelegationRefusal.DELEGATION_NOT_YOURS, known.office().value());
        }
        repository.end(id, clock.instant().truncatedTo(ChronoUnit.MICROS));
        record(actor, "delegation.ended", known);
    }

    /// What the person holds or held for others, the latest first.
    public List<Delegation> of(Actor actor) {
        return repository.to(actor.person());
    }

    /// What others hold or held for the person's office, the latest first.
    public List<Delegation> granted(Actor actor) {
        return repository.of(actor.office());
    }

    /// The delegation the person may use that day; the one for the highest level, if there are more.
    public Optional<Delegation> active(
            Actor actor, OfficeCode office, Permission permission, LocalDate day) {
        return repository.to(actor.person()).stream()
                .filter(known -> known.office().equals(office))
                .filter(known -> known.permission() == permission && known.activeOn(day))
                .max(Comparator.comparingInt(Delegation::level));
    }

    /// What others may use for the office today.
    List<Delegation> active(OfficeCode office, Permission permission) {
        var today = today(office);
        return repository.of(office).stream()
                .filter(known -> known.permission() == permission && known.activeOn(today))
                .toList();
    }

    /// The person as they act for an office: themselves for their own, in the place of who delegated it
    /// for another.
    ///
    /// @throws Refusal `DELEGATION_ENDED` or `DELEGATION_NOT_BEGUN` outside its days, `NOT_ACTING_FOR`
    ///   if there never was one
    public Actor standIn(Actor actor, OfficeCode office, Permission permission) {
        if (office.equals(actor.office())) {
            return actor;
        }
        var today = today(office);
        var active = active(actor, office, permission, today);
        if (active.isPresent()) {
            return new Actor(
                    actor.person(),
                    actor.signIn(),
                    actor.displayName(),
                    office,
                    Set.of(permission),
                    scope(active.get(), actor.scope().level(), actor.scope().captions()));
        }
        throw repository.to(actor.person()).stream()
                .filter(known -> known.office().equals(office) && known.permission() == permission)
                .findFirst()
                .map(known -> outside(known, today))
                .orElseGet(() -> new Refusal(DelegationRefusal.NOT_ACTING_FOR, office.value()));
    }

    private Refusal outside(Delegation known, LocalDate today) {
        return known.endedAt() == null && today.isBefore(known.validFrom())
                ? new Refusal(DelegationRefusal.DELEGATION_NOT_BEGUN, moment(known.validFrom()))
                : new Refusal(
                        DelegationRefusal.DELEGATION_ENDED,
                        moment(known.lastDay(offices.get(known.office()).zone())));
    }

    /// Scopes for the drafts asked of the offices the account's holder stands in for today.
    List<ReadScope> scopes(Account account) {
        return repository.to(account.person()).stream()
                .filter(known -> known.activeOn(today(known.office())))
                .map(known -> scope(known, account.clearance(), account.captions()))
                .toList();
    }

    /// Never more than the delegate may read at home.
    private static ReadScope scope(Delegation known, int clearance, Set<String> captions) {
        return new ReadScope(Math.min(known.level(), clearance), captions, Set.of(known.office()));
    }

    private static void requireHolder(OfficeCode office, Permission permission, Actor actor) {
        actor.require(permission);
        if (!office.equals(actor.office())) {
            throw new Refusal(DelegationRefusal.NOT_ACTING_FOR, office.value());
        }
    }

    private void record(Actor actor, String act, Delegation delegation) {
        audit.append(
                actor.signIn(),
                delegation.office().value(),
                act,
                "delegation",
                delegation.id().toString());
    }

    private LocalDate today(OfficeCode office) {
        return LocalDate.ofInstant(clock.instant(), offices.get(office).zone());
    }

    /// Milliseconds of the day's noon in UTC: a day in a text is a number to its pattern.
    private static long moment(LocalDate day) {
        return day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC).toEpochMilli();
    }
}
