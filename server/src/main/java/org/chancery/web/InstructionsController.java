// SPDX-License-Identifier: Apache-2.0
package org.chancery.web;

import org.chancery.access.ReadScope;
import org.chancery.directory.Offices;
import org.chancery.engagement.Demarches;
import org.chancery.evidence.Claims;
import org.chancery.finding.Reports;
import org.chancery.instruction.Instruction;
import org.chancery.instruction.InstructionId;
import org.chancery.instruction.Instructions;
import org.chancery.instruction.TalkingPoint;
import org.chancery.picture.Pictures;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Who has delivered what?
@Controller
class InstructionsController {

    private final Instructions instructions;
    private final Pictures pictures;
    private final Demarches demarches;
    private final Reports reports;
    private final Claims claims;
    private final Offices offices;

    InstructionsController(
            Instructions instructions,
            Pictures pictures,
            Demarches demarches,
            Reports reports,
            Claims claims,
            Offices offices) {
        this.instructions = instructions;
        this.pictures = pictures;
        this.demarches = demarches;
        this.reports = reports;
        this.claims = claims;
        this.offices = offices;
    }

    @GetMapping("/instructions")
    String list(ReadScope reader, Model model) {
        model.addAttribute("instructions", instructions.list(reader));
        return "instruction/list";
    }

    @GetMapping("/instructions/{id}")
    String coverage(@PathVariable String id, ReadScope reader, Model model) {
        var instruction = head(id, reader, model);
        model.addAttribute("coverage", pictures.coverage(instruction, reader));
        model.addAttribute("offices", offices.byCode());
        model.addAttribute("governments", offices.governmentsByCode());
        return "instruction/coverage";
    }

    @GetMapping("/instructions/{id}/points")
    String points(@PathVariable String id, ReadScope reader, Model model) {
        var instruction = head(id, reader, model);
        model.addAttribute("demarches", demarches.of(instruction.id(), reader));
        return "instruction/points";
    }

    @GetMapping("/instructions/{id}/responses")
    String responses(@PathVariable String id, ReadScope reader, Model model) {
        var instruction = head(id, reader, model);
        model.addAttribute("demarches", demarches.of(instruction.id(), reader));
        model.addAttribute("governments", offices.governmentsByCode());
        return "instruction/responses";
    }

    @GetMapping("/instructions/{id}/reports")
    String reports(@PathVariable String id, ReadScope reader, Model model) {
        var instruction = head(id, reader, model);
        model.addAttribute("reports", reports.of(instruction.id(), reader));
        return "instruction/reports";
    }

    private Instruction head(String id, ReadScope reader, Model model) {
        var instruction = instructions.get(new InstructionId(id), reader);
        model.addAttribute("instruction", instruction);
        model.addAttribute(
                "verdicts",
                claims.verdicts(
                        instruction.points().stream().map(TalkingPoint::paragraph).toList()));
        return instruction;
    }
}
