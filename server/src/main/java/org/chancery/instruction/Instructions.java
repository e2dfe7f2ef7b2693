// SPDX-License-Identifier: Apache-2.0
package org.chancery.instruction;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.chancery.access.ReadScope;
import org.chancery.cable.Cable;
import org.chancery.cable.CableReleasing;
import org.chancery.cable.Mrn;
import org.chancery.cable.Reference;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Door to what cables ask for.
@Component
public class Instructions {

    private final InstructionRepository repository;
    private final Tasks tasks;
    private final Withdrawal withdrawal;
    private final Offices offices;
    private final ApplicationEventPublisher events;

    Instructions(
            InstructionRepository repository,
            Tasks tasks,
            Withdrawal withdrawal,
            Offices offices,
            ApplicationEventPublisher events) {
        this.repository = repository;
        this.tasks = tasks;
        this.withdrawal = withdrawal;
        this.offices = offices;
        this.events = events;
    }

    /// Newest first.
    public List<Instruction> list(ReadScope reader) {
        return repository.list(reader);
    }

    /// @throws Refusal `ABSENT` if there is none for this reader
    public Instruction get(InstructionId id, ReadScope reader) {
        return repository.find(id, reader).orElseThrow(() -> Refusal.absent(id.value()));
    }

    /// The instruction a cable gave, if it gave one.
    public Optional<Instruction> of(Mrn cable, ReadScope reader) {
        return repository.byCable(cable.toString(), reader);
    }

    /// The points a post is to make: those for all, for a collective it belongs to, or for itself.
    public List<TalkingPoint> pointsFor(Instruction instruction, OfficeCode office) {
        var day = LocalDate.ofInstant(instruction.releasedAt(), ZoneOffset.UTC);
        return instruction.points().stream()
                .filter(point -> inScope(point.scope(), office, day))
                .toList();
    }

    private boolean inScope(String scope, OfficeCode office, LocalDate day) {
        return scope.equals(TalkingPoint.FOR_ALL)
                || scope.equals(office.value())
                || offices.collectives().stream().anyMatch(c -> c.code().equals(scope))
                        && offices.collective(scope, day).members().contains(office);
    }

    /// Reads what a released cable asks for and opens one task per ACTION post, requirement and
    /// government, in the transaction of the release. INFO addressees owe nothing (TSK-001). What a
    /// cancelled cable asked is no longer owed, and a cancellation asks nothing itself (MSG-026); a
    /// corrected copy asks anew, save what was answered already.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CableReleasing event) {
        var cable = event.cable();
        var answered = withdrawal.withdraw(cable, cable.releasedAt());
        if (!cable.content().instructs()
                || cable.content().reference(Reference.Relation.CANCELS).isPresent()) {
            return;
        }
        var day = LocalDate.ofInstant(cable.releasedAt(), ZoneOffset.UTC);
        var content = cable.content();
        var instruction =
                new Instruction(
                        InstructionId.of(day.getYear(), repository.nextSerial(day.getYear())),
                        cable.mrn(),
                        content.subject(),
                        InstructionReader.objective(content),
                        InstructionReader.delivery(content),
                        cable.from(),
                        content.exercise(),
                        cable.releasedAt(),
                        supplemented(cable),
                        InstructionReader.points(content),
                        InstructionReader.asks(content),
                        InstructionReader.requirements(content, day),
                        cable.label());
        repository.insert(instruction);
        tasks.open(instruction, cable, answered);
        events.publishEvent(
                new InstructionOpened(instruction.id().value(), cable.mrn().toString()));
    }

    private @Nullable InstructionId supplemented(Cable cable) {
        return cable.content().references().stream()
                .flatMap(reference -> repository.idOfCable(reference.number()).stream())
                .findFirst()
                .orElse(null);
    }
}
