// SPDX-License-Identifier: Apache-2.0
package org.chancery.instruction;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chancery.access.Actor;
import org.chancery.access.Permission;
import org.chancery.access.ReadScope;
import org.chancery.audit.AuditTrail;
import org.chancery.cable.Addressing;
import org.chancery.cable.Cables;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Door to what posts ask about an instruction and what the desk answers to all of them. Nothing of
/// it is ever changed; a better answer is a further one.
@Component
public class Questions {

    private final QuestionRepository repository;
    private final Instructions instructions;
    private final Cables cables;
    private final Offices offices;
    private final AuditTrail audit;
    private final Clock clock;

    Questions(
            QuestionRepository repository,
            Instructions instructions,
            Cables cables,
            Offices offices,
            AuditTrail audit,
            Clock clock) {
        this.repository = repository;
        this.instructions = instructions;
        this.cables = cables;
        this.offices = offices;
        this.audit = audit;
        this.clock = clock;
    }

    /// Those the reader may see: their own, answered ones, and for headquarters all. Open ones come
    /// first, then the newest.
    public List<Question> of(InstructionId instruction, ReadScope reader) {
        return repository.of(instruction, null, reader);
    }

    /// How many wait for this person to answer them.
    public long waiting(InstructionId id, Actor actor) {
        return mayAnswer(instructions.get(id, actor.scope()), actor)
                ? of(id, actor.scope()).stream().filter(Question::open).count()
                : 0;
    }

    /// @throws Refusal `NOT_INSTRUCTED` from an office that is not asked to act, `QUESTION_EMPTY`
    @Transactional
    public Question ask(InstructionId id, String text, Actor actor) {
        actor.require(Permission.REPORT);
        var instruction = instructions.get(id, actor.scope());
        if (!mayAsk(instruction, actor)) {
            throw new Refusal(InstructionRefusal.NOT_INSTRUCTED, actor.office().value());
        }
        requireText(text, "question", InstructionRefusal.QUESTION_EMPTY);
        var question = new QuestionId(UUID.randomUUID());
        var insiders = new ArrayList<OfficeCode>(offices.withParents(instruction.from()));
        insiders.add(actor.office());
        repository.ask(question, id, text.strip(), actor, insiders, now());
        record(actor, "question.asked", question);
        return get(id, question, actor.scope());
    }

    /// @param namesAsker all addressees are to know who asked
    /// @throws Refusal `NOT_THE_INSTRUCTING_OFFICE` from an office that did not give the
    ///   instruction, `ANSWER_EMPTY`
    @Transactional
    public Question answer(
            InstructionId id, QuestionId question, String text, boolean namesAsker, Actor actor) {
        var instruction = instructions.get(id, actor.scope());
        get(id, question, actor.scope());
        if (!mayAnswer(instruction, actor)) {
            throw new Refusal(
                    InstructionRefusal.NOT_THE_INSTRUCTING_OFFICE,
                    actor.office().value(),
                    instruction.from().value());
        }
        requireText(text, "answer-" + question, InstructionRefusal.ANSWER_EMPTY);
        repository.answer(question, text.strip(), namesAsker, actor, now());
        record(actor, "question.answered", question);
        return get(id, question, actor.scope());
    }

    /// An office asked to act on it.
    public boolean mayAsk(Instruction instruction, Actor actor) {
        return actor.may(Permission.REPORT)
                && cables.get(instruction.cable(), actor.scope())
                        .offices(Addressing.ACTION)
                        .contains(actor.office());
    }

    /// The office that gave the instruction.
    public boolean mayAnswer(Instruction instruction, Actor actor) {
        return actor.may(Permission.INSTRUCT) && actor.office().equals(instruction.from());
    }

    private Question get(InstructionId id, QuestionId question, ReadScope reader) {
        return repository.of(id, question, reader).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.absent(question.toString()));
    }

    private static void requireText(String text, String field, InstructionRefusal refusal) {
        if (text.isBlank()) {
            throw new Refusal(Problem.at(field, refusal));
        }
        Wordings.requireShort(text, field);
    }

    private void record(Actor actor, String act, QuestionId question) {
        audit.append(actor.signIn(), actor.office().value(), act, "question", question.toString());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
