// SPDX-License-Identifier: Apache-2.0
package org.chancery.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.chancery.access.Actor;
import org.chancery.brief.Brief;
import org.chancery.brief.BriefOrder;
import org.chancery.brief.Briefs;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.chancery.policy.Handling;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Briefs: made, listed and opened by the same door and the same rules as the pages.
@RestController
@RequestMapping("/api/v1/briefs")
class BriefsApi {

    private final Briefs briefs;
    private final Handling handling;

    BriefsApi(Briefs briefs, Handling handling) {
        this.briefs = briefs;
        this.handling = handling;
    }

    /// @param government code, null for the whole picture
    /// @param asOf day, null for today
    /// @param knownAt moment or day, null for now
    /// @param level code of the highest level its readers may see, null for the caller's own
    /// @param parts `STATE`, `POSITIONS`, ...
    /// @param formats `PDF`, `DOCX`, `HTML`
    /// @param sinceLast print what changed since the office's last brief of it, null for no
    record Order(
            @Nullable String instruction,
            @Nullable String government,
            @Nullable String asOf,
            @Nullable String knownAt,
            @Nullable String level,
            @Nullable String language,
            @Nullable List<String> parts,
            @Nullable List<String> formats,
            @Nullable List<String> comparisons,
            @Nullable Boolean sinceLast) {}

    record Row(
            String number,
            String instruction,
            @Nullable String government,
            String title,
            LocalDate asOf,
            Instant knownAt,
            String level,
            List<String> captions,
            String maker,
            Instant madeAt,
            String dataHash,
            long audit,
            List<Brief.File> files) {}

    @PostMapping
    ResponseEntity<Row> make(@RequestBody Order order, Actor actor) {
        var instruction = order.instruction();
        if (instruction == null) {
            throw new Refusal(
                    Problem.at("instruction", KernelRefusal.VALUE_MISSING, "instruction"));
        }
        var made =
                briefs.make(
                        new BriefOrder(
                                instruction,
                                said(order.government()),
                                said(order.asOf()),
                                said(order.knownAt()),
                                said(order.level()),
                                said(order.language()),
                                all(order.parts()),
                                all(order.formats()),
                                all(order.comparisons()),
                                Boolean.TRUE.equals(order.sinceLast())),
                        actor);
        return ResponseEntity.status(201).body(row(made));
    }

    private static String said(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static List<String> all(@Nullable List<String> values) {
        return values == null ? List.of() : values;
    }

    private Row row(Brief brief) {
        var government = brief.government();
        return new Row(
                brief.number(),
                brief.instruction().value(),
                government == null ? null : government.value(),
                brief.title(),
                brief.asOf(),
                brief.knownAt(),
                handling.level(brief.label().level()).code(),
                brief.label().captions().stream().sorted().toList(),
                brief.maker(),
                brief.madeAt(),
                brief.dataHash(),
                brief.audit(),
                brief.files());
    }

    @GetMapping
    Listing<Row> list(Actor actor) {
        return Listing.of(briefs.list(actor), this::row);
    }

    @GetMapping("/{number}")
    Row get(@PathVariable String number, Actor actor) {
        return row(briefs.get(number, actor.scope()));
    }

    @GetMapping("/{number}/files/{ending}")
    ResponseEntity<byte[]> file(
            @PathVariable String number, @PathVariable String ending, Actor actor) {
        var copy = briefs.open(number, ending, actor);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(copy.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(copy.name()).build().toString())
                .body(copy.bytes());
    }
}
