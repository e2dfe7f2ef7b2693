// SPDX-License-Identifier: Apache-2.0
package org.chancery.position;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.access.Actor;
import org.chancery.access.Label;
import org.chancery.access.Permission;
import org.chancery.access.ReadScope;
import org.chancery.access.Unscoped;
import org.chancery.audit.AuditTrail;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.Names;
import org.chancery.engagement.AskResponse;
import org.chancery.engagement.DemarcheRecorded;
import org.chancery.engagement.DemarcheTakenBack;
import org.chancery.engagement.Demarches;
import org.chancery.finding.Direction;
import org.chancery.finding.Finding;
import org.chancery.finding.FindingRecorded;
import org.chancery.finding.Findings;
import org.chancery.finding.Stage;
import org.chancery.instruction.InstructionId;
import org.chancery.kernel.ReducedDate;
import org.chancery.kernel.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Door to where governments stand, in word and in deed. Posts propose by what they record, the desk
/// confirms; entries supersede and are never overwritten (POS-004).
@Component
public class Positions {

    private final PositionRepository repository;
    private final Demarches demarches;
    private final Findings findings;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Positions(
            PositionRepository repository,
            Demarches demarches,
            Findings findings,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.demarches = demarches;
        this.findings = findings;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// What posts proposed and nobody has decided, oldest first.
    public List<Position> proposals(ReadScope reader) {
        return repository.proposals(reader);
    }

    /// Every entry of a cell, newest first.
    public List<Position> history(
            InstructionId instruction, GovernmentCode government, String ask, ReadScope reader) {
        return repository.history(instruction, government, ask, reader);
    }

    /// @throws Refusal `ABSENT` if there is none for this reader
    public Position get(UUID id, ReadScope reader) {
        return repository.find(id, reader).orElseThrow(() -> Refusal.absent(id.toString()));
    }

    /// Labels of the entries the reader may read, by entry; the others are not there.
    public Map<UUID, Label> labels(Collection<UUID> ids, ReadScope reader) {
        return ids.isEmpty() ? Map.of() : repository.labels(ids, reader);
    }

    /// The desk decides on a proposal; with another step than the post's, both are kept.
    ///
    /// @param reason needed where the step differs from the post's
    @Transactional
    public Position confirm(UUID proposal, Step step, String reason, Actor actor) {
        actor.require(Permission.CONFIRM_POSITION);
        var proposed = get(proposal, actor.scope());
        if (repository.decided(proposal)) {
            throw new Refusal(PositionRefusal.ENTRY_DECIDED);
        }
        if (step != proposed.step() && reason.isBlank()) {
            throw new Refusal(PositionRefusal.REASON_FOR_OTHER_STEP);
        }
        var words = reason.isBlank() ? proposed.reason() : Names.of(reason.strip(), reason.strip());
        var confirmed =
                new Position(
                        UUID.randomUUID(),
                        proposed.instruction(),
                        proposed.government(),
                        proposed.ask(),
                        proposed.lane(),
                        step,
                        proposed.basis(),
                        proposed.asOf(),
                        proposed.confidence(),
                        proposed.approach(),
                        words,
                        Position.State.CONFIRMED,
                        actor.office().value(),
                        now(),
                        proposal,
                        proposed.label());
        keep(confirmed);
        audit.append(
                actor.signIn(),
                actor.office().value(),
                "position.confirmed",
                "position",
                confirmed.id().toString());
        return confirmed;
    }

    /// Takes over an entry of the worked example, which a person made from public facts.
    ///
    /// @throws Refusal `NOT_RAISED_AFTER_DELIVERY` (POS-002) once a delivery exists for the ask
    @Transactional
    public void enter(Position position) {
        if (position.step() == Step.NOT_RAISED
                && repository.delivered(
                        position.instruction(), position.government(), position.ask())) {
            throw new Refusal(
                    PositionRefusal.NOT_RAISED_AFTER_DELIVERY,
                    position.government().value(),
                    position.ask());
        }
        keep(position);
    }

    private void keep(Position position) {
        repository.insert(position);
        events.publishEvent(
                new PositionChanged(
                        position.instruction().value(),
                        position.government().value(),
                        position.ask()));
    }

    /// What was answered in private becomes a proposal in the lane of words.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    @Unscoped("part of the record itself, shown to nobody")
    public void on(DemarcheRecorded event) {
        var demarche = demarches.recorded(event);
        var day = LocalDate.ofInstant(demarche.what().deliveredAt(), ZoneOffset.UTC);
        for (var response : demarche.what().responses()) {
            if (response.code() == AskResponse.Code.NOT_RAISED) {
                continue;
            }
            keep(
                    new Position(
                            UUID.randomUUID(),
                            demarche.what().instruction(),
                            demarche.what().government(),
                            response.ask(),
                            Lane.WORD,
                            step(response.code()),
                            new Basis(
                                    BasisClass.PRIVATE_RESPONSE,
                                    "DEMARCHE",
                                    demarche.id().toString()),
                            ReducedDate.of(day),
                            "MODERATE",
                            demarche.what().approach(),
                            Names.of(response.words(), response.words()),
                            Position.State.PROPOSED,
                            demarche.office().value(),
                            now(),
                            null,
                            demarche.label()));
        }
    }

    /// What was proposed from a record that was taken back no longer counts.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    @Unscoped("part of the act itself, shown to nobody")
    public void on(DemarcheTakenBack event) {
        repository.withdraw("DEMARCHE", event.demarche().toString(), now());
    }

    /// An answer in private is never firm by itself (POS-001).
    private static Step step(AskResponse.Code code) {
        return switch (code) {
            case ACCEPTED, ACCEPTED_IN_PART -> Step.LEANS_SUPPORT;
            case TOOK_NOTE, WILL_CONSULT -> Step.NON_COMMITTAL;
            case DECLINED, PROTESTED -> Step.LEANS_OPPOSE;
            case NOT_RAISED -> Step.NOT_RAISED;
            case NO_RESPONSE -> Step.NO_RESPONSE;
        };
    }

    /// A measure that a post linked to an ask becomes a proposal in the lane of deeds.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    @Unscoped("part of the release itself, shown to nobody")
    public void on(FindingRecorded event) {
        if (event.ask().isEmpty()
                || !(findings.recorded(event) instanceof Finding.Measure measure)) {
            return;
        }
        var facts = measure.facts();
        keep(
                new Position(
                        UUID.randomUUID(),
                        new InstructionId(event.instruction()),
                        facts.government(),
                        event.ask(),
                        Lane.DEED,
                        step(measure.direction(), measure.stage()),
                        new Basis(BasisClass.OFFICIAL_ACT, "FINDING", facts.id().toString()),
                        facts.date(),
                        facts.confidence().name(),
                        "",
                        Names.of(facts.title(), facts.title()),
                        Position.State.PROPOSED,
                        event.office(),
                        now(),
                        null,
                        facts.label()));
    }

    private static Step step(Direction direction, Stage stage) {
        var done = stage.inForce() || stage == Stage.ADOPTED || stage == Stage.PROMULGATED;
        return switch (direction) {
            case MORE_RESTRICTIVE -> done ? Step.SUPPORTS : Step.LEANS_SUPPORT;
            case LESS_RESTRICTIVE -> done ? Step.OPPOSES : Step.LEANS_OPPOSE;
            case NEUTRAL, MIXED, UNCLEAR -> Step.NON_COMMITTAL;
        };
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
