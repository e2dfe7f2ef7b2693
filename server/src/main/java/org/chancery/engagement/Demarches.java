// SPDX-License-Identifier: Apache-2.0
package org.chancery.engagement;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chancery.access.Actor;
import org.chancery.access.Permission;
import org.chancery.access.ReadScope;
import org.chancery.access.Unscoped;
import org.chancery.audit.AuditTrail;
import org.chancery.directory.Offices;
import org.chancery.instruction.Instruction;
import org.chancery.instruction.InstructionId;
import org.chancery.instruction.Instructions;
import org.chancery.instruction.TalkingPoint;
import org.chancery.kernel.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Door to what was said to governments and what they answered.
@Component
public class Demarches {

    private final DemarcheRepository repository;
    private final DemarcheRules rules;
    private final LeftPaper papers;
    private final Plans plans;
    private final SourceNames names;
    private final Instructions instructions;
    private final Offices offices;
    private final Readers readers;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Demarches(
            DemarcheRepository repository,
            DemarcheRules rules,
            LeftPaper papers,
            Plans plans,
            SourceNames names,
            Instructions instructions,
            Offices offices,
            Readers readers,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.rules = rules;
        this.papers = papers;
        this.plans = plans;
        this.names = names;
        this.instructions = instructions;
        this.offices = offices;
        this.readers = readers;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// A démarche without names kept apart.
    @Transactional
    public Demarche record(NewDemarche demarche, Actor actor) {
        return record(demarche, "", actor);
    }

    /// Keeps a démarche. The same key sent again gives back the record of the first time.
    ///
    /// @param interlocutors names, kept apart and masked (DEM-007); empty for none
    /// @throws Refusal with every mistake of the record (DEM-001 to DEM-012)
    @Transactional
    public Demarche record(NewDemarche demarche, String interlocutors, Actor actor) {
        actor.require(Permission.RECORD_DEMARCHE);
        var instruction = instructions.get(demarche.instruction(), actor.scope());
        var known = repository.byKey(actor.office(), demarche.key(), actor.scope());
        if (known.isPresent()) {
            return known.get();
        }
        var points = instructions.pointsFor(instruction, actor.office());
        var now = now();
        rules.check(demarche, instruction, points, offices.get(actor.office()), now);
        var plan = demarche.plan();
        if (plan != null) {
            plans.carryOut(plan, demarche, actor);
        }
        var kept =
                new Demarche(
                        new DemarcheId(UUID.randomUUID()),
                        actor.office(),
                        demarche.withPoints(withOriginals(demarche.points(), points)),
                        actor.signIn(),
                        now,
                        null,
                        new DemarcheState.Delivered(),
                        readers.of(instruction, actor.office()));
        if (!repository.insert(kept, instruction.cable().toString())) {
            return repository
                    .byKey(actor.office(), demarche.key(), actor.scope())
                    .orElseThrow(() -> Refusal.absent(demarche.key()));
        }
        names.keep(kept, interlocutors);
        closeEarlier(kept, actor);
        record(actor, "demarche.recorded", kept);
        events.publishEvent(
                new DemarcheRecorded(
                        kept.id().value(), demarche.instruction().value(), actor.office().value()));
        return kept;
    }

    /// An adapted point keeps the original beside it (DEM-005).
    private static List<PointDelivery> withOriginals(
            List<PointDelivery> made, List<TalkingPoint> points) {
        var texts =
                points.stream().collect(Collectors.toMap(TalkingPoint::label, TalkingPoint::text));
        return made.stream()
                .map(
                        delivery ->
                                new PointDelivery(
                                        delivery.point(),
                                        delivery.how(),
                                        delivery.text().strip(),
                                        delivery.how() == PointDelivery.How.ADAPTED
                                                ? texts.getOrDefault(delivery.point(), "")
                                                : ""))
                .toList();
    }

    /// Earlier démarches of the post that waited for an answer, and have all of it with this one.
    private void closeEarlier(Demarche kept, Actor actor) {
        var what = kept.what();
        var answered = new HashSet<String>();
        var all =
                repository.of(what.instruction(), kept.office(), what.government(), actor.scope());
        for (var demarche : all.reversed()) {
            var waits = demarche.unanswered();
            if (demarche.what().deliveredAt().isBefore(what.deliveredAt())
                    && !(demarche.state() instanceof DemarcheState.Answered)
                    && !waits.isEmpty()
                    && answered.containsAll(waits)) {
                repository.insertAnswered(demarche.id(), kept.id(), kept.recordedAt());
            }
            demarche.what().responses().stream()
                    .filter(response -> response.code().answers())
                    .map(AskResponse::ask)
                    .forEach(answered::add);
        }
    }

    /// @throws Refusal `TAKE_BACK_OVER` (DEM-009) after ten minutes
    @Transactional
    public void takeBack(DemarcheId id, Actor actor) {
        var demarche = get(id, actor.scope());
        var now = now();
        if (!demarche.office().equals(actor.office())
                || !demarche.stands()
                || now.isAfter(demarche.takeBackUntil())) {
            throw new Refusal(EngagementRefusal.TAKE_BACK_OVER);
        }
        repository.takeBack(id, now, actor.signIn());
        record(actor, "demarche.taken-back", demarche);
        events.publishEvent(
                new DemarcheTakenBack(
                        id.value(), demarche.what().instruction().value(), actor.office().value()));
    }

    /// @throws Refusal `ABSENT` if there is none for this reader
    public Demarche get(DemarcheId id, ReadScope reader) {
        return repository.find(id, reader).orElseThrow(() -> Refusal.absent(id.toString()));
    }

    /// Standing démarches of an instruction, newest delivery first.
    public List<Demarche> of(InstructionId instruction, ReadScope reader) {
        return repository.of(instruction, reader);
    }

    /// What posts planned, put off or gave up and have not delivered, newest first.
    public List<Plan> plans(InstructionId instruction, ReadScope reader) {
        return plans.of(instruction, reader).stream()
                .filter(plan -> !(plan.state() instanceof DemarcheState.Delivered))
                .toList();
    }

    /// The text of a paper: the points made that may be left, without markings and internal numbers.
    ///
    /// @throws Refusal `NOTHING_FOR_PAPER` (DEM-003) if none of them may be left
    public String paper(Instruction instruction, List<PointDelivery> made, Actor actor) {
        var points = instructions.pointsFor(instruction, actor.office());
        var text = papers.compose(instruction, points, made);
        if (text.isEmpty()) {
            throw new Refusal(
                    org.chancery.kernel.Problem.at("paper", EngagementRefusal.NOTHING_FOR_PAPER));
        }
        return text;
    }

    /// For modules that follow the record in its own transaction.
    @Unscoped("part of the record itself, shown to nobody")
    public Demarche recorded(DemarcheRecorded event) {
        return repository.recorded(event.id());
    }

    private void record(Actor actor, String act, Demarche demarche) {
        audit.append(
                actor.signIn(), actor.office().value(), act, "demarche", demarche.id().toString());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
