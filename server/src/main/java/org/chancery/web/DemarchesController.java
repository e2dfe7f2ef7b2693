// SPDX-License-Identifier: Apache-2.0
package org.chancery.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chancery.access.Actor;
import org.chancery.access.ReadScope;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.Office;
import org.chancery.directory.Offices;
import org.chancery.engagement.AskResponse;
import org.chancery.engagement.DemarcheId;
import org.chancery.engagement.Demarches;
import org.chancery.engagement.Interlocutor;
import org.chancery.engagement.NewDemarche;
import org.chancery.engagement.PointDelivery;
import org.chancery.evidence.Claims;
import org.chancery.instruction.Instruction;
import org.chancery.instruction.InstructionId;
import org.chancery.instruction.Instructions;
import org.chancery.instruction.TalkingPoint;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// I come out of a ministry and have two minutes.
@Controller
class DemarchesController {

    private final Demarches demarches;
    private final Instructions instructions;
    private final Claims claims;
    private final Offices offices;
    private final Clock clock;

    DemarchesController(
            Demarches demarches,
            Instructions instructions,
            Claims claims,
            Offices offices,
            Clock clock) {
        this.demarches = demarches;
        this.instructions = instructions;
        this.claims = claims;
        this.offices = offices;
        this.clock = clock;
    }

    @GetMapping("/instructions/{id}/demarches/new")
    String form(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String government,
            Actor actor,
            Model model) {
        var empty = new LinkedMultiValueMap<String, String>();
        empty.add("key", UUID.randomUUID().toString());
        empty.add("government", government);
        return page(new InstructionId(id), empty, List.of(), actor, model);
    }

    @PostMapping("/instructions/{id}/demarches")
    String record(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form,
            Actor actor,
            Model model) {
        var instruction = instructions.get(new InstructionId(id), actor.scope());
        try {
            var demarche = demarches.record(read(instruction, form, actor), actor);
            return "redirect:/demarches/" + demarche.id();
        } catch (Refusal refusal) {
            return page(instruction.id(), form, refusal.problems(), actor, model);
        }
    }

    private NewDemarche read(
            Instruction instruction, MultiValueMap<String, String> form, Actor actor) {
        var points = new ArrayList<PointDelivery>();
        for (var point : instructions.pointsFor(instruction, actor.office())) {
            var raised = form.containsKey("point-" + point.label());
            points.add(
                    raised
                            ? new PointDelivery(point.label(), PointDelivery.How.RAISED, "")
                            : new PointDelivery(
                                    point.label(), PointDelivery.How.OMITTED, first(form, "why")));
        }
        var responses = new ArrayList<AskResponse>();
        for (var ask : instruction.asks()) {
            var code = first(form, "response-" + ask.label());
            if (!code.isEmpty()) {
                responses.add(
                        new AskResponse(
                                ask.label(),
                                word(AskResponse.Code.class, code),
                                first(form, "words-" + ask.label()).strip()));
            }
        }
        return new NewDemarche(
                first(form, "key"),
                instruction.id(),
                new GovernmentCode(first(form, "government")),
                moment(first(form, "deliveredAt"), actor),
                first(form, "form"),
                new Interlocutor(
                        first(form, "ministry"),
                        first(form, "function").strip(),
                        first(form, "level")),
                first(form, "language"),
                first(form, "approach"),
                form.containsKey("paperLeft"),
                first(form, "followUp").strip(),
                points,
                responses);
    }

    private Instant moment(String text, Actor actor) {
        try {
            return LocalDateTime.parse(text).atZone(offices.get(actor.office()).zone()).toInstant();
        } catch (DateTimeParseException e) {
            throw new Refusal(Problem.at("deliveredAt", KernelRefusal.DATE_MALFORMED, text));
        }
    }

    private static <E extends Enum<E>> E word(Class<E> vocabulary, String text) {
        try {
            return Enum.valueOf(vocabulary, text);
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    KernelRefusal.VALUE_UNKNOWN,
                    text,
                    List.of(vocabulary.getEnumConstants()).toString());
        }
    }

    private static String first(MultiValueMap<String, String> form, String name) {
        var value = form.getFirst(name);
        return value == null ? "" : value;
    }

    private String page(
            InstructionId id,
            MultiValueMap<String, String> form,
            List<Problem> problems,
            Actor actor,
            Model model) {
        var instruction = instructions.get(id, actor.scope());
        var points = instructions.pointsFor(instruction, actor.office());
        var office = offices.get(actor.office());
        model.addAttribute("instruction", instruction);
        model.addAttribute("points", points);
        model.addAttribute(
                "verdicts", claims.verdicts(points.stream().map(TalkingPoint::paragraph).toList()));
        model.addAttribute(
                "governments",
                office instanceof Office.Post post
                        ? post.accreditedTo().stream().map(offices::government).toList()
                        : List.of());
        model.addAttribute(
                "now",
                LocalDateTime.ofInstant(clock.instant(), office.zone()).withSecond(0).withNano(0));
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        return "engagement/form";
    }

    @GetMapping("/demarches/{id}")
    String show(@PathVariable String id, ReadScope reader, Model model) {
        var demarche = demarches.get(DemarcheId.parse(id), reader);
        model.addAttribute("demarche", demarche);
        model.addAttribute("instruction", instructions.get(demarche.what().instruction(), reader));
        model.addAttribute("government", offices.government(demarche.what().government()));
        return "engagement/show";
    }

    @PostMapping("/demarches/{id}/take-back")
    String takeBack(@PathVariable String id, Actor actor) {
        demarches.takeBack(DemarcheId.parse(id), actor);
        return "redirect:/demarches/" + id;
    }
}
