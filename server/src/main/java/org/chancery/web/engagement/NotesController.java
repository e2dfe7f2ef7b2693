// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.engagement;

import java.time.LocalDate;
import java.util.List;
import org.chancery.access.Actor;
import org.chancery.access.ReadScope;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.engagement.NewNote;
import org.chancery.engagement.Note;
import org.chancery.engagement.NoteId;
import org.chancery.engagement.NoteKind;
import org.chancery.engagement.NoteWay;
import org.chancery.engagement.Notes;
import org.chancery.instruction.InstructionId;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.chancery.kernel.Sheet;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What came from the host in writing, what went, and who acts on it?
@Controller
class NotesController {

    private final Notes notes;
    private final DemarcheForms forms;
    private final Offices offices;

    NotesController(Notes notes, DemarcheForms forms, Offices offices) {
        this.notes = notes;
        this.forms = forms;
        this.offices = offices;
    }

    @GetMapping("/notes")
    String list(ReadScope reader, Model model) {
        model.addAttribute("notes", notes.list(reader));
        model.addAttribute("governments", offices.governmentsByCode());
        return "engagement/notes";
    }

    @GetMapping({"/notes.csv", "/notes.xlsx"})
    Sheet csv(ReadScope reader) {
        return new Sheet(
                "notes",
                List.of(
                        "direction",
                        "office",
                        "government",
                        "kind",
                        "number",
                        "day",
                        "subject",
                        "state",
                        "holder"),
                notes.list(reader).stream().map(NotesController::row).toList());
    }

    private static List<String> row(Note note) {
        var what = note.what();
        return List.of(
                what.direction().name(),
                note.at().value(),
                what.government().value(),
                what.kind().name(),
                what.number(),
                what.day().toString(),
                what.subject(),
                note.state().code(),
                note.state().holder());
    }

    @GetMapping("/notes/new")
    String form(@RequestParam(defaultValue = "IN") String direction, Actor actor, Model model) {
        var empty = new LinkedMultiValueMap<String, String>();
        empty.add("direction", direction.equals("OUT") ? "OUT" : "IN");
        return page(empty, List.of(), actor, model);
    }

    @PostMapping("/notes")
    String keep(@RequestParam MultiValueMap<String, String> form, Actor actor, Model model) {
        try {
            return "redirect:/notes/" + notes.keep(read(form, actor), actor).id();
        } catch (Refusal refusal) {
            return page(form, refusal.problems(), actor, model);
        }
    }

    private NewNote read(MultiValueMap<String, String> form, Actor actor) {
        var fields = new DemarcheFields(form, offices.get(actor.office()).zone());
        var instruction = fields.text("instruction");
        var day = fields.day("day");
        var note =
                new NewNote(
                        fields.word(NewNote.Direction.class, "direction", NewNote.Direction.IN),
                        fields.government(),
                        fields.word(NoteKind.class, "kind", NoteKind.NOTE_VERBALE),
                        fields.text("number"),
                        day == null ? LocalDate.EPOCH : day,
                        fields.text("subject"),
                        fields.text("body"),
                        fields.text("language"),
                        fields.word(NoteWay.class, "way", NoteWay.BY_HAND),
                        instruction.isEmpty() ? null : new InstructionId(instruction),
                        fields.text("ask"),
                        fields.text("answers"));
        fields.refuse();
        if (day == null) {
            throw new Refusal(Problem.at("day", KernelRefusal.VALUE_MISSING, "day"));
        }
        return note;
    }

    private String page(
            MultiValueMap<String, String> form, List<Problem> problems, Actor actor, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        model.addAttribute("governments", forms.governments(actor));
        model.addAttribute("today", forms.now(actor).toLocalDate());
        return "engagement/note-form";
    }

    @GetMapping("/notes/{id}")
    String show(@PathVariable String id, Actor actor, Model model) {
        return show(NoteId.parse(id), List.of(), actor, model);
    }

    private String show(NoteId id, List<Problem> problems, Actor actor, Model model) {
        var note = notes.get(id, actor.scope());
        model.addAttribute("note", note);
        model.addAttribute("steps", notes.steps(id, actor.scope()));
        model.addAttribute("government", offices.government(note.what().government()));
        model.addAttribute("posts", offices.posts());
        model.addAttribute("problems", problems);
        return "engagement/note";
    }

    /// One step of a note that came in.
    @PostMapping("/notes/{id}")
    String move(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form,
            Actor actor,
            Model model) {
        var note = NoteId.parse(id);
        try {
            var fields = new DemarcheFields(form, offices.get(actor.office()).zone());
            move(note, fields, actor);
            return "redirect:/notes/" + note;
        } catch (Refusal refusal) {
            return show(note, refusal.problems(), actor, model);
        }
    }

    private void move(NoteId note, DemarcheFields fields, Actor actor) {
        var reason = fields.text("reason");
        switch (fields.text("do")) {
            case "distribute" -> notes.distribute(note, fields.text("holder"), actor);
            case "accept" -> notes.accept(note, actor);
            case "reject" -> notes.reject(note, reason, actor);
            case "reassign" -> notes.reassign(note, fields.text("holder"), reason, actor);
            case "transfer" ->
                    notes.transfer(note, new OfficeCode(fields.text("to")), reason, actor);
            case "answer" -> notes.answer(note, fields.text("answer"), actor);
            case "file" -> notes.file(note, reason, actor);
            default ->
                    throw new Refusal(
                            Problem.at(
                                    "do",
                                    KernelRefusal.VALUE_UNKNOWN,
                                    fields.text("do"),
                                    "distribute, accept, reject, reassign, transfer, answer, file"));
        }
    }
}
