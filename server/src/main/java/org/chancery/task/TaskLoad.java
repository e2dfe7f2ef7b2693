// SPDX-License-Identifier: Apache-2.0
package org.chancery.task;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.chancery.directory.OfficeCode;

/// What lies with posts, by the week in which it is due. Covers only what its reader may see.
public record TaskLoad(List<Cell> cells) {

    public TaskLoad {
        cells = List.copyOf(cells);
    }

    /// @param week its Monday, in UTC
    /// @param open number of tasks, 1 or more
    public record Cell(OfficeCode office, LocalDate week, int open) {}

    public List<OfficeCode> offices() {
        return cells.stream().map(Cell::office).distinct().toList();
    }

    /// In order of time.
    public SortedSet<LocalDate> weeks() {
        return new TreeSet<>(cells.stream().map(Cell::week).toList());
    }

    /// In the weeks from `from` on and before `until`.
    public int open(OfficeCode office, LocalDate from, LocalDate until) {
        return cells.stream()
                .filter(cell -> cell.office().equals(office))
                .filter(cell -> !cell.week().isBefore(from) && cell.week().isBefore(until))
                .mapToInt(Cell::open)
                .sum();
    }
}
