// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.picture;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chancery.access.ReadScope;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.Offices;
import org.chancery.engagement.Demarche;
import org.chancery.engagement.Demarches;
import org.chancery.finding.Findings;
import org.chancery.instruction.Instructions;
import org.chancery.kernel.ReducedDate;
import org.chancery.kernel.Sheet;
import org.chancery.picture.Pictures;
import org.chancery.position.GovernmentChanges;
import org.chancery.press.PressDesk;
import org.chancery.press.PressItem;
import org.chancery.web.Standing;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Where do they stand, since when, how do we know?
@Controller
class GovernmentController {

    private final Pictures pictures;
    private final Instructions instructions;
    private final Demarches demarches;
    private final Findings findings;
    private final GovernmentChanges changes;
    private final PressDesk press;
    private final Offices offices;
    private final Clock clock;

    GovernmentController(
            Pictures pictures,
            Instructions instructions,
            Demarches demarches,
            Findings findings,
            GovernmentChanges changes,
            PressDesk press,
            Offices offices,
            Clock clock) {
        this.pictures = pictures;
        this.instructions = instructions;
        this.demarches = demarches;
        this.findings = findings;
        this.changes = changes;
        this.press = press;
        this.offices = offices;
        this.clock = clock;
    }

    @GetMapping("/governments")
    String governments(ReadScope reader, Model model) {
        model.addAttribute("governments", offices.governments());
        model.addAttribute("posts", offices.posts());
        return "picture/governments";
    }

    @GetMapping("/governments/{code}")
    String government(
            @PathVariable String code,
            @RequestParam Map<String, String> form,
            ReadScope reader,
            Model model) {
        var government = offices.government(PictureController.code(code));
        var question = PictureQuestion.of(form, clock);
        var known = question.clocks().knownAt();
        model.addAttribute("government", government);
        model.addAttribute("question", question);
        model.addAttribute("standings", standings(government.code(), question, reader));
        model.addAttribute(
                "timeline", pictures.timeline(government.code(), question.clocks(), reader));
        model.addAttribute("contacts", contacts(government.code(), question, reader));
        model.addAttribute(
                "measures",
                findings.measuresOn(government.code(), question.asOf(), reader).stream()
                        .filter(m -> !m.last().finding().facts().recordedAt().isAfter(known))
                        .toList());
        model.addAttribute(
                "findings",
                findings.of(government.code(), question.asOf(), reader).stream()
                        .filter(f -> !f.facts().recordedAt().isAfter(known))
                        .toList());
        model.addAttribute(
                "changes",
                changes.all().stream()
                        .filter(change -> change.government().equals(government.code()))
                        .filter(change -> change.on().possiblyBy(question.asOf()))
                        .filter(change -> !change.recordedAt().isAfter(known))
                        .toList());
        model.addAttribute("press", press(government.code(), question));
        return "picture/government";
    }

    /// What its own press printed, the newest first.
    private List<PressItem> press(GovernmentCode government, PictureQuestion question) {
        return press.clusters().stream()
                .flatMap(cluster -> cluster.items().stream())
                .filter(item -> item.country().equals(government.value()))
                .filter(item -> ReducedDate.parse(item.date()).possiblyBy(question.asOf()))
                .sorted(Comparator.comparing(PressItem::date).reversed())
                .toList();
    }

    private List<Standing> standings(
            GovernmentCode government, PictureQuestion question, ReadScope reader) {
        var shown = new ArrayList<Standing>();
        for (var instruction : instructions.list(reader)) {
            pictures.board(instruction.id(), question.clocks(), reader)
                    .row(government)
                    .ifPresent(
                            row ->
                                    shown.add(
                                            new Standing(
                                                    instruction,
                                                    row,
                                                    pictures
                                                            .history(
                                                                    instruction.id(),
                                                                    government,
                                                                    question.clocks(),
                                                                    reader)
                                                            .stream()
                                                            .filter(
                                                                    e ->
                                                                            e.flags()
                                                                                    .withdrawn()
                                                                                    .isEmpty())
                                                            .toList())));
        }
        return shown;
    }

    /// The last démarche with each ministry and function, the newest first. Functions, never names.
    private List<Demarche> contacts(
            GovernmentCode government, PictureQuestion question, ReadScope reader) {
        var last = new LinkedHashMap<String, Demarche>();
        instructions.list(reader).stream()
                .flatMap(instruction -> demarches.of(instruction.id(), reader).stream())
                .filter(d -> d.what().government().equals(government))
                .filter(d -> !d.recordedAt().isAfter(question.clocks().knownAt()))
                .filter(
                        d ->
                                !java.time.LocalDate.ofInstant(
                                                d.what().deliveredAt(), java.time.ZoneOffset.UTC)
                                        .isAfter(question.asOf()))
                .sorted(Comparator.comparing((Demarche d) -> d.what().deliveredAt()).reversed())
                .forEach(
                        d ->
                                last.putIfAbsent(
                                        d.what().interlocutor().ministry()
                                                + "|"
                                                + d.what().interlocutor().function(),
                                        d));
        return List.copyOf(last.values());
    }

    @GetMapping({"/governments/{code}/timeline.csv", "/governments/{code}/timeline.xlsx"})
    Sheet timeline(
            @PathVariable String code, @RequestParam Map<String, String> form, ReadScope reader) {
        return PictureSheets.timeline(
                pictures.timeline(
                        PictureController.code(code),
                        PictureQuestion.of(form, clock).clocks(),
                        reader));
    }
}
