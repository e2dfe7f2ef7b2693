// SPDX-License-Identifier: Apache-2.0
package org.chancery.api;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.chancery.access.ReadScope;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.Offices;
import org.chancery.finding.FindingRefusal;
import org.chancery.instruction.InstructionId;
import org.chancery.instruction.Instructions;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.chancery.picture.Board;
import org.chancery.picture.Clocks;
import org.chancery.picture.Comparison;
import org.chancery.picture.Coverage;
import org.chancery.picture.Coverages;
import org.chancery.picture.Difference;
import org.chancery.picture.Entry;
import org.chancery.picture.Pictures;
import org.chancery.picture.Timeline;
import org.chancery.position.Lane;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The picture by both clocks: what was so on a day, as far as it was known at a moment.
@RestController
@RequestMapping("/api/v1")
class PicturesApi {

    private final Pictures pictures;
    private final Coverages coverages;
    private final Instructions instructions;
    private final Offices offices;
    private final Clock clock;

    PicturesApi(
            Pictures pictures,
            Coverages coverages,
            Instructions instructions,
            Offices offices,
            Clock clock) {
        this.pictures = pictures;
        this.coverages = coverages;
        this.instructions = instructions;
        this.offices = offices;
        this.clock = clock;
    }

    record BoardText(
            String instruction,
            LocalDate asOf,
            List<String> asks,
            List<BoardRow> rows,
            List<Divergent> divergences) {}

    record BoardRow(String government, Map<String, Map<String, Half>> cells) {}

    record Half(
            String step,
            String basis,
            String basisAddress,
            String asOf,
            String confidence,
            boolean confirmed,
            @Nullable String postStep,
            boolean governmentChanged,
            boolean stale) {

        static final Half UNKNOWN = new Half("UNKNOWN", "", "", "", "", false, null, false, false);

        static Half of(Entry entry) {
            var post = entry.postStep();
            return new Half(
                    entry.step().name(),
                    entry.basis().name(),
                    entry.basisAddress(),
                    entry.asOf().text(),
                    entry.confidence(),
                    entry.confirmed(),
                    post == null ? null : post.name(),
                    entry.flags().governmentChanged(),
                    entry.flags().stale());
        }
    }

    record Divergent(String government, String ask, String kind) {}

    /// @param knownAt an instant, or a day of which everything on record counts
    /// @param aggregate always refused: nothing is added up over governments (MEA-005)
    @GetMapping("/board/{instruction}")
    BoardText board(
            @PathVariable String instruction,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String aggregate,
            ReadScope reader) {
        if (aggregate != null) {
            throw new Refusal(FindingRefusal.DIRECTIONS_NOT_ADDED);
        }
        var board =
                pictures.board(new InstructionId(instruction), clocks(asOf, knownAt), reader)
                        .only(code -> inRegion(code, region));
        return new BoardText(
                board.instruction().value(),
                board.asOf(),
                board.asks().stream().map(ask -> ask.label()).toList(),
                board.rows().stream().map(row -> row(board, row)).toList(),
                board.divergences().stream()
                        .map(d -> new Divergent(d.government().value(), d.ask(), d.kind().name()))
                        .toList());
    }

    private boolean inRegion(GovernmentCode code, @Nullable String region) {
        return region == null
                || offices.government(code).region().equals(region.toUpperCase(Locale.ROOT));
    }

    private static BoardRow row(Board board, Board.Row row) {
        var cells = new TreeMap<String, Map<String, Half>>();
        for (var ask : board.asks()) {
            var cell = row.cell(ask.label());
            cells.put(
                    ask.label(),
                    Map.of("word", half(cell, Lane.WORD), "deed", half(cell, Lane.DEED)));
        }
        return new BoardRow(row.government().value(), cells);
    }

    private static Half half(Board.Cell cell, Lane lane) {
        return cell.of(lane).map(Half::of).orElse(Half.UNKNOWN);
    }

    record Change(String government, String ask, String lane, Half before, Half now) {

        static Change of(Difference difference) {
            return new Change(
                    difference.government().value(),
                    difference.ask(),
                    difference.lane().name(),
                    difference.before().map(Half::of).orElse(Half.UNKNOWN),
                    difference.now().map(Half::of).orElse(Half.UNKNOWN));
        }
    }

    @GetMapping("/board/{instruction}/changes")
    Listing<Change> changes(
            @PathVariable String instruction,
            @RequestParam String since,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt,
            ReadScope reader) {
        return Listing.of(
                pictures.differences(
                        new InstructionId(instruction),
                        day("since", since),
                        clocks(asOf, knownAt),
                        reader),
                Change::of);
    }

    record Side(String ask, String lane, Half left, Half right, boolean apart) {

        static Side of(Comparison.Line line) {
            return new Side(
                    line.ask().label(),
                    line.lane().name(),
                    half(line.left(), line.lane()),
                    half(line.right(), line.lane()),
                    line.apart());
        }
    }

    @GetMapping("/board/{instruction}/compare")
    Listing<Side> compare(
            @PathVariable String instruction,
            @RequestParam String left,
            @RequestParam String right,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt,
            ReadScope reader) {
        return Listing.of(
                pictures.compare(
                                new InstructionId(instruction),
                                code(left),
                                code(right),
                                clocks(asOf, knownAt),
                                reader)
                        .lines(),
                Side::of);
    }

    /// @param done delivered or answered, of those not waived
    record CoverageText(
            long done, long of, Map<Coverage.Outcome, Long> figures, List<CoverageRow> rows) {}

    record CoverageRow(String office, String government, Coverage.Outcome outcome) {}

    @GetMapping("/board/{instruction}/coverage")
    CoverageText coverage(
            @PathVariable String instruction,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt,
            ReadScope reader) {
        var clocks = clocks(asOf, knownAt);
        var coverage =
                coverages.of(
                        instructions.get(new InstructionId(instruction), reader), clocks, reader);
        var figures = coverage.figures(clocks.knownAt());
        return new CoverageText(
                figures.done(),
                figures.of(),
                new TreeMap<>(figures.byOutcome()),
                coverage.rows().stream()
                        .map(
                                row ->
                                        new CoverageRow(
                                                row.office().value(),
                                                row.government().value(),
                                                row.outcome(clocks.knownAt())))
                        .toList());
    }

    record Mark(String lane, String date, String text, String detail, @Nullable String step) {

        static Mark of(Timeline.Mark mark) {
            var step = mark.step();
            return new Mark(
                    mark.track().name(),
                    mark.on().text(),
                    mark.text(),
                    mark.detail(),
                    step == null ? null : step.name());
        }
    }

    @GetMapping("/governments/{code}/timeline")
    Listing<Mark> timeline(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt,
            ReadScope reader) {
        return Listing.of(
                pictures.timeline(code(code), clocks(asOf, knownAt), reader).marks(), Mark::of);
    }

    private static GovernmentCode code(String text) {
        return new GovernmentCode(text.toUpperCase(Locale.ROOT));
    }

    private Clocks clocks(@Nullable String asOf, @Nullable String knownAt) {
        var now = clock.instant();
        var day = asOf == null ? LocalDate.ofInstant(now, ZoneOffset.UTC) : day("asOf", asOf);
        return new Clocks(day, knownAt == null ? now : moment(knownAt));
    }

    private static Instant moment(String text) {
        try {
            return text.length() > 10
                    ? Instant.parse(text)
                    : LocalDate.parse(text)
                            .plusDays(1)
                            .atStartOfDay()
                            .toInstant(ZoneOffset.UTC)
                            .minusNanos(1000);
        } catch (DateTimeParseException e) {
            throw new Refusal(Problem.at("knownAt", KernelRefusal.DATE_MALFORMED, text));
        }
    }

    private static LocalDate day(String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new Refusal(Problem.at(field, KernelRefusal.DATE_MALFORMED, text));
        }
    }
}
