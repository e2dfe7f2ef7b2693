// SPDX-License-Identifier: Apache-2.0
package org.chancery.instruction;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.chancery.access.Actor;
import org.chancery.access.Permission;
import org.chancery.access.ReadScope;
import org.chancery.audit.AuditTrail;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.springframework.stereotype.Component;

/// Keeps how posts word their points before they deliver them. Every wording stays; the newest
/// counts, and the original stands beside it.
@Component
class Wordings {

    static final int LONGEST_TEXT = 2_000;

    private final WordingRepository repository;
    private final Offices offices;
    private final AuditTrail audit;
    private final Clock clock;

    Wordings(WordingRepository repository, Offices offices, AuditTrail audit, Clock clock) {
        this.repository = repository;
        this.offices = offices;
        this.audit = audit;
        this.clock = clock;
    }

    List<Wording> newest(InstructionId instruction, OfficeCode office, ReadScope reader) {
        return repository.newest(instruction, office, reader);
    }

    /// @param points those of the actor's post
    Wording adapt(
            Instruction instruction,
            List<TalkingPoint> points,
            String point,
            String text,
            Actor actor) {
        actor.require(Permission.RECORD_DEMARCHE);
        if (points.stream().noneMatch(known -> known.label().equals(point))) {
            throw Refusal.absent(point);
        }
        if (text.isBlank()) {
            throw new Refusal(
                    Problem.at("wording-" + point, InstructionRefusal.WORDING_EMPTY, point));
        }
        requireShort(text, "wording-" + point);
        var wording =
                new Wording(
                        instruction.id(),
                        point,
                        actor.office(),
                        text.strip(),
                        actor.signIn(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS));
        var readers = new ArrayList<OfficeCode>(offices.withParents(instruction.from()));
        readers.add(actor.office());
        repository.insert(wording, readers);
        audit.append(
                actor.signIn(),
                actor.office().value(),
                "point.adapted",
                "instruction",
                instruction.id().value());
        return wording;
    }

    static void requireShort(String text, String field) {
        if (text.strip().length() > LONGEST_TEXT) {
            throw new Refusal(
                    Problem.at(
                            field,
                            KernelRefusal.VALUE_TOO_LONG,
                            text.strip().substring(0, 20) + "…",
                            text.strip().length(),
                            LONGEST_TEXT));
        }
    }
}
