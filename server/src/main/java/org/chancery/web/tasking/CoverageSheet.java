// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.tasking;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.chancery.instruction.Ask;
import org.chancery.instruction.Instruction;
import org.chancery.instruction.ReportingRequirement;
import org.chancery.kernel.Sheet;
import org.chancery.picture.Board;
import org.chancery.picture.Coverage;
import org.chancery.position.Lane;

/// The table of coverage as a file: one line per post and government, as the page shows it to the
/// same reader.
final class CoverageSheet {

    private CoverageSheet() {}

    static Sheet of(
            Instruction instruction, Coverage coverage, Board board, Instant now, ZoneId zone) {
        var columns = new ArrayList<>(List.of("post", "government", "status", "delivered", "to"));
        columns.addAll(List.of("points made", "points"));
        instruction.asks().stream().map(Ask::label).forEach(columns::add);
        instruction.requirements().stream().map(ReportingRequirement::label).forEach(columns::add);
        columns.add("due");
        return new Sheet(
                "coverage-" + instruction.id().value(),
                columns,
                coverage.rows().stream()
                        .map(row -> line(instruction, row, board, now, zone))
                        .toList());
    }

    private static List<String> line(
            Instruction instruction, Coverage.Row row, Board board, Instant now, ZoneId zone) {
        var cells = new ArrayList<String>();
        cells.add(row.office().value());
        cells.add(row.government().value());
        cells.add(row.group(now, zone).name());
        cells.add(row.last().map(d -> d.what().deliveredAt().toString()).orElse(""));
        cells.add(row.last().map(d -> d.what().interlocutor().function()).orElse(""));
        cells.add(row.last().map(d -> String.valueOf(d.raised())).orElse(""));
        cells.add(row.whole() ? String.valueOf(row.points()) : "");
        var positions = board.row(row.government());
        for (var ask : instruction.asks()) {
            cells.add(
                    positions
                            .filter(known -> row.whole())
                            .map(known -> known.cell(ask.label()).step(Lane.WORD).name())
                            .orElse(""));
        }
        for (var requirement : instruction.requirements()) {
            var task = row.tasks().get(requirement.label());
            cells.add(task == null ? "" : task.state().code());
        }
        cells.add(row.due().map(Object::toString).orElse(""));
        return cells;
    }
}
