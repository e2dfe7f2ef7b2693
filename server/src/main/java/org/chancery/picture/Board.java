// SPDX-License-Identifier: Apache-2.0
package org.chancery.picture;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.chancery.directory.GovernmentCode;
import org.chancery.instruction.Ask;
import org.chancery.instruction.InstructionId;
import org.chancery.position.Lane;
import org.chancery.position.Step;

/// Government by ask as it stood on a day, in word and in deed. What is not known is a value and is
/// drawn (PIC-001).
///
/// @param rows governments by code
public record Board(InstructionId instruction, Clocks clocks, List<Ask> asks, List<Row> rows) {

    public Board {
        asks = List.copyOf(asks);
        rows = List.copyOf(rows);
    }

    public LocalDate asOf() {
        return clocks.asOf();
    }

    /// @param cells by label of the ask; every ask has one
    public record Row(GovernmentCode government, Map<String, Cell> cells) {
        public Row {
            cells = Map.copyOf(cells);
        }

        public Cell cell(String ask) {
            var cell = cells.get(ask);
            return cell == null ? Cell.UNKNOWN : cell;
        }

        /// Something is known of this government.
        public boolean known() {
            return cells.values().stream().anyMatch(Cell::known);
        }
    }

    public record Cell(Optional<Entry> word, Optional<Entry> deed) {

        static final Cell UNKNOWN = new Cell(Optional.empty(), Optional.empty());

        public Optional<Entry> of(Lane lane) {
            return lane == Lane.WORD ? word : deed;
        }

        public Step step(Lane lane) {
            return of(lane).map(Entry::step).orElse(Step.UNKNOWN);
        }

        public boolean known() {
            return word.isPresent() || deed.isPresent();
        }

        /// Says one thing and does another: the lanes lie more than one step apart.
        public boolean diverges() {
            var said = step(Lane.WORD).place();
            var done = step(Lane.DEED).place();
            return said.isPresent()
                    && done.isPresent()
                    && Math.abs(said.getAsInt() - done.getAsInt()) > 1;
        }
    }

    /// Who says one thing and does another, by government and ask.
    public List<Divergence> divergences() {
        var found = new ArrayList<Divergence>();
        for (var row : rows) {
            for (var ask : asks) {
                var cell = row.cell(ask.label());
                if (cell.diverges()) {
                    cell.word()
                            .ifPresent(
                                    word ->
                                            cell.deed()
                                                    .ifPresent(
                                                            deed ->
                                                                    found.add(
                                                                            divergence(
                                                                                    word, deed))));
                }
            }
        }
        return found;
    }

    private static Divergence divergence(Entry word, Entry deed) {
        return new Divergence(
                word.government(),
                word.ask(),
                word.step().compareTo(deed.step()) > 0
                        ? Divergence.Kind.SAYS_NO_DOES_IT
                        : Divergence.Kind.SAYS_YES_DOES_NOTHING,
                word,
                deed);
    }

    /// The same board of these governments alone.
    public Board only(Predicate<GovernmentCode> which) {
        return new Board(
                instruction,
                clocks,
                asks,
                rows.stream().filter(row -> which.test(row.government())).toList());
    }

    public Optional<Row> row(GovernmentCode government) {
        return rows.stream().filter(row -> row.government().equals(government)).findFirst();
    }

    /// How many governments stand where on one ask; words for a caption, not an index.
    public Map<Step, Long> distribution(String ask, Lane lane) {
        return rows.stream()
                .collect(
                        Collectors.groupingBy(
                                row -> row.cell(ask).step(lane),
                                () -> new EnumMap<>(Step.class),
                                Collectors.counting()));
    }
}
