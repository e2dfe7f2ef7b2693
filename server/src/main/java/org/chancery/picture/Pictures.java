// SPDX-License-Identifier: Apache-2.0
package org.chancery.picture;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chancery.access.ReadScope;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.Offices;
import org.chancery.instruction.InstructionId;
import org.chancery.instruction.Instructions;
import org.chancery.position.Lane;
import org.springframework.stereotype.Component;

/// Door to the picture: reads only, worked out for each reader from what the reader may read.
@Component
public class Pictures {

    private final PictureRepository repository;
    private final TimelineMarks timelines;
    private final Instructions instructions;
    private final Offices offices;
    private final Clock clock;

    Pictures(
            PictureRepository repository,
            TimelineMarks timelines,
            Instructions instructions,
            Offices offices,
            Clock clock) {
        this.repository = repository;
        this.timelines = timelines;
        this.instructions = instructions;
        this.offices = offices;
        this.clock = clock;
    }

    /// That day, with all we know now.
    public Clocks now(LocalDate asOf) {
        return new Clocks(asOf, clock.instant());
    }

    /// The board as it stood on a day, with all we know now.
    public Board board(InstructionId id, LocalDate asOf, ReadScope reader) {
        return board(id, now(asOf), reader);
    }

    /// What was so on a day, as far as we knew at a moment. A government counts if a post had to
    /// deal with it or something was known of it by then.
    public Board board(InstructionId id, Clocks clocks, ReadScope reader) {
        var instruction = instructions.get(id, reader);
        var cells = new TreeMap<GovernmentCode, Map<String, Board.Cell>>();
        if (!instruction.releasedAt().isAfter(clocks.knownAt())) {
            for (var government : repository.tasked(id, reader)) {
                cells.put(government, new HashMap<>());
            }
        }
        var candidates = new TreeSet<>(offices.governmentsByCode().keySet());
        for (var entry :
                flagged(id, repository.current(instruction, candidates, clocks, reader), clocks)) {
            cells.computeIfAbsent(entry.government(), g -> new HashMap<>())
                    .merge(entry.ask(), cell(entry), Pictures::join);
        }
        return new Board(
                id,
                clocks,
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

    /// Marks what a change of government or its age says about an entry; never leaves one out.
    private List<Entry> flagged(InstructionId id, List<Entry> entries, Clocks clocks) {
        var changed = repository.changed(clocks);
        var staleAfter = repository.staleAfter(id, clocks);
        if (changed.isEmpty() && staleAfter.isEmpty()) {
            return entries;
        }
        return entries.stream()
                .map(
                        entry -> {
                            var last = entry.asOf().last();
                            var change = changed.get(entry.government());
                            return entry.flagged(
                                    new Entry.Flags(
                                            change != null && last.isBefore(change),
                                            staleAfter
                                                    .filter(
                                                            days ->
                                                                    last.plusDays(days)
                                                                            .isBefore(
                                                                                    clocks.asOf()))
                                                    .isPresent(),
                                            entry.flags().withdrawn()));
                        })
                .toList();
    }

    /// What moved after one day and up to another, newest first.
    public List<Entry> changes(
            InstructionId id, LocalDate since, LocalDate asOf, ReadScope reader) {
        return differences(id, since, now(asOf), reader).stream()
                .flatMap(difference -> difference.now().stream())
                .toList();
    }

    /// Half-cells that stand otherwise than on an earlier day, newest first, with old and new.
    ///
    /// @param since the earlier day; the knowledge is the same
    public List<Difference> differences(
            InstructionId id, LocalDate since, Clocks clocks, ReadScope reader) {
        return differences(board(id, clocks.on(since), reader), board(id, clocks, reader));
    }

    /// @param before an earlier board of the same instruction
    public List<Difference> differences(Board before, Board now) {
        var found = new ArrayList<Difference>();
        for (var row : now.rows()) {
            var earlier = before.row(row.government());
            for (var ask : now.asks()) {
                for (var lane : Lane.values()) {
                    var was = earlier.flatMap(r -> r.cell(ask.label()).of(lane));
                    var is = row.cell(ask.label()).of(lane);
                    if (!was.map(Entry::id).equals(is.map(Entry::id))) {
                        found.add(new Difference(row.government(), ask.label(), lane, was, is));
                    }
                }
            }
        }
        found.sort(
                Comparator.comparing(
                        (Difference d) -> d.now().map(e -> e.asOf().last()).orElse(LocalDate.MAX),
                        Comparator.reverseOrder()));
        return found;
    }

    /// Every entry of a government up to a day, oldest first.
    public List<Entry> history(
            InstructionId id, GovernmentCode government, LocalDate asOf, ReadScope reader) {
        return history(id, government, now(asOf), reader).stream()
                .filter(entry -> entry.flags().withdrawn().isEmpty())
                .toList();
    }

    /// Every entry of a government, oldest first, those withdrawn among them and marked.
    public List<Entry> history(
            InstructionId id, GovernmentCode government, Clocks clocks, ReadScope reader) {
        var instruction = instructions.get(id, reader);
        return flagged(
                id, repository.history(instruction.id(), government, clocks, reader), clocks);
    }

    /// Two governments side by side.
    public Comparison compare(
            InstructionId id,
            GovernmentCode left,
            GovernmentCode right,
            Clocks clocks,
            ReadScope reader) {
        offices.government(left);
        offices.government(right);
        var board = board(id, clocks, reader);
        var lines = new ArrayList<Comparison.Line>();
        for (var ask : board.asks()) {
            for (var lane : Lane.values()) {
                lines.add(
                        new Comparison.Line(
                                ask,
                                lane,
                                cell(board, left, ask.label()),
                                cell(board, right, ask.label())));
            }
        }
        return new Comparison(left, right, clocks, lines);
    }

    private static Board.Cell cell(Board board, GovernmentCode government, String ask) {
        return board.row(government).map(row -> row.cell(ask)).orElse(Board.Cell.UNKNOWN);
    }

    /// What happened with a government, lane by lane, over all instructions the reader may read.
    public Timeline timeline(GovernmentCode government, Clocks clocks, ReadScope reader) {
        return new Timeline(
                offices.government(government).code(),
                clocks,
                timelines.of(government, clocks, reader));
    }
}
