// SPDX-License-Identifier: Apache-2.0
package org.chancery.picture;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chancery.access.ReadScope;
import org.chancery.directory.GovernmentCode;
import org.chancery.instruction.InstructionId;
import org.chancery.instruction.Instructions;
import org.chancery.position.Lane;
import org.springframework.stereotype.Component;

/// Door to the picture: reads only, worked out for each reader from what the reader may read.
@Component
public class Pictures {

    private final PictureRepository repository;
    private final Instructions instructions;
    private final Clock clock;

    Pictures(PictureRepository repository, Instructions instructions, Clock clock) {
        this.repository = repository;
        this.instructions = instructions;
        this.clock = clock;
    }

    /// The board as it stood on a day, with all we know now.
    public Board board(InstructionId id, LocalDate asOf, ReadScope reader) {
        return board(id, asOf, clock.instant(), reader);
    }

    /// Two clocks: what was so on a day, as far as we knew at a moment.
    public Board board(InstructionId id, LocalDate asOf, Instant knownAt, ReadScope reader) {
        var instruction = instructions.get(id, reader);
        var cells = new TreeMap<GovernmentCode, Map<String, Board.Cell>>();
        for (var government : repository.governments(id, reader)) {
            cells.put(government, new HashMap<>());
        }
        for (var entry : repository.current(instruction, asOf, knownAt, reader)) {
            cells.computeIfAbsent(entry.government(), g -> new HashMap<>())
                    .merge(entry.ask(), cell(entry), Pictures::join);
        }
        return new Board(
                id,
                asOf,
                instruction.asks(),
                cells.entrySet().stream()
                        .map(row -> new Board.Row(row.getKey(), row.getValue()))
                        .toList());
    }

    private static Board.Cell cell(Entry entry) {
        return entry.lane() == Lane.WORD
                ? new Board.Cell(Optional.of(entry), Optional.empty())
                : new Board.Cell(Optional.empty(), Optional.of(entry));
    }

    private static Board.Cell join(Board.Cell left, Board.Cell right) {
        return new Board.Cell(left.word().or(right::word), left.deed().or(right::deed));
    }

    /// What moved after one day and up to another, newest first.
    public List<Entry> changes(
            InstructionId id, LocalDate since, LocalDate asOf, ReadScope reader) {
        return repository.changes(id, since, asOf, reader);
    }

    /// Every entry of a government up to a day, oldest first.
    public List<Entry> history(
            InstructionId id, GovernmentCode government, LocalDate asOf, ReadScope reader) {
        return repository.history(id, government, asOf, reader);
    }
}
