// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.tasking;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.chancery.access.Actor;
import org.chancery.access.ReadScope;
import org.chancery.directory.Offices;
import org.chancery.engagement.Demarches;
import org.chancery.evidence.Claims;
import org.chancery.finding.Reports;
import org.chancery.instruction.Instruction;
import org.chancery.instruction.InstructionId;
import org.chancery.instruction.Instructions;
import org.chancery.instruction.Questions;
import org.chancery.instruction.TalkingPoint;
import org.chancery.kernel.Sheet;
import org.chancery.picture.Coverages;
import org.chancery.picture.Pictures;
import org.chancery.task.Reminders;
import org.chancery.task.Task;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Who has delivered what?
@Controller
class InstructionsController {

    private final Instructions instructions;
    private final Questions questions;
    private final Coverages coverages;
    private final Pictures pictures;
    private final Reminders reminders;
    private final Demarches demarches;
    private final Reports reports;
    private final Claims claims;
    private final Offices offices;
    private final Clock clock;

    InstructionsController(
            Instructions instructions,
            Questions questions,
            Coverages coverages,
            Pictures pictures,
            Reminders reminders,
            Demarches demarches,
            Reports reports,
            Claims claims,
            Offices offices,
            Clock clock) {
        this.instructions = instructions;
        this.questions = questions;
        this.coverages = coverages;
        this.pictures = pictures;
        this.reminders = reminders;
        this.demarches = demarches;
        this.reports = reports;
        this.claims = claims;
        this.offices = offices;
        this.clock = clock;
    }

    @GetMapping("/instructions")
    String list(ReadScope reader, Model model) {
        model.addAttribute("instructions", instructions.list(reader));
        return "instruction/list";
    }

    @GetMapping("/instructions/{id}")
    String coverage(@PathVariable String id, Actor actor, Model model) {
        var instruction = head(id, actor, model);
        var reader = actor.scope();
        model.addAttribute("coverage", coverages.of(instruction, reader));
        model.addAttribute("board", pictures.board(instruction.id(), today(actor), reader));
        model.addAttribute("amended", instructions.amended(instruction.id(), reader));
        model.addAttribute("questions", questions.of(instruction.id(), reader));
        model.addAttribute("offices", offices.byCode());
        model.addAttribute("governments", offices.governmentsByCode());
        model.addAttribute("late", late(instruction, actor));
        return "instruction/coverage";
    }

    @GetMapping({"/instructions/{id}.csv", "/instructions/{id}.xlsx"})
    Sheet sheet(@PathVariable String id, Actor actor) {
        var reader = actor.scope();
        var instruction = instructions.get(new InstructionId(id), reader);
        return CoverageSheet.of(
                instruction,
                coverages.of(instruction, reader),
                pictures.board(instruction.id(), today(actor), reader),
                clock.instant(),
                zone(actor));
    }

    @GetMapping("/instructions/{id}/points")
    String points(@PathVariable String id, Actor actor, Model model) {
        var instruction = head(id, actor, model);
        model.addAttribute("demarches", demarches.of(instruction.id(), actor.scope()));
        model.addAttribute("amended", instructions.amended(instruction.id(), actor.scope()));
        return "instruction/points";
    }

    @GetMapping("/instructions/{id}/asks")
    String asks(@PathVariable String id, Actor actor, Model model) {
        var instruction = head(id, actor, model);
        model.addAttribute("board", pictures.board(instruction.id(), today(actor), actor.scope()));
        return "instruction/asks";
    }

    @GetMapping("/instructions/{id}/responses")
    String responses(@PathVariable String id, Actor actor, Model model) {
        var instruction = head(id, actor, model);
        model.addAttribute("demarches", demarches.of(instruction.id(), actor.scope()));
        model.addAttribute("governments", offices.governmentsByCode());
        return "instruction/responses";
    }

    @GetMapping("/instructions/{id}/reports")
    String reports(@PathVariable String id, Actor actor, Model model) {
        var instruction = head(id, actor, model);
        model.addAttribute("reports", reports.of(instruction.id(), actor.scope()));
        return "instruction/reports";
    }

    /// How many posts the actor may remind.
    private int late(Instruction instruction, Actor actor) {
        return reminders.issues(instruction, actor)
                ? (int)
                        reminders.late(instruction.id(), actor).stream()
                                .map(Task::office)
                                .distinct()
                                .count()
                : 0;
    }

    private ZoneId zone(Actor actor) {
        return offices.get(actor.office()).zone();
    }

    private LocalDate today(Actor actor) {
        return LocalDate.ofInstant(clock.instant(), zone(actor));
    }

    private Instruction head(String id, Actor actor, Model model) {
        var instruction = instructions.get(new InstructionId(id), actor.scope());
        model.addAttribute("instruction", instruction);
        model.addAttribute("waiting", questions.waiting(instruction.id(), actor));
        model.addAttribute(
                "verdicts",
                claims.verdicts(
                        instruction.points().stream().map(TalkingPoint::paragraph).toList()));
        return instruction;
    }
}
