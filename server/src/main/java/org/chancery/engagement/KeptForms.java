// SPDX-License-Identifier: Apache-2.0
package org.chancery.engagement;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.access.Actor;
import org.chancery.access.Permission;
import org.chancery.instruction.InstructionId;
import org.chancery.instruction.Instructions;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Door to forms that were begun: kept on the server at each change, for their writer alone, until
/// the record is kept.
@Component
public class KeptForms {

    /// Characters of all fields together.
    static final int LONGEST = 64_000;

    private final KeptFormRepository repository;
    private final Instructions instructions;
    private final Clock clock;

    KeptForms(KeptFormRepository repository, Instructions instructions, Clock clock) {
        this.repository = repository;
        this.instructions = instructions;
        this.clock = clock;
    }

    /// @param fields every field as it stands, with all its values
    public record KeptForm(Map<String, List<String>> fields, Instant keptAt) {}

    /// Keeps a form in place of what was kept before under its key or for its government.
    ///
    /// @throws Refusal `VALUE_TOO_LONG` (INP-005) beyond 64,000 characters
    @Transactional
    public Instant keep(
            InstructionId instruction,
            String government,
            String key,
            Map<String, List<String>> fields,
            Actor actor) {
        actor.require(Permission.RECORD_DEMARCHE);
        instructions.get(instruction, actor.scope());
        var length = fields.values().stream().flatMap(List::stream).mapToInt(String::length).sum();
        if (length > LONGEST) {
            throw new Refusal(KernelRefusal.VALUE_TOO_LONG, "…", length, LONGEST);
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        repository.forget(actor.signIn(), instruction, key);
        repository.keep(actor.signIn(), instruction, government, key, fields, now);
        return now;
    }

    /// @param government empty for the one kept last
    public Optional<KeptForm> find(InstructionId instruction, String government, Actor actor) {
        return repository.find(actor.signIn(), instruction, government);
    }

    /// The record is kept, or the writer begins anew.
    @Transactional
    public void forget(InstructionId instruction, String key, Actor actor) {
        repository.forget(actor.signIn(), instruction, key);
    }
}
