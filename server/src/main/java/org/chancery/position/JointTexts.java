// SPDX-License-Identifier: Apache-2.0
package org.chancery.position;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.chancery.access.Actor;
import org.chancery.access.Permission;
import org.chancery.access.ReadScope;
import org.chancery.audit.AuditTrail;
import org.chancery.directory.Offices;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Problems;
import org.chancery.kernel.ReducedDate;
import org.chancery.kernel.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Door to texts several governments signed: one statement per signatory, which answers no ask until
/// a person says so (POS-007).
@Component
public class JointTexts {

    private final JointTextRepository repository;
    private final PositionRepository entries;
    private final Positions positions;
    private final PositionLedger ledger;
    private final Offices offices;
    private final AuditTrail audit;

    JointTexts(
            JointTextRepository repository,
            PositionRepository entries,
            Positions positions,
            PositionLedger ledger,
            Offices offices,
            AuditTrail audit) {
        this.repository = repository;
        this.entries = entries;
        this.positions = positions;
        this.ledger = ledger;
        this.offices = offices;
        this.audit = audit;
    }

    /// The newest first.
    public List<JointText> all() {
        return repository.all();
    }

    /// @throws Refusal `ABSENT` if there is none
    public JointText get(UUID id) {
        return repository.find(id).orElseThrow(() -> Refusal.absent(id.toString()));
    }

    /// Positions persons linked to the text, as far as the reader may read them.
    public List<Position> links(UUID id, ReadScope reader) {
        return entries.restingOn(Basis.Kind.JOINT_TEXT, get(id).id().toString(), reader);
    }

    /// @throws Refusal `TEXT_INCOMPLETE` (POS-007) for every field that is missing
    @Transactional
    public JointText record(NewJointText entered, Actor actor) {
        if (!Accreditation.desk(actor)) {
            actor.require(Permission.REPORT);
        }
        entered.signatories().forEach(offices::government);
        var text =
                new JointText(
                        UUID.randomUUID(),
                        entered.title().strip(),
                        checked(entered),
                        entered.source().strip(),
                        entered.sourceUri().strip(),
                        new TreeSet<>(entered.signatories()),
                        actor.office().value(),
                        ledger.now());
        repository.insert(text);
        audit.append(
                actor.signIn(),
                actor.office().value(),
                "joint-text.recorded",
                "joint-text",
                text.id().toString());
        return text;
    }

    private ReducedDate checked(NewJointText entered) {
        var problems = new Problems();
        missing(entered.title().isBlank(), "title", problems);
        missing(entered.source().isBlank(), "source", problems);
        missing(entered.signatories().isEmpty(), "signatories", problems);
        var on = entered.on();
        if (on == null) {
            missing(true, "on", problems);
            problems.refuse();
            throw new IllegalStateException("a missing day was not refused");
        }
        problems.require(
                !on.first().isAfter(LocalDate.ofInstant(ledger.now(), ZoneOffset.UTC)),
                "on",
                PositionRefusal.AS_OF_IN_FUTURE,
                on.text());
        problems.refuse();
        return on;
    }

    private static void missing(boolean empty, String field, Problems problems) {
        problems.require(!empty, field, PositionRefusal.TEXT_INCOMPLETE, field);
    }

    /// Makes an entry in the lane of deeds for each of these signatories.
    ///
    /// @throws Refusal `SIGNATURE_NOT_AN_ANSWER` (POS-007) while the person has not said they mean
    ///   it, `NOT_A_SIGNATORY` for a government that did not sign, and the rules of an entry
    @Transactional
    public List<Position> link(UUID id, NewLink link, Actor actor) {
        var text = get(id);
        var problems = new Problems();
        if (!link.meant()) {
            problems.add(
                    Problem.at(
                            "meant",
                            PositionRefusal.SIGNATURE_NOT_AN_ANSWER,
                            text.title(),
                            link.ask()));
        }
        missing(link.signatories().isEmpty(), "signatories", problems);
        for (var government : new TreeSet<>(link.signatories())) {
            problems.require(
                    text.signatories().contains(government),
                    "signatories",
                    PositionRefusal.NOT_A_SIGNATORY,
                    government.value(),
                    text.title());
        }
        problems.refuse();
        var linked = new ArrayList<Position>();
        for (var government : new TreeSet<>(link.signatories())) {
            linked.add(
                    positions.enter(
                            new NewPosition(
                                    link.instruction(),
                                    government,
                                    link.ask(),
                                    Lane.DEED,
                                    link.step(),
                                    BasisClass.VOTE_OR_SIGNATURE,
                                    new NewPosition.Filed(
                                            Basis.Kind.JOINT_TEXT, text.id().toString()),
                                    false,
                                    null,
                                    null,
                                    text.on(),
                                    Confidence.MODERATE,
                                    text.source(),
                                    "",
                                    "",
                                    link.reason()),
                            actor));
        }
        return linked;
    }
}
