// SPDX-License-Identifier: Apache-2.0
package org.chancery.engagement;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.chancery.access.Actor;
import org.chancery.access.Permission;
import org.chancery.access.ReadScope;
import org.chancery.audit.AuditTrail;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.Offices;
import org.chancery.instruction.InstructionId;
import org.chancery.instruction.Instructions;
import org.chancery.kernel.Problems;
import org.chancery.kernel.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Door to what posts mean to deliver: planned, appointment asked, put off, given up.
@Component
public class Plans {

    /// A meeting planned for "now" may have begun.
    private static final Duration JUST_BEGUN = Duration.ofHours(1);

    private final PlanRepository repository;
    private final Instructions instructions;
    private final Offices offices;
    private final Readers readers;
    private final AuditTrail audit;
    private final Clock clock;

    Plans(
            PlanRepository repository,
            Instructions instructions,
            Offices offices,
            Readers readers,
            AuditTrail audit,
            Clock clock) {
        this.repository = repository;
        this.instructions = instructions;
        this.offices = offices;
        this.readers = readers;
        this.audit = audit;
        this.clock = clock;
    }

    /// @throws Refusal with every mistake (DEM-007, DEM-008, DEM-013)
    @Transactional
    public Plan plan(NewPlan plan, Actor actor) {
        actor.require(Permission.RECORD_DEMARCHE);
        var instruction = instructions.get(plan.instruction(), actor.scope());
        var meeting = plan.meeting();
        var problems = new Problems();
        var at = meeting.at();
        problems.require(
                at == null || at.isAfter(now().minus(JUST_BEGUN)),
                "at",
                EngagementRefusal.PLANNED_IN_PAST);
        problems.require(
                !meeting.interlocutor().function().isBlank(),
                "function",
                EngagementRefusal.INTERLOCUTOR_MISSING);
        DemarcheRules.named("function", meeting.interlocutor().function(), problems);
        DemarcheRules.named("place", meeting.place(), problems);
        DemarcheRules.government(plan.government(), offices.get(actor.office()), problems);
        problems.refuse();
        var kept =
                new Plan(
                        new PlanId(UUID.randomUUID()),
                        plan.instruction(),
                        actor.office(),
                        plan.government(),
                        meeting,
                        new DemarcheState.Planned(),
                        actor.signIn(),
                        now(),
                        readers.of(instruction, actor.office()));
        repository.insert(kept);
        record(actor, "demarche.planned", kept);
        return kept;
    }

    /// An appointment is asked for.
    ///
    /// @throws Refusal `PLAN_ENDED` (DEM-012) once it was delivered or given up
    @Transactional
    public Plan request(PlanId id, Actor actor) {
        return move(id, state -> state.request(actor.signIn(), now()), "demarche.requested", actor);
    }

    /// @param until first day on which it is to be tried again
    /// @throws Refusal `DEFER_DAY_WRONG`, `DEFER_REASON_MISSING` (DEM-014), `PLAN_ENDED`
    @Transactional
    public Plan defer(PlanId id, LocalDate until, String reason, Actor actor) {
        var today = LocalDate.ofInstant(now(), offices.get(actor.office()).zone());
        var problems = new Problems();
        problems.require(
                until.isAfter(today), "until", EngagementRefusal.DEFER_DAY_WRONG, until.toString());
        problems.require(!reason.isBlank(), "deferReason", EngagementRefusal.DEFER_REASON_MISSING);
        DemarcheRules.named("deferReason", reason, problems);
        problems.refuse();
        return move(id, state -> state.defer(until, reason.strip()), "demarche.deferred", actor);
    }

    /// @throws Refusal `GIVE_UP_REASON_MISSING` (DEM-015), `PLAN_ENDED`
    @Transactional
    public Plan giveUp(PlanId id, String reason, Actor actor) {
        var problems = new Problems();
        problems.require(
                !reason.isBlank(), "giveUpReason", EngagementRefusal.GIVE_UP_REASON_MISSING);
        DemarcheRules.named("giveUpReason", reason, problems);
        problems.refuse();
        return move(id, state -> state.giveUp(reason.strip()), "demarche.not-delivered", actor);
    }

    private Plan move(PlanId id, UnaryOperator<DemarcheState> to, String act, Actor actor) {
        actor.require(Permission.RECORD_DEMARCHE);
        repository.lock(id);
        var plan = own(id, actor);
        var next = to.apply(plan.state());
        repository.insertEvent(id, next, actor.signIn(), now());
        record(actor, act, plan);
        return plan.in(next);
    }

    /// Only the post that planned it acts on it; to the others it is not there.
    private Plan own(PlanId id, Actor actor) {
        var plan = get(id, actor.scope());
        if (!plan.office().equals(actor.office())) {
            throw Refusal.absent(id.toString());
        }
        return plan;
    }

    /// @throws Refusal `ABSENT` if there is none for this reader
    public Plan get(PlanId id, ReadScope reader) {
        return repository.find(id, reader).orElseThrow(() -> Refusal.absent(id.toString()));
    }

    /// Plans on an instruction, delivered ones too, newest first.
    public List<Plan> of(InstructionId instruction, ReadScope reader) {
        return repository.of(instruction, reader);
    }

    /// The newest plan of the actor's post for a government that is still to be carried out.
    public Optional<Plan> next(InstructionId instruction, GovernmentCode government, Actor actor) {
        return of(instruction, actor.scope()).stream()
                .filter(plan -> plan.office().equals(actor.office()))
                .filter(plan -> plan.government().equals(government) && plan.state().open())
                .findFirst();
    }

    /// Holds the plan a démarche carries out until the record is kept.
    ///
    /// @throws Refusal `PLAN_OF_ANOTHER`, `PLAN_ENDED` (DEM-012)
    void carryOut(PlanId id, NewDemarche demarche, Actor actor) {
        repository.lock(id);
        var plan = own(id, actor);
        if (!plan.instruction().equals(demarche.instruction())
                || !plan.government().equals(demarche.government())) {
            throw new Refusal(
                    EngagementRefusal.PLAN_OF_ANOTHER,
                    plan.instruction().value(),
                    plan.government().value());
        }
        plan.state().deliver();
    }

    private void record(Actor actor, String act, Plan plan) {
        audit.append(actor.signIn(), actor.office().value(), act, "demarche", plan.id().toString());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
