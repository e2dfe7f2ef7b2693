// SPDX-License-Identifier: Apache-2.0
package org.chancery.position;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chancery.access.Actor;
import org.chancery.access.Label;
import org.chancery.access.Permission;
import org.chancery.access.ReadScope;
import org.chancery.audit.AuditTrail;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.Names;
import org.chancery.directory.OfficeCode;
import org.chancery.instruction.InstructionId;
import org.chancery.instruction.Instructions;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Problems;
import org.chancery.kernel.ReducedDate;
import org.chancery.kernel.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Door to where governments stand, in word and in deed. Posts propose, the desk confirms; entries
/// supersede and are never overwritten (POS-004).
@Component
public class Positions {

    /// An entry may stand as long as this without being called stale, at most.
    public static final int LONGEST_STALENESS = 3650;

    private final PositionRepository repository;
    private final PositionLedger ledger;
    private final BasisFile file;
    private final Accreditation accreditation;
    private final Instructions instructions;
    private final GovernmentChanges changes;
    private final AuditTrail audit;

    Positions(
            PositionRepository repository,
            PositionLedger ledger,
            BasisFile file,
            Accreditation accreditation,
            Instructions instructions,
            GovernmentChanges changes,
            AuditTrail audit) {
        this.repository = repository;
        this.ledger = ledger;
        this.file = file;
        this.accreditation = accreditation;
        this.instructions = instructions;
        this.changes = changes;
        this.audit = audit;
    }

    /// What posts proposed and nobody has decided, oldest first.
    public List<Position> proposals(ReadScope reader) {
        return repository.proposals(reader);
    }

    /// Every entry of a cell that counts, newest first.
    public List<Position> history(
            InstructionId instruction, GovernmentCode government, String ask, ReadScope reader) {
        return repository.history(instruction, government, ask, reader);
    }

    /// @throws Refusal `ABSENT` if there is none for this reader
    public Position get(UUID id, ReadScope reader) {
        return repository.find(id, reader).orElseThrow(() -> Refusal.absent(id.toString()));
    }

    /// Entries a change of government asks this post to look at again (POS-006).
    public List<Renewal> renewals(OfficeCode office, ReadScope reader) {
        return changes.renewals(office, reader);
    }

    /// A post's entry is a proposal, the desk's stands. Entries before it stay on record.
    ///
    /// @throws Refusal with every mistake of the entry (POS-001 to POS-018)
    @Transactional
    public Position enter(NewPosition entry, Actor actor) {
        var instruction = instructions.get(entry.instruction(), actor.scope());
        accreditation.require(entry.government(), actor);
        var basis = file.open(entry, instruction, actor);
        PositionRules.check(
                entry,
                instruction,
                basis,
                repository.delivery(entry.instruction(), entry.government(), entry.ask()),
                today(),
                actor.scope());
        var asOf = entry.asOf();
        var filed = entry.basis();
        if (basis.isEmpty() || asOf == null || filed == null) {
            throw new IllegalStateException("an incomplete entry passed its rules");
        }
        var kept = position(entry, asOf, filed.kind(), basis.get(), actor);
        ledger.keep(kept);
        record(
                Accreditation.desk(actor) ? "position.entered" : "position.proposed",
                kept.id(),
                actor);
        return kept;
    }

    private Position position(
            NewPosition entry,
            ReducedDate asOf,
            Basis.Kind kind,
            BasisFile.Record basis,
            Actor actor) {
        var reported =
                entry.items() == null || entry.origins() == null
                        ? Basis.Reported.NOT_COUNTED
                        : new Basis.Reported(entry.items(), entry.origins());
        return new Position(
                UUID.randomUUID(),
                entry.instruction(),
                entry.government(),
                entry.ask(),
                entry.lane(),
                entry.step(),
                new Basis(entry.rank(), kind, basis.id(), entry.written(), reported),
                asOf,
                entry.confidence().name(),
                entry.confidenceReason().strip(),
                entry.approach(),
                entry.salience(),
                Names.of(entry.reason().strip(), entry.reason().strip()),
                Accreditation.desk(actor) ? Position.State.CONFIRMED : Position.State.PROPOSED,
                actor.office().value(),
                ledger.now(),
                null,
                null,
                basis.label());
    }

    /// Labels of the entries the reader may read, by entry; the others are not there.
    public Map<UUID, Label> labels(Collection<UUID> ids, ReadScope reader) {
        return ids.isEmpty() ? Map.of() : repository.labels(ids, reader);
    }

    /// The desk decides on a proposal; with another step than the post's, both are kept.
    ///
    /// @param reason needed where the step differs from the post's
    /// @param written the host confirmed in writing what it said in private
    @Transactional
    public Position confirm(UUID proposal, Step step, String reason, boolean written, Actor actor) {
        actor.require(Permission.CONFIRM_POSITION);
        var proposed = get(proposal, actor.scope());
        if (repository.decided(proposal)) {
            throw new Refusal(PositionRefusal.ENTRY_DECIDED);
        }
        requireStanding(proposal);
        var basis = written ? proposed.basis().confirmedInWriting() : proposed.basis();
        var problems =
                new Problems()
                        .require(
                                step == proposed.step() || !reason.isBlank(),
                                "reason",
                                PositionRefusal.REASON_FOR_OTHER_STEP)
                        .require(
                                !step.firm() || basis.strong(),
                                "step",
                                PositionRefusal.FIRM_STEP_WEAK_BASIS,
                                step.name());
        PositionRules.delivery(step, proposed.ask(), delivery(proposed), actor.scope(), problems);
        problems.refuse();
        var words = reason.isBlank() ? proposed.reason() : Names.of(reason.strip(), reason.strip());
        var confirmed = proposed.decided(step, basis, words, actor.office().value(), ledger.now());
        ledger.keep(confirmed);
        record("position.confirmed", confirmed.id(), actor);
        return confirmed;
    }

    private Optional<Delivery> delivery(Position position) {
        return repository.delivery(position.instruction(), position.government(), position.ask());
    }

    /// The entry no longer counts from now on. It stays on record, with the reason.
    ///
    /// @throws Refusal `WITHDRAWAL_WITHOUT_REASON` (POS-012), `ENTRY_WITHDRAWN` (POS-004)
    @Transactional
    public void withdraw(UUID id, String reason, Actor actor) {
        var position = get(id, actor.scope());
        if (!position.byOffice().equals(actor.office().value())) {
            actor.require(Permission.CONFIRM_POSITION);
        }
        accreditation.require(position.government(), actor);
        requireStanding(id);
        if (reason.isBlank()) {
            throw new Refusal(Problem.at("reason", PositionRefusal.WITHDRAWAL_WITHOUT_REASON));
        }
        ledger.withdraw(position, actor.office().value(), reason.strip());
        record("position.withdrawn", id, actor);
    }

    private void requireStanding(UUID id) {
        if (repository.withdrawn(id)) {
            throw new Refusal(PositionRefusal.ENTRY_WITHDRAWN);
        }
    }

    /// Entries on this instruction are called stale once they are older than this.
    ///
    /// @param days 1 to 3650
    @Transactional
    public void staleAfter(InstructionId instruction, int days, Actor actor) {
        actor.require(Permission.CONFIRM_POSITION);
        instructions.get(instruction, actor.scope());
        if (days < 1 || days > LONGEST_STALENESS) {
            throw new Refusal(
                    Problem.at(
                            "days",
                            PositionRefusal.STALENESS_OUT_OF_RANGE,
                            days,
                            LONGEST_STALENESS));
        }
        repository.staleAfter(instruction, days, actor.office().value(), ledger.now());
        audit.append(
                actor.signIn(),
                actor.office().value(),
                "position.staleness",
                "instruction",
                instruction.value());
    }

    /// Takes over an entry of the worked example, which a person made from public facts.
    ///
    /// @throws Refusal `NOT_RAISED_AFTER_DELIVERY` (POS-002) once a delivery exists for the ask
    @Transactional
    public void enter(Position position) {
        var problems = new Problems();
        PositionRules.delivery(
                position.step(),
                position.ask(),
                delivery(position),
                new ReadScope(
                        position.label().level(), position.label().captions(), java.util.Set.of()),
                problems);
        problems.refuse();
        ledger.keep(position);
    }

    private void record(String act, UUID id, Actor actor) {
        audit.append(actor.signIn(), actor.office().value(), act, "position", id.toString());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(ledger.now(), ZoneOffset.UTC);
    }
}
