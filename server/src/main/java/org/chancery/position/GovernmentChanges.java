// SPDX-License-Identifier: Apache-2.0
package org.chancery.position;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chancery.access.Actor;
import org.chancery.access.ReadScope;
import org.chancery.audit.AuditTrail;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.Office;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Problems;
import org.chancery.kernel.ReducedDate;
import org.chancery.kernel.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Door to changes of government: public facts that flag what was entered before (POS-006).
@Component
public class GovernmentChanges {

    private final GovernmentChangeRepository repository;
    private final PositionRepository positions;
    private final Accreditation accreditation;
    private final Offices offices;
    private final AuditTrail audit;
    private final Clock clock;

    GovernmentChanges(
            GovernmentChangeRepository repository,
            PositionRepository positions,
            Accreditation accreditation,
            Offices offices,
            AuditTrail audit,
            Clock clock) {
        this.repository = repository;
        this.positions = positions;
        this.accreditation = accreditation;
        this.offices = offices;
        this.audit = audit;
        this.clock = clock;
    }

    /// The newest first.
    public List<GovernmentChange> all() {
        return repository.all();
    }

    /// Entered by the desk, or by a post for the governments it is accredited to.
    ///
    /// @throws Refusal `CHANGE_INCOMPLETE`, `CHANGE_IN_FUTURE` (POS-006), every mistake at once
    @Transactional
    public GovernmentChange record(NewGovernmentChange entered, Actor actor) {
        accreditation.require(entered.government(), actor);
        var change = enter(entered, actor.office());
        audit.append(
                actor.signIn(),
                actor.office().value(),
                "government.changed",
                "government",
                change.government().value());
        return change;
    }

    /// Takes over a change of the worked example.
    @Transactional
    public GovernmentChange enter(NewGovernmentChange entered, OfficeCode by) {
        offices.government(entered.government());
        var on = checked(entered);
        var change =
                new GovernmentChange(
                        UUID.randomUUID(),
                        entered.government(),
                        on,
                        entered.label().strip(),
                        entered.source().strip(),
                        entered.sourceUri().strip(),
                        by.value(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS));
        repository.insert(change);
        return change;
    }

    private ReducedDate checked(NewGovernmentChange entered) {
        var problems = new Problems();
        for (var field :
                List.of(List.of("label", entered.label()), List.of("source", entered.source()))) {
            problems.require(
                    !field.get(1).isBlank(),
                    field.getFirst(),
                    PositionRefusal.CHANGE_INCOMPLETE,
                    field.getFirst());
        }
        var on = entered.on();
        if (on == null) {
            problems.add(Problem.at("on", PositionRefusal.CHANGE_INCOMPLETE, "on"));
            problems.refuse();
            throw new IllegalStateException("a missing day was not refused");
        }
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        problems.require(
                !on.first().isAfter(today), "on", PositionRefusal.CHANGE_IN_FUTURE, on.text());
        problems.refuse();
        return on;
    }

    /// What the governments of a post said and did under an earlier government and nobody has
    /// looked at since, in the order of government, instruction, ask and lane.
    public List<Renewal> renewals(OfficeCode office, ReadScope reader) {
        if (!(offices.get(office) instanceof Office.Post post)) {
            return List.of();
        }
        var renewals = new ArrayList<Renewal>();
        for (var government : post.accreditedTo()) {
            latest(government)
                    .ifPresent(
                            change ->
                                    positions.newest(government, reader).stream()
                                            .filter(entry -> change.flags(entry.asOf()))
                                            .map(entry -> new Renewal(entry, change))
                                            .forEach(renewals::add));
        }
        return renewals;
    }

    private java.util.Optional<GovernmentChange> latest(GovernmentCode government) {
        return repository.all().stream()
                .filter(change -> change.government().equals(government))
                .findFirst();
    }
}
