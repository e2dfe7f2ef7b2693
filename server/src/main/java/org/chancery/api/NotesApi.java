// SPDX-License-Identifier: Apache-2.0
package org.chancery.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.chancery.access.Actor;
import org.chancery.access.ReadScope;
import org.chancery.directory.OfficeCode;
import org.chancery.engagement.NewNote;
import org.chancery.engagement.Note;
import org.chancery.engagement.NoteId;
import org.chancery.engagement.NoteKind;
import org.chancery.engagement.NoteWay;
import org.chancery.engagement.Notes;
import org.chancery.instruction.InstructionId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Diplomatic notes to and from governments; the same door as the pages.
@RestController
@RequestMapping("/api/v1/notes")
class NotesApi {

    private final Notes notes;

    NotesApi(Notes notes) {
        this.notes = notes;
    }

    /// @param at post that has it now
    record NoteText(
            String id,
            String direction,
            String office,
            String at,
            String government,
            String kind,
            String number,
            LocalDate day,
            String subject,
            String body,
            String language,
            String way,
            @Nullable String instruction,
            String ask,
            String answers,
            String state,
            String holder,
            String reason,
            List<Step> steps) {}

    record Step(String state, String holder, String reason, Instant at) {}

    record NoteInput(
            @Nullable String direction,
            @Nullable String government,
            @Nullable String kind,
            @Nullable String number,
            @Nullable String day,
            @Nullable String subject,
            @Nullable String body,
            @Nullable String language,
            @Nullable String way,
            @Nullable String instruction,
            @Nullable String ask,
            @Nullable String answers) {

        NewNote read() {
            var given = new Given();
            var note =
                    new NewNote(
                            given.word(
                                    NewNote.Direction.class,
                                    "direction",
                                    direction,
                                    NewNote.Direction.IN),
                            given.government(government),
                            given.word(NoteKind.class, "kind", kind, NoteKind.NOTE_VERBALE),
                            Given.text(number),
                            given.day("day", day),
                            Given.text(subject),
                            Given.text(body),
                            Given.text(language),
                            given.word(NoteWay.class, "way", way, NoteWay.BY_HAND),
                            instruction == null ? null : new InstructionId(instruction),
                            Given.text(ask),
                            Given.text(answers));
            given.refuse();
            return note;
        }
    }

    /// @param to post a note is transferred to
    /// @param answer number of our note that answers it
    record Move(
            @Nullable String holder,
            @Nullable String reason,
            @Nullable String to,
            @Nullable String answer) {}

    private NoteText text(Note note, ReadScope reader) {
        var what = note.what();
        var instruction = what.instruction();
        return new NoteText(
                note.id().toString(),
                what.direction().name(),
                note.office().value(),
                note.at().value(),
                what.government().value(),
                what.kind().name(),
                what.number(),
                what.day(),
                what.subject(),
                what.body(),
                what.language(),
                what.way().name(),
                instruction == null ? null : instruction.value(),
                what.ask(),
                what.answers(),
                note.state().code(),
                note.state().holder(),
                note.state().reason(),
                notes.steps(note.id(), reader).stream()
                        .map(
                                step ->
                                        new Step(
                                                step.state().code(),
                                                step.state().holder(),
                                                step.state().reason(),
                                                step.at()))
                        .toList());
    }

    @GetMapping
    Listing<NoteText> list(ReadScope reader) {
        return Listing.of(notes.list(reader), note -> text(note, reader));
    }

    @GetMapping("/{id}")
    NoteText get(@PathVariable String id, ReadScope reader) {
        return text(notes.get(NoteId.parse(id), reader), reader);
    }

    @PostMapping
    ResponseEntity<NoteText> keep(@RequestBody NoteInput input, Actor actor) {
        return ResponseEntity.status(201)
                .body(text(notes.keep(input.read(), actor), actor.scope()));
    }

    @PostMapping("/{id}/distribute")
    NoteText distribute(@PathVariable String id, @RequestBody Move move, Actor actor) {
        return text(
                notes.distribute(NoteId.parse(id), Given.text(move.holder()), actor),
                actor.scope());
    }

    @PostMapping("/{id}/accept")
    NoteText accept(@PathVariable String id, Actor actor) {
        return text(notes.accept(NoteId.parse(id), actor), actor.scope());
    }

    @PostMapping("/{id}/reject")
    NoteText reject(@PathVariable String id, @RequestBody Move move, Actor actor) {
        return text(
                notes.reject(NoteId.parse(id), Given.text(move.reason()), actor), actor.scope());
    }

    @PostMapping("/{id}/reassign")
    NoteText reassign(@PathVariable String id, @RequestBody Move move, Actor actor) {
        return text(
                notes.reassign(
                        NoteId.parse(id),
                        Given.text(move.holder()),
                        Given.text(move.reason()),
                        actor),
                actor.scope());
    }

    @PostMapping("/{id}/transfer")
    NoteText transfer(@PathVariable String id, @RequestBody Move move, Actor actor) {
        var given = new Given();
        var to = given.needed("to", move.to(), actor.office(), OfficeCode::new);
        given.refuse();
        return text(
                notes.transfer(NoteId.parse(id), to, Given.text(move.reason()), actor),
                actor.scope());
    }

    @PostMapping("/{id}/answer")
    NoteText answer(@PathVariable String id, @RequestBody Move move, Actor actor) {
        return text(
                notes.answer(NoteId.parse(id), Given.text(move.answer()), actor), actor.scope());
    }

    @PostMapping("/{id}/file")
    NoteText file(@PathVariable String id, @RequestBody Move move, Actor actor) {
        return text(notes.file(NoteId.parse(id), Given.text(move.reason()), actor), actor.scope());
    }
}
