// SPDX-License-Identifier: Apache-2.0
package org.chancery.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.chancery.access.ReadScope;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.Offices;
import org.chancery.finding.Findings;
import org.chancery.instruction.Ask;
import org.chancery.instruction.Instruction;
import org.chancery.instruction.InstructionId;
import org.chancery.instruction.Instructions;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.chancery.picture.Pictures;
import org.chancery.position.Lane;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// What moved, where, on what basis?
@Controller
class PictureController {

    private final Pictures pictures;
    private final Instructions instructions;
    private final Findings findings;
    private final Offices offices;
    private final MapSheet map;
    private final Clock clock;

    PictureController(
            Pictures pictures,
            Instructions instructions,
            Findings findings,
            Offices offices,
            MapSheet map,
            Clock clock) {
        this.pictures = pictures;
        this.instructions = instructions;
        this.findings = findings;
        this.offices = offices;
        this.map = map;
        this.clock = clock;
    }

    /// The picture of the newest instruction.
    @GetMapping("/picture")
    String newest(ReadScope reader) {
        return instructions.list(reader).stream()
                .filter(instruction -> !instruction.asks().isEmpty())
                .findFirst()
                .map(instruction -> "redirect:/picture/" + instruction.id())
                .orElse("picture/empty");
    }

    @GetMapping("/picture/{id}")
    String show(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String ask,
            @RequestParam(defaultValue = "DEED") String lane,
            @RequestParam(name = "as-of", defaultValue = "") String asOf,
            @RequestParam(defaultValue = "") String known,
            ReadScope reader,
            Model model) {
        var instruction = instructions.get(new InstructionId(id), reader);
        var day = day(asOf);
        var chosen = ask(instruction, ask);
        model.addAttribute("instruction", instruction);
        model.addAttribute("ask", chosen);
        model.addAttribute("lane", lane.equals("WORD") ? Lane.WORD : Lane.DEED);
        model.addAttribute("asOf", day);
        model.addAttribute("knownOnly", !known.isEmpty());
        model.addAttribute("board", pictures.board(instruction.id(), day, reader));
        model.addAttribute(
                "changes", pictures.changes(instruction.id(), day.minusDays(30), day, reader));
        model.addAttribute("governments", offices.governmentsByCode());
        model.addAttribute("map", map.sheet());
        return "picture/show";
    }

    @GetMapping("/picture/{id}/basis")
    String basis(
            @PathVariable String id,
            @RequestParam String government,
            @RequestParam String ask,
            @RequestParam(name = "as-of", defaultValue = "") String asOf,
            ReadScope reader,
            Model model) {
        var instruction = instructions.get(new InstructionId(id), reader);
        var code = new GovernmentCode(government.toUpperCase(Locale.ROOT));
        var day = day(asOf);
        var chosen = ask(instruction, ask);
        model.addAttribute("instruction", instruction);
        model.addAttribute("ask", chosen);
        model.addAttribute("asOf", day);
        model.addAttribute("government", offices.government(code));
        model.addAttribute(
                "entries",
                pictures.history(instruction.id(), code, day, reader).reversed().stream()
                        .filter(entry -> entry.ask().equals(chosen.label()))
                        .toList());
        return "picture/basis";
    }

    @GetMapping("/picture/{id}.csv")
    void csv(
            @PathVariable String id,
            @RequestParam(name = "as-of", defaultValue = "") String asOf,
            ReadScope reader,
            HttpServletResponse response)
            throws IOException {
        var board = pictures.board(new InstructionId(id), day(asOf), reader);
        response.setContentType("text/csv;charset=utf-8");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"" + id + "-" + board.asOf() + ".csv\"");
        try (var printer =
                new CSVPrinter(
                        new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8),
                        CSVFormat.RFC4180)) {
            printer.printRecord("government", "ask", "lane", "step", "basis", "as_of");
            for (var row : board.rows()) {
                for (var ask : board.asks()) {
                    for (var lane : Lane.values()) {
                        var entry = row.cell(ask.label()).of(lane);
                        printer.printRecord(
                                row.government(),
                                ask.label(),
                                lane,
                                row.cell(ask.label()).step(lane),
                                entry.map(e -> e.basis().name()).orElse(""),
                                entry.map(e -> e.asOf().text()).orElse(""));
                    }
                }
            }
        }
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
            @RequestParam(name = "as-of", defaultValue = "") String asOf,
            ReadScope reader,
            Model model) {
        var government = offices.government(new GovernmentCode(code.toUpperCase(Locale.ROOT)));
        var day = day(asOf);
        var shown = new ArrayList<Standing>();
        for (var instruction : instructions.list(reader)) {
            var board = pictures.board(instruction.id(), day, reader);
            board.row(government.code())
                    .ifPresent(
                            row ->
                                    shown.add(
                                            new Standing(
                                                    instruction,
                                                    row,
                                                    pictures.history(
                                                            instruction.id(),
                                                            government.code(),
                                                            day,
                                                            reader))));
        }
        model.addAttribute("government", government);
        model.addAttribute("asOf", day);
        model.addAttribute("standings", shown);
        model.addAttribute("measures", findings.measuresOn(government.code(), day, reader));
        model.addAttribute("findings", findings.of(government.code(), day, reader));
        return "picture/government";
    }

    private LocalDate day(String text) {
        if (text.isEmpty()) {
            return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new Refusal(Problem.at("as-of", KernelRefusal.DATE_MALFORMED, text));
        }
    }

    private static Ask ask(Instruction instruction, String label) {
        var asks = instruction.asks();
        if (asks.isEmpty()) {
            throw Refusal.absent(instruction.id().value());
        }
        if (label.isEmpty()) {
            return asks.getFirst();
        }
        return asks.stream()
                .filter(ask -> ask.label().equals(label))
                .findFirst()
                .orElseThrow(() -> Refusal.absent(label));
    }
}
