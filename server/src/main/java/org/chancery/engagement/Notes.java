// SPDX-License-Identifier: Apache-2.0
package org.chancery.engagement;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.chancery.access.Actor;
import org.chancery.access.Label;
import org.chancery.access.Permission;
import org.chancery.access.ReadScope;
import org.chancery.audit.AuditTrail;
import org.chancery.directory.Office;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.instruction.Instructions;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Problems;
import org.chancery.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Door to diplomatic notes: those a post sends, in its own series, and those it receives, from the
/// mailroom to the file.
@Component
public class Notes {

    private final NoteRepository repository;
    private final Instructions instructions;
    private final Offices offices;
    private final Readers readers;
    private final AuditTrail audit;
    private final Clock clock;

    Notes(
            NoteRepository repository,
            Instructions instructions,
            Offices offices,
            Readers readers,
            AuditTrail audit,
            Clock clock) {
        this.repository = repository;
        this.instructions = instructions;
        this.offices = offices;
        this.readers = readers;
        this.audit = audit;
        this.clock = clock;
    }

    /// Keeps a note. One that goes out gets the next number of the post and year: `BERLIN 12/2026`.
    ///
    /// @throws Refusal with every mistake (NTE-002, NTE-004, DEM-002, DEM-008)
    @Transactional
    public Note keep(NewNote note, Actor actor) {
        actor.require(Permission.RECORD_DEMARCHE);
        var office = offices.get(actor.office());
        var label = label(note, actor);
        NoteRules.check(note, office, LocalDate.ofInstant(now(), office.zone()));
        var answers = answers(note, actor);
        var out = note.direction() == NewNote.Direction.OUT;
        var year = note.day().getYear();
        var number =
                out
                        ? actor.office()
                                + " "
                                + repository.nextNumber(actor.office(), year)
                                + "/"
                                + year
                        : note.number().strip();
        var kept =
                new Note(
                        new NoteId(UUID.randomUUID()),
                        actor.office(),
                        actor.office(),
                        note.numbered(number),
                        out ? new NoteState.Sent() : new NoteState.Received(),
                        actor.signIn(),
                        now(),
                        label);
        if (!repository.insert(kept, answers)) {
            throw new Refusal(Problem.at("number", EngagementRefusal.NOTE_ON_RECORD, number));
        }
        record(actor, out ? "note.sent" : "note.received", kept);
        return kept;
    }

    /// Of a note on an instruction: as of a démarche; otherwise its post alone reads it.
    private Label label(NewNote note, Actor actor) {
        var about = note.instruction();
        if (about == null) {
            return new Label(0, java.util.Set.of(), java.util.Set.of(actor.office()));
        }
        var instruction = instructions.get(about, actor.scope());
        if (!note.ask().isEmpty()
                && instruction.asks().stream().noneMatch(ask -> ask.label().equals(note.ask()))) {
            throw new Refusal(Problem.at("ask", EngagementRefusal.ASK_UNKNOWN, note.ask()));
        }
        return readers.of(instruction, actor.office());
    }

    private @Nullable NoteId answers(NewNote note, Actor actor) {
        return note.answers().isBlank() ? null : ours("answers", note.answers(), note, actor);
    }

    private NoteId ours(String field, String number, NewNote about, Actor actor) {
        return repository
                .sent(actor.office(), about.government(), number.strip(), actor.scope())
                .map(Note::id)
                .orElseThrow(
                        () ->
                                new Refusal(
                                        Problem.at(
                                                field,
                                                EngagementRefusal.NOTE_ANSWER_UNKNOWN,
                                                number)));
    }

    /// @param holder section or office that is to act
    @Transactional
    public Note distribute(NoteId id, String holder, Actor actor) {
        require("holder", holder, EngagementRefusal.NOTE_HOLDER_MISSING);
        return move(id, new NoteState.Distributed(holder.strip()), actor);
    }

    @Transactional
    public Note accept(NoteId id, Actor actor) {
        var holder = get(id, actor.scope()).state().holder();
        return move(id, new NoteState.Accepted(holder), actor);
    }

    @Transactional
    public Note reject(NoteId id, String reason, Actor actor) {
        require("reason", reason, EngagementRefusal.NOTE_REASON_MISSING);
        return move(id, new NoteState.Rejected(reason.strip()), actor);
    }

    @Transactional
    public Note reassign(NoteId id, String holder, String reason, Actor actor) {
        var problems = new Problems();
        problems.require(!holder.isBlank(), "holder", EngagementRefusal.NOTE_HOLDER_MISSING);
        DemarcheRules.named("holder", holder, problems);
        problems.require(!reason.isBlank(), "reason", EngagementRefusal.NOTE_REASON_MISSING);
        problems.refuse();
        return move(id, new NoteState.Reassigned(holder.strip(), reason.strip()), actor);
    }

    /// To another post, which reads it from then on and distributes it there.
    @Transactional
    public Note transfer(NoteId id, OfficeCode to, String reason, Actor actor) {
        var problems = new Problems();
        problems.require(
                !to.equals(actor.office())
                        && offices.find(to).filter(Office.Post.class::isInstance).isPresent(),
                "to",
                EngagementRefusal.NOTE_TO_NO_POST,
                to.value());
        problems.require(!reason.isBlank(), "reason", EngagementRefusal.NOTE_REASON_MISSING);
        problems.refuse();
        return move(id, new NoteState.Transferred(to, reason.strip()), actor);
    }

    /// @param number of the note the post answered with
    @Transactional
    public Note answer(NoteId id, String number, Actor actor) {
        var note = get(id, actor.scope());
        return move(id, new NoteState.Answered(ours("answer", number, note.what(), actor)), actor);
    }

    /// @param reason why without an answer; needed where there is none
    @Transactional
    public Note file(NoteId id, String reason, Actor actor) {
        var answered = get(id, actor.scope()).state() instanceof NoteState.Answered;
        if (!answered) {
            require("reason", reason, EngagementRefusal.NOTE_REASON_MISSING);
        }
        return move(id, new NoteState.Filed(reason.strip()), actor);
    }

    private static void require(String field, String text, EngagementRefusal ifEmpty) {
        var problems = new Problems();
        problems.require(!text.isBlank(), field, ifEmpty);
        DemarcheRules.named(field, text, problems);
        problems.refuse();
    }

    private Note move(NoteId id, NoteState next, Actor actor) {
        actor.require(Permission.RECORD_DEMARCHE);
        repository.lock(id);
        var note = get(id, actor.scope());
        if (!note.at().equals(actor.office())) {
            throw new Refusal(EngagementRefusal.NOTE_NOT_YOURS, actor.office().value());
        }
        repository.insertStep(id, note.state().to(next), actor.signIn(), now());
        record(actor, "note." + next.code().toLowerCase(java.util.Locale.ROOT), note);
        return get(id, actor.scope());
    }

    /// @throws Refusal `ABSENT` if there is none for this reader
    public Note get(NoteId id, ReadScope reader) {
        return repository.find(id, reader).orElseThrow(() -> Refusal.absent(id.toString()));
    }

    /// The latest 500, the newest first.
    public List<Note> list(ReadScope reader) {
        return repository.list(reader);
    }

    /// The way of a note, the first step first.
    public List<Note.Step> steps(NoteId id, ReadScope reader) {
        return repository.steps(id, reader);
    }

    private void record(Actor actor, String act, Note note) {
        audit.append(actor.signIn(), actor.office().value(), act, "note", note.id().toString());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
