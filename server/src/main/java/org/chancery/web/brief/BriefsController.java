// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.brief;

import java.util.List;
import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.chancery.access.Actor;
import org.chancery.access.Permission;
import org.chancery.access.ReadScope;
import org.chancery.brief.Briefs;
import org.chancery.directory.Government;
import org.chancery.directory.Offices;
import org.chancery.instruction.Instruction;
import org.chancery.instruction.Instructions;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.chancery.kernel.Sheet;
import org.chancery.policy.Handling;
import org.chancery.web.Downloads;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The picture on paper: what goes into it, how it will be marked, and what went out.
@Controller
class BriefsController {

    private final Briefs briefs;
    private final Instructions instructions;
    private final Offices offices;
    private final Accounts accounts;
    private final Handling handling;

    BriefsController(
            Briefs briefs,
            Instructions instructions,
            Offices offices,
            Accounts accounts,
            Handling handling) {
        this.briefs = briefs;
        this.instructions = instructions;
        this.offices = offices;
        this.accounts = accounts;
        this.handling = handling;
    }

    @GetMapping("/briefs/new")
    String compose(@RequestParam MultiValueMap<String, String> sent, Actor actor, Model model) {
        actor.require(Permission.MAKE_BRIEF);
        var asking = asking(actor.scope());
        if (asking.isEmpty()) {
            return "picture/empty";
        }
        var form = BriefForm.of(sent, asking.getFirst().id().value(), language(actor));
        return page(form, List.of(), asking, actor, model);
    }

    @PostMapping("/briefs")
    String make(@RequestParam MultiValueMap<String, String> sent, Actor actor, Model model) {
        actor.require(Permission.MAKE_BRIEF);
        var asking = asking(actor.scope());
        var form = BriefForm.of(sent, "", language(actor));
        try {
            return "redirect:/briefs?made=" + briefs.make(form.order(), actor).number();
        } catch (Refusal refusal) {
            if (refusal.first().code() == KernelRefusal.ABSENT) {
                throw refusal;
            }
            return page(form, refusal.problems(), asking, actor, model);
        }
    }

    /// Instructions that ask governments for something, newest first.
    private List<Instruction> asking(ReadScope reader) {
        return instructions.list(reader).stream()
                .filter(instruction -> !instruction.asks().isEmpty())
                .toList();
    }

    private String page(
            BriefForm form,
            List<Problem> problems,
            List<Instruction> asking,
            Actor actor,
            Model model) {
        model.addAttribute("form", form);
        model.addAttribute("instructions", asking);
        model.addAttribute("governments", governments());
        model.addAttribute(
                "levels",
                handling.levels().stream()
                        .filter(level -> level.rank() <= actor.scope().level())
                        .toList());
        model.addAttribute("problems", problems);
        model.addAttribute("preview", null);
        if (problems.isEmpty()) {
            try {
                model.addAttribute("preview", briefs.preview(form.order(), actor));
            } catch (Refusal refusal) {
                if (refusal.first().code() == KernelRefusal.ABSENT) {
                    throw refusal;
                }
                model.addAttribute("problems", refusal.problems());
            }
        }
        return "brief/new";
    }

    private List<Government> governments() {
        return offices.governments();
    }

    private String language(Actor actor) {
        return accounts.account(actor.person())
                .map(Account::settings)
                .orElse(Account.Settings.DEFAULT)
                .language();
    }

    @GetMapping("/briefs")
    String list(@RequestParam(defaultValue = "") String made, Actor actor, Model model) {
        var list = briefs.list(actor);
        model.addAttribute("briefs", list);
        model.addAttribute("handling", handling);
        model.addAttribute(
                "made", list.stream().anyMatch(brief -> brief.number().equals(made)) ? made : "");
        return "brief/list";
    }

    @GetMapping({"/briefs.csv", "/briefs.xlsx"})
    Sheet csv(Actor actor) {
        return sheet(actor);
    }

    private Sheet sheet(Actor actor) {
        return new Sheet(
                "briefs",
                List.of(
                        "number",
                        "instruction",
                        "government",
                        "title",
                        "as_of",
                        "known_at",
                        "level",
                        "made_by",
                        "made_at",
                        "data_sha256"),
                briefs.list(actor).stream()
                        .map(
                                brief -> {
                                    var government = brief.government();
                                    return List.of(
                                            brief.number(),
                                            brief.instruction().value(),
                                            government == null ? "" : government.value(),
                                            brief.title(),
                                            brief.asOf().toString(),
                                            brief.knownAt().toString(),
                                            handling.level(brief.label().level()).code(),
                                            brief.maker(),
                                            brief.madeAt().toString(),
                                            brief.dataHash());
                                })
                        .toList());
    }

    @GetMapping("/briefs/{number}.{ending:pdf|docx|html|json|csv}")
    ResponseEntity<byte[]> open(
            @PathVariable String number, @PathVariable String ending, Actor actor) {
        var copy = briefs.open(number, ending, actor);
        return Downloads.file(
                copy.name(), MediaType.parseMediaType(copy.mediaType()), copy.bytes());
    }
}
