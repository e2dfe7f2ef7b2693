// SPDX-License-Identifier: Apache-2.0
package org.chancery.engagement;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.chancery.access.Actor;
import org.chancery.access.Label;
import org.chancery.access.Permission;
import org.chancery.access.ReadScope;
import org.chancery.access.Unscoped;
import org.chancery.audit.AuditTrail;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.instruction.Instruction;
import org.chancery.instruction.InstructionId;
import org.chancery.instruction.Instructions;
import org.chancery.kernel.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Door to what was said to governments and what they answered.
@Component
public class Demarches {

    private final DemarcheRepository repository;
    private final Instructions instructions;
    private final Offices offices;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Demarches(
            DemarcheRepository repository,
            Instructions instructions,
            Offices offices,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.instructions = instructions;
        this.offices = offices;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// Keeps a démarche. The same key sent again gives back the record of the first time.
    ///
    /// @throws Refusal with every mistake of the record (DEM-001 to DEM-008)
    @Transactional
    public Demarche record(NewDemarche demarche, Actor actor) {
        actor.require(Permission.RECORD_DEMARCHE);
        var instruction = instructions.get(demarche.instruction(), actor.scope());
        var known = repository.byKey(demarche.key(), actor.scope());
        if (known.isPresent()) {
            return known.get();
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        DemarcheRules.check(
                demarche,
                instruction,
                instructions.pointsFor(instruction, actor.office()),
                offices.get(actor.office()),
                now);
        var kept =
                new Demarche(
                        new DemarcheId(UUID.randomUUID()),
                        actor.office(),
                        demarche,
                        actor.signIn(),
                        now,
                        null,
                        label(instruction, actor.office()));
        repository.insert(kept);
        record(actor, "demarche.recorded", kept);
        events.publishEvent(
                new DemarcheRecorded(
                        kept.id().value(), demarche.instruction().value(), actor.office().value()));
        return kept;
    }

    /// Its own post and the bureaux above the instruction read it; other posts do not.
    private Label label(Instruction instruction, OfficeCode post) {
        var readers = new HashSet<OfficeCode>();
        readers.add(post);
        readers.addAll(offices.withParents(instruction.from()));
        return new Label(instruction.label().level(), instruction.label().captions(), readers);
    }

    /// @throws Refusal `TAKE_BACK_OVER` after ten minutes
    @Transactional
    public void takeBack(DemarcheId id, Actor actor) {
        var demarche = get(id, actor.scope());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
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

    /// For modules that follow the record in its own transaction.
    @Unscoped("part of the record itself, shown to nobody")
    public Demarche recorded(DemarcheRecorded event) {
        return repository.recorded(event.id());
    }

    private void record(Actor actor, String act, Demarche demarche) {
        audit.append(
                actor.signIn(), actor.office().value(), act, "demarche", demarche.id().toString());
    }
}
