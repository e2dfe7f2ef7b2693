// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.tasking;

import java.util.List;
import org.chancery.access.Actor;
import org.chancery.instruction.InstructionId;
import org.chancery.instruction.Instructions;
import org.chancery.instruction.QuestionId;
import org.chancery.instruction.Questions;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What do posts want to know, and what did we tell them?
@Controller
class QuestionsController {

    private final Questions questions;
    private final Instructions instructions;

    QuestionsController(Questions questions, Instructions instructions) {
        this.questions = questions;
        this.instructions = instructions;
    }

    @GetMapping("/instructions/{id}/questions")
    String show(@PathVariable String id, Actor actor, Model model) {
        return page(new InstructionId(id), List.of(), "", "", actor, model);
    }

    @PostMapping("/instructions/{id}/questions")
    String ask(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String question,
            Actor actor,
            Model model) {
        try {
            questions.ask(new InstructionId(id), question, actor);
            return "redirect:/instructions/" + id + "/questions";
        } catch (Refusal refusal) {
            return page(new InstructionId(id), refusal.problems(), question, "", actor, model);
        }
    }

    /// @param names `true` tells all addressees who asked
    @PostMapping("/instructions/{id}/questions/{question}/answers")
    String answer(
            @PathVariable String id,
            @PathVariable String question,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String names,
            Actor actor,
            Model model) {
        try {
            questions.answer(
                    new InstructionId(id),
                    QuestionId.parse(question),
                    answer,
                    names.equals("true"),
                    actor);
            return "redirect:/instructions/" + id + "/questions#q-" + question;
        } catch (Refusal refusal) {
            return page(new InstructionId(id), refusal.problems(), "", answer, actor, model);
        }
    }

    private String page(
            InstructionId id,
            List<Problem> problems,
            String asked,
            String answered,
            Actor actor,
            Model model) {
        var instruction = instructions.get(id, actor.scope());
        model.addAttribute("instruction", instruction);
        model.addAttribute("waiting", questions.waiting(id, actor));
        model.addAttribute("questions", questions.of(id, actor.scope()));
        model.addAttribute("mayAsk", questions.mayAsk(instruction, actor));
        model.addAttribute("mayAnswer", questions.mayAnswer(instruction, actor));
        model.addAttribute("asked", asked);
        model.addAttribute("answered", answered);
        model.addAttribute("problems", problems);
        return "instruction/questions";
    }
}
