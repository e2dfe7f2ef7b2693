// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.picture;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.chancery.access.ReadScope;
import org.chancery.directory.Government;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.Offices;
import org.chancery.instruction.Ask;
import org.chancery.instruction.Instruction;
import org.chancery.instruction.InstructionId;
import org.chancery.instruction.Instructions;
import org.chancery.kernel.Refusal;
import org.chancery.kernel.Sheet;
import org.chancery.picture.Board;
import org.chancery.picture.Coverages;
import org.chancery.picture.Difference;
import org.chancery.picture.Pictures;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// What moved, where, on what basis?
@Controller
class PictureController {

    private final Pictures pictures;
    private final Coverages coverages;
    private final Instructions instructions;
    private final BasisSources sources;
    private final Offices offices;
    private final MapSheet map;
    private final Clock clock;

    PictureController(
            Pictures pictures,
            Coverages coverages,
            Instructions instructions,
            BasisSources sources,
            Offices offices,
            MapSheet map,
            Clock clock) {
        this.pictures = pictures;
        this.coverages = coverages;
        this.instructions = instructions;
        this.sources = sources;
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
            @RequestParam Map<String, String> form,
            ReadScope reader,
            Model model) {
        var instruction = instructions.get(new InstructionId(id), reader);
        var question = PictureQuestion.of(form, clock);
        var board = pictures.board(instruction.id(), question.clocks(), reader);
        var governments = offices.governmentsByCode();
        var moved = differences(board, instruction, question, reader);
        model.addAttribute("instruction", instruction);
        model.addAttribute("ask", ask(instruction, form.getOrDefault("ask", "")));
        model.addAttribute("question", question);
        model.addAttribute("full", board);
        model.addAttribute("board", shown(board, question, moved, governments));
        model.addAttribute("changes", moved);
        model.addAttribute("regions", regions(board, governments));
        model.addAttribute(
                "coverage",
                coverages
                        .of(instruction, question.clocks(), reader)
                        .figures(question.clocks().knownAt()));
        model.addAttribute("governments", governments);
        model.addAttribute("map", map.sheet());
        return "picture/show";
    }

    private List<Difference> differences(
            Board board, Instruction instruction, PictureQuestion question, ReadScope reader) {
        return pictures.differences(
                pictures.board(instruction.id(), question.clocks().on(question.since()), reader),
                board);
    }

    private static Board shown(
            Board board,
            PictureQuestion question,
            List<Difference> moved,
            Map<GovernmentCode, Government> governments) {
        var changed = moved.stream().map(Difference::government).collect(Collectors.toSet());
        var region = question.inRegion(governments);
        return board.only(
                code ->
                        region.test(code)
                                && (!question.changed() || changed.contains(code))
                                && (!question.knownOnly()
                                        || board.row(code).filter(Board.Row::known).isPresent()));
    }

    private static List<String> regions(Board board, Map<GovernmentCode, Government> governments) {
        return board.rows().stream()
                .flatMap(
                        row ->
                                java.util.stream.Stream.ofNullable(
                                        governments.get(row.government())))
                .map(Government::region)
                .distinct()
                .sorted()
                .toList();
    }

    @GetMapping("/picture/{id}/basis")
    String basis(
            @PathVariable String id,
            @RequestParam String government,
            @RequestParam String ask,
            @RequestParam Map<String, String> form,
            ReadScope reader,
            Model model) {
        var instruction = instructions.get(new InstructionId(id), reader);
        var code = code(government);
        var question = PictureQuestion.of(form, clock);
        var chosen = ask(instruction, ask);
        var entries =
                pictures
                        .history(instruction.id(), code, question.clocks(), reader)
                        .reversed()
                        .stream()
                        .filter(entry -> entry.ask().equals(chosen.label()))
                        .toList();
        model.addAttribute("instruction", instruction);
        model.addAttribute("ask", chosen);
        model.addAttribute("question", question);
        model.addAttribute("government", offices.government(code));
        model.addAttribute("entries", entries);
        model.addAttribute("sources", sources.of(entries, reader));
        return "picture/basis";
    }

    @GetMapping({"/picture/{id}.csv", "/picture/{id}.xlsx"})
    Sheet csv(@PathVariable String id, @RequestParam Map<String, String> form, ReadScope reader) {
        var question = PictureQuestion.of(form, clock);
        var instruction = instructions.get(new InstructionId(id), reader);
        var board = pictures.board(instruction.id(), question.clocks(), reader);
        return PictureSheets.board(
                shown(
                        board,
                        question,
                        question.changed()
                                ? differences(board, instruction, question, reader)
                                : List.of(),
                        offices.governmentsByCode()));
    }

    @GetMapping({"/picture/{id}/changes.csv", "/picture/{id}/changes.xlsx"})
    Sheet changes(
            @PathVariable String id, @RequestParam Map<String, String> form, ReadScope reader) {
        var question = PictureQuestion.of(form, clock);
        var instruction = new InstructionId(id);
        return PictureSheets.differences(
                instruction,
                question,
                pictures.differences(instruction, question.since(), question.clocks(), reader));
    }

    @GetMapping("/picture/{id}/compare")
    String compare(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String left,
            @RequestParam(defaultValue = "") String right,
            @RequestParam Map<String, String> form,
            ReadScope reader,
            Model model) {
        var instruction = instructions.get(new InstructionId(id), reader);
        var question = PictureQuestion.of(form, clock);
        model.addAttribute("instruction", instruction);
        model.addAttribute("question", question);
        model.addAttribute("governments", offices.governments());
        model.addAttribute(
                "comparison",
                left.isEmpty() || right.isEmpty()
                        ? null
                        : pictures.compare(
                                instruction.id(),
                                code(left),
                                code(right),
                                question.clocks(),
                                reader));
        return "picture/compare";
    }

    @GetMapping({"/picture/{id}/compare.csv", "/picture/{id}/compare.xlsx"})
    Sheet compared(
            @PathVariable String id,
            @RequestParam String left,
            @RequestParam String right,
            @RequestParam Map<String, String> form,
            ReadScope reader) {
        var instruction = new InstructionId(id);
        return PictureSheets.comparison(
                instruction,
                pictures.compare(
                        instruction,
                        code(left),
                        code(right),
                        PictureQuestion.of(form, clock).clocks(),
                        reader));
    }

    @GetMapping({"/picture/{id}/coverage.csv", "/picture/{id}/coverage.xlsx"})
    Sheet coverage(
            @PathVariable String id, @RequestParam Map<String, String> form, ReadScope reader) {
        var question = PictureQuestion.of(form, clock);
        var instruction = instructions.get(new InstructionId(id), reader);
        return PictureSheets.coverage(
                instruction.id(),
                coverages.of(instruction, question.clocks(), reader),
                question.clocks().knownAt());
    }

    static GovernmentCode code(String text) {
        return new GovernmentCode(text.toUpperCase(Locale.ROOT));
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
