// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.picture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chancery.instruction.InstructionId;
import org.chancery.kernel.Sheet;
import org.chancery.picture.Board;
import org.chancery.picture.Comparison;
import org.chancery.picture.Coverage;
import org.chancery.picture.Difference;
import org.chancery.picture.Entry;
import org.chancery.picture.Timeline;
import org.chancery.position.Lane;

/// The tables of the picture as files. The same question gives the same bytes (PIC-004): no time of
/// export and no reader stand in them.
final class PictureSheets {

    private PictureSheets() {}

    static Sheet board(Board board) {
        var rows = new ArrayList<List<String>>();
        for (var row : board.rows()) {
            for (var ask : board.asks()) {
                for (var lane : Lane.values()) {
                    var cell = row.cell(ask.label());
                    var line =
                            new ArrayList<>(
                                    List.of(
                                            row.government().value(),
                                            ask.label(),
                                            lane.name(),
                                            cell.step(lane).name()));
                    line.addAll(basis(cell.of(lane)));
                    rows.add(line);
                }
            }
        }
        return new Sheet(
                board.instruction() + "-" + board.asOf(),
                List.of(
                        "government",
                        "ask",
                        "lane",
                        "step",
                        "basis",
                        "as_of",
                        "confidence",
                        "confirmed",
                        "post_step",
                        "origins",
                        "government_changed",
                        "stale"),
                rows);
    }

    private static List<String> basis(Optional<Entry> entry) {
        return entry.map(
                        e ->
                                List.of(
                                        e.basis().name(),
                                        e.asOf().text(),
                                        e.confidence(),
                                        e.confirmed() ? "yes" : "no",
                                        e.postStep() == null ? "" : e.postStep().name(),
                                        e.origins() == 0 ? "" : String.valueOf(e.origins()),
                                        e.flags().governmentChanged() ? "yes" : "no",
                                        e.flags().stale() ? "yes" : "no"))
                .orElse(List.of("", "", "", "", "", "", "", ""));
    }

    static Sheet differences(
            InstructionId instruction, PictureQuestion question, List<Difference> differences) {
        return new Sheet(
                instruction + "-changes-" + question.since() + "-" + question.asOf(),
                List.of(
                        "government",
                        "ask",
                        "lane",
                        "before",
                        "now",
                        "basis_before",
                        "basis_now",
                        "as_of"),
                differences.stream()
                        .map(
                                d ->
                                        List.of(
                                                d.government().value(),
                                                d.ask(),
                                                d.lane().name(),
                                                d.from().name(),
                                                d.to().name(),
                                                d.before().map(e -> e.basis().name()).orElse(""),
                                                d.now().map(e -> e.basis().name()).orElse(""),
                                                d.now().map(e -> e.asOf().text()).orElse("")))
                        .toList());
    }

    static Sheet comparison(InstructionId instruction, Comparison comparison) {
        return new Sheet(
                "%s-%s-%s-%s"
                        .formatted(
                                instruction,
                                comparison.left(),
                                comparison.right(),
                                comparison.clocks().asOf()),
                List.of(
                        "ask",
                        "lane",
                        comparison.left().value(),
                        "basis",
                        comparison.right().value(),
                        "basis"),
                comparison.lines().stream()
                        .map(
                                line ->
                                        List.of(
                                                line.ask().label(),
                                                line.lane().name(),
                                                line.left().step(line.lane()).name(),
                                                rank(line.left(), line.lane()),
                                                line.right().step(line.lane()).name(),
                                                rank(line.right(), line.lane())))
                        .toList());
    }

    private static String rank(Board.Cell cell, Lane lane) {
        return cell.of(lane).map(entry -> entry.basis().name()).orElse("");
    }

    static Sheet timeline(Timeline timeline) {
        return new Sheet(
                timeline.government() + "-timeline-" + timeline.clocks().asOf(),
                List.of("date", "lane", "text", "detail", "step"),
                timeline.marks().stream()
                        .map(
                                mark ->
                                        List.of(
                                                mark.on().text(),
                                                mark.track().name(),
                                                mark.text(),
                                                mark.detail(),
                                                mark.step() == null ? "" : mark.step().name()))
                        .toList());
    }

    static Sheet coverage(InstructionId instruction, Coverage coverage, Instant now) {
        return new Sheet(
                instruction + "-coverage",
                List.of("office", "government", "outcome", "delivered", "duties"),
                coverage.rows().stream()
                        .map(
                                row ->
                                        List.of(
                                                row.office().value(),
                                                row.government().value(),
                                                row.outcome(now).name(),
                                                row.last()
                                                        .map(d -> d.what().deliveredAt().toString())
                                                        .orElse(""),
                                                String.join(
                                                        " ",
                                                        row.duties().stream()
                                                                .map(
                                                                        duty ->
                                                                                duty.requirement()
                                                                                        + ":"
                                                                                        + duty
                                                                                                .state())
                                                                .toList())))
                        .toList());
    }
}
