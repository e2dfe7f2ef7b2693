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
import org.chancery.cable.Cable;
import org.chancery.cable.CableSummary;
import org.chancery.cable.Cables;
import org.chancery.cable.Mrn;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.OfficeCode;
import org.chancery.instruction.InstructionId;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.chancery.picture.Board;
import org.chancery.picture.Pictures;
import org.chancery.position.Lane;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class RecordsApi {

    private final Cables cables;
    private final Pictures pictures;
    private final Clock clock;

    RecordsApi(
            Cables cables,
        this.pictures = pictures;
        this.clock = clock;
    }

    record CableRow(String mrn, String from, String subject, String exercise, Instant releasedAt) {}

    record CableText(
            String mrn,
            String from,
            String subject,
            String exercise,
            Instant releasedAt,
            String hash,
            List<Map<String, String>> addressees,
            List<Map<String, Object>> paragraphs) {}

    @GetMapping("/cables")
    Listing<CableRow> cables(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit,
            ReadScope reader) {
        var office = from == null ? null : new OfficeCode(from);
        return Listing.of(cables.page(office, after, limit, reader), RecordsApi::row);
    }

    private static CableRow row(CableSummary cable) {
        return new CableRow(
                cable.mrn().toString(),
                cable.from().value(),
                cable.subject(),
                cable.exercise(),
                cable.releasedAt());
    }

    @GetMapping("/cables/{mrn}")
    CableText cable(@PathVariable String mrn, ReadScope reader) {
        return text(cables.get(Mrn.parse(mrn), reader));
    }

    private static CableText text(Cable cable) {
        var content = cable.content();
        return new CableText(
                cable.mrn().toString(),
                cable.from().value(),
                content.subject(),
                content.exercise(),
                cable.releasedAt(),
                cable.hash(),
                cable.addressees().stream()
                        .map(
                                a ->
                                        Map.of(
                                                "office", a.office().value(),
                                                "role", a.role().name(),
                                                "precedence", a.precedence(),
                                                "via", a.via()))
                        .toList(),
                content.paragraphs().stream()
                        .map(
                                p ->
                                        Map.<String, Object>of(
                                                "id", p.id(),
                                                "role", p.role(),
                                                "label", p.label(),
                                                "text", p.text(),
                                                "mark", p.mark(),
                                                "terms", p.terms()))
                        .toList());
    }

    record BoardText(String instruction, LocalDate asOf, List<String> asks, List<BoardRow> rows) {}

    record BoardRow(String government, Map<String, Map<String, Half>> cells) {}

    record Half(String step, String basis, String asOf, String confidence, boolean confirmed) {}

    @GetMapping("/board/{instruction}")
    BoardText board(
            @PathVariable String instruction,
            @RequestParam(required = false) @Nullable String asOf,
            ReadScope reader) {
        var day = asOf == null ? today() : day("asOf", asOf);
        var board = pictures.board(new InstructionId(instruction), day, reader);
        return new BoardText(
                board.instruction().value(),
                board.asOf(),
                board.asks().stream().map(ask -> ask.label()).toList(),
                board.rows().stream()
                        .map(
                                row -> {
                                    var cells = new TreeMap<String, Map<String, Half>>();
                                    for (var ask : board.asks()) {
                                        var cell = row.cell(ask.label());
                                        cells.put(
                                                ask.label(),
                                                Map.of(
                                                        "word", half(cell, Lane.WORD),
                                                        "deed", half(cell, Lane.DEED)));
                                    }
                                    return new BoardRow(row.government().value(), cells);
                                })
                        .toList());
    }

    private static Half half(Board.Cell cell, Lane lane) {
        return cell.of(lane)
                .map(
                        e ->
                                new Half(
                                        e.step().name(),
                                        e.basis().name(),
                                        e.asOf().text(),
                                        e.confidence(),
                                        e.confirmed()))
                .orElse(new Half("UNKNOWN", "", "", "", false));
    }

    static GovernmentCode code(String text) {
        return new GovernmentCode(text.toUpperCase(Locale.ROOT));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static LocalDate day(String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new Refusal(Problem.at(field, KernelRefusal.DATE_MALFORMED, text));
        }
    }
}
