// SPDX-License-Identifier: Apache-2.0
package org.chancery.instruction;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.access.Actor;
import org.chancery.access.ReadScope;
import org.chancery.access.Unscoped;
import org.chancery.cable.Cable;
import org.chancery.cable.CableReleasing;
import org.chancery.cable.Mrn;
import org.chancery.directory.Collective;
import org.chancery.directory.Office;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.kernel.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Door to what cables ask for.
@Component
public class Instructions {

    private final InstructionRepository repository;
    private final Supplements supplements;
    private final Wordings wordings;
    private final Offices offices;
    private final ApplicationEventPublisher events;

    Instructions(
            InstructionRepository repository,
            Supplements supplements,
            Wordings wordings,
            Offices offices,
            ApplicationEventPublisher events) {
        this.repository = repository;
        this.supplements = supplements;
        this.wordings = wordings;
        this.offices = offices;
        this.events = events;
    }

    /// Newest first.
    public List<Instruction> list(ReadScope reader) {
        return repository.list(reader).stream().map(one -> shown(one, reader)).toList();
    }

    /// @throws Refusal `ABSENT` if there is none for this reader
    public Instruction get(InstructionId id, ReadScope reader) {
        return repository
                .find(id, reader)
                .map(one -> shown(one, reader))
                .orElseThrow(() -> Refusal.absent(id.value()));
    }

    /// The reader may read it.
    public boolean open(InstructionId id, ReadScope reader) {
        return repository.find(id, reader).isPresent();
    }

    /// The instruction a cable gave, if it gave one.
    public Optional<Instruction> of(Mrn cable, ReadScope reader) {
        return repository.byCable(cable.toString(), reader).map(one -> shown(one, reader));
    }

    /// An instruction with everything that was added to it since (TSK-010).
    public Amended amended(InstructionId id, ReadScope reader) {
        return new Amended(
                get(id, reader),
                repository.supplements(id, reader).stream()
                        .map(one -> shown(one, reader))
                        .toList());
    }

    /// What one post gets. A post sees its own; for headquarters any.
    ///
    /// @throws Refusal `ABSENT` for the package of another post
    public PostPackage packageOf(InstructionId id, OfficeCode office, ReadScope reader) {
        if (!headquarters(reader) && !reader.offices().contains(office)) {
            throw Refusal.absent(office.value());
        }
        offices.get(office);
        var amended = amended(id, reader);
        return new PostPackage(
                office,
                new Amended(
                        only(amended.original(), office),
                        amended.supplements().stream().map(one -> only(one, office)).toList()),
                wordings.newest(id, office, reader));
    }

    /// How a post words its points, the newest wording of each.
    public List<Wording> wordings(InstructionId id, OfficeCode office, ReadScope reader) {
        return wordings.newest(get(id, reader).id(), office, reader);
    }

    /// Keeps how the actor's post words a point before it delivers it.
    ///
    /// @throws Refusal `ABSENT` for a point this post is not to make, `WORDING_EMPTY` without text
    @Transactional
    public Wording adapt(InstructionId id, String point, String text, Actor actor) {
        var instruction = get(id, actor.scope());
        return wordings.adapt(
                instruction, pointsFor(instruction, actor.office()), point, text, actor);
    }

    /// The points a post is to make: those for all, for a collective or a region it belongs to, or
    /// for itself.
    public List<TalkingPoint> pointsFor(Instruction instruction, OfficeCode office) {
        var mine = scopesOf(office, instruction);
        return instruction.points().stream()
                .filter(point -> point.scopes().stream().anyMatch(mine::contains))
                .toList();
    }

    private Set<String> scopesOf(OfficeCode office, Instruction instruction) {
        var day = LocalDate.ofInstant(instruction.releasedAt(), ZoneOffset.UTC);
        var mine = new HashSet<>(Set.of(TalkingPoint.FOR_ALL, office.value()));
        var asked =
                instruction.points().stream()
                        .flatMap(point -> point.scopes().stream())
                        .collect(Collectors.toSet());
        offices.collectives().stream()
                .map(Collective::code)
                .filter(asked::contains)
                .filter(code -> offices.collective(code, day).members().contains(office))
                .forEach(mine::add);
        if (offices.find(office).orElse(null) instanceof Office.Post post) {
            mine.add(offices.government(post.host()).region());
        }
        return mine;
    }

    private Instruction only(Instruction instruction, OfficeCode office) {
        return instruction.with(pointsFor(instruction, office));
    }

    /// Headquarters sees every point; a post only what it is to say.
    private Instruction shown(Instruction instruction, ReadScope reader) {
        if (headquarters(reader)) {
            return instruction;
        }
        var mine =
                reader.offices().stream()
                        .flatMap(office -> pointsFor(instruction, office).stream())
                        .collect(Collectors.toSet());
        return instruction.with(instruction.points().stream().filter(mine::contains).toList());
    }

    /// Someone who stands in headquarters.
    public boolean headquarters(ReadScope reader) {
        return reader.offices().stream()
                .anyMatch(code -> offices.find(code).orElse(null) instanceof Office.Bureau);
    }

    /// For modules that follow a release in its own transaction: the instruction a cable gave.
    @Unscoped("part of a release that takes back or supplements it, shown to nobody")
    public Optional<InstructionId> givenBy(Mrn cable) {
        return repository.idOfCable(cable.toString());
    }

    /// For modules that follow a release in its own transaction.
    @Unscoped("part of the release that supplements it, shown to nobody")
    public List<ReportingRequirement> requirements(InstructionId id) {
        return repository.requirements(id);
    }

    /// Reads what a released cable asks for, in the transaction of the release. Whoever opens what
    /// is owed hears of it by [InstructionGiven].
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CableReleasing event) {
        var cable = event.cable();
        if (Instruction.isGivenBy(cable)) {
            var instruction = read(cable);
            repository.insert(instruction);
            events.publishEvent(new InstructionGiven(instruction, cable));
        }
    }

    private Instruction read(Cable cable) {
        var day = LocalDate.ofInstant(cable.releasedAt(), ZoneOffset.UTC);
        var content = cable.content();
        return new Instruction(
                InstructionId.of(day.getYear(), repository.nextSerial(day.getYear())),
                cable.mrn(),
                content.subject(),
                InstructionReader.objective(content),
                InstructionReader.guidance(content),
                InstructionReader.delivery(content),
                cable.from(),
                content.exercise(),
                cable.releasedAt(),
                supplements.original(cable),
                InstructionReader.points(content),
                InstructionReader.asks(content),
                InstructionReader.requirements(content, day),
                cable.label());
    }
}
