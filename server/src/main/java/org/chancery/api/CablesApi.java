// SPDX-License-Identifier: Apache-2.0
package org.chancery.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.chancery.access.ReadScope;
import org.chancery.cable.Cable;
import org.chancery.cable.CableSummary;
import org.chancery.cable.Cables;
import org.chancery.cable.Mrn;
import org.chancery.directory.OfficeCode;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Cables on record, for reading: the same door and the same scope as the pages.
@RestController
@RequestMapping("/api/v1")
class CablesApi {

    private final Cables cables;

    CablesApi(Cables cables) {
        this.cables = cables;
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
        return Listing.of(cables.page(office, after, limit, reader), CablesApi::row);
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
}
