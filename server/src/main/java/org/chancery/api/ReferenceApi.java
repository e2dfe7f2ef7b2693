// SPDX-License-Identifier: Apache-2.0
package org.chancery.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.chancery.access.Accounts;
import org.chancery.access.Actor;
import org.chancery.access.ReadScope;
import org.chancery.archive.Import;
import org.chancery.directory.Offices;
import org.chancery.evidence.Claim;
import org.chancery.evidence.ClaimId;
import org.chancery.evidence.Claims;
import org.chancery.evidence.Indicators;
import org.chancery.kernel.Refusal;
import org.chancery.press.ArticleText;
import org.chancery.press.KeptText;
import org.chancery.press.PressDesk;
import org.chancery.search.Results;
import org.chancery.search.Search;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Claims, press, indicators, offices, governments and search; and the two calls
/// of the command line on the same machine.
@RestController
@RequestMapping("/api/v1")
class ReferenceApi {

    private final Claims claims;
    private final Indicators indicators;
    private final PressDesk press;
    private final Offices offices;
    private final Search search;
    private final Import files;
    private final Accounts accounts;

    ReferenceApi(
            Claims claims,
            Indicators indicators,
            PressDesk press,
            Offices offices,
            Search search,
            Import files,
            Accounts accounts) {
        this.claims = claims;
        this.indicators = indicators;
        this.press = press;
        this.offices = offices;
        this.search = search;
        this.files = files;
        this.accounts = accounts;
    }

    record ClaimRow(String id, String text, String claimant, String type, String status) {}

    @GetMapping("/claims")
    Listing<ClaimRow> claims(ReadScope reader) {
        return Listing.of(claims.all(), ReferenceApi::row);
    }

    @GetMapping("/claims/{id}")
    Map<String, Object> claim(@PathVariable String id, ReadScope reader) {
        var claim = claims.get(new ClaimId(id));
        return Map.of(
                "claim", row(claim),
                "assessments", claim.assessments(),
                "evidence", claims.lines(claim.id()));
    }

    private static ClaimRow row(Claim claim) {
        return new ClaimRow(
                claim.id().value(),
                claim.text(),
                claim.claimant(),
                claim.type(),
                claim.status().name());
    }

    record ClusterRow(String id, int items, List<String> origins, long unknownOrigin) {}

    @GetMapping("/press")
    Listing<ClusterRow> press(ReadScope reader) {
        return Listing.of(
                press.clusters(),
                c ->
                        new ClusterRow(
                                c.id(),
                                c.items().size(),
                                new ArrayList<>(c.origins()),
                                c.unknownOrigin()));
    }

    @GetMapping("/press/{cluster}")
    Object cluster(@PathVariable String cluster, ReadScope reader) {
        return press.cluster(cluster);
    }

    record ArticleOf(String item, ArticleText article, String raw, String sha256, Instant at) {

        static ArticleOf of(KeptText kept) {
            return new ArticleOf(kept.item(), kept.article(), kept.raw(), kept.sha256(), kept.at());
        }
    }

    @GetMapping("/press/items/{id}/text")
    ArticleOf articleText(@PathVariable String id, ReadScope reader) {
        return press.text(id).map(ArticleOf::of).orElseThrow(() -> Refusal.absent(id));
    }

    record ArticleInput(String text) {}

    @PostMapping("/press/items/{id}/text")
    ArticleOf keepText(@PathVariable String id, @RequestBody ArticleInput input, Actor actor) {
        return ArticleOf.of(
                press.keepText(id, Objects.requireNonNullElse(input.text(), ""), actor));
    }

    @GetMapping("/indicators")
    Listing<Object> indicators(ReadScope reader) {
        return Listing.of(indicators.all(), indicator -> indicator);
    }

    @GetMapping("/indicators/{series}")
    Listing<Object> indicator(@PathVariable String series, ReadScope reader) {
        indicators.get(series);
        return Listing.of(indicators.observations(series), observation -> observation);
    }

    @GetMapping("/indicators/compare")
    Object compare(@RequestParam String a, @RequestParam String b, ReadScope reader) {
        return indicators.compare(a, b);
    }

    record Named(String code, Map<String, String> names) {}

    @GetMapping("/offices")
    Listing<Named> offices(ReadScope reader) {
        return Listing.of(offices.all(), o -> new Named(o.code().value(), o.names().byLanguage()));
    }

    @GetMapping("/governments")
    Listing<Named> governments(ReadScope reader) {
        return Listing.of(
                offices.governments(), g -> new Named(g.code().value(), g.names().byLanguage()));
    }

    @GetMapping("/search")
    Results search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String collection,
            @RequestParam(defaultValue = "50") int limit,
            ReadScope reader) {
        return search.find(q, collection, limit, reader);
    }

    @GetMapping(value = "/openapi.yaml", produces = "application/yaml")
    Resource openApi() {
        return new ClassPathResource("openapi/v1.yaml");
    }

    /// For the command line on the same machine.
    @PostMapping("/tokens")
    Map<String, String> token(@RequestParam(name = "for") String name) {
        return Map.of("token", accounts.issueToken(name));
    }

    record RefusedRow(long line, String detail) {}

    record Loaded(String source, int read, int stored, int known, List<RefusedRow> refused) {}

    /// For the command line on the same machine: a table in the body.
    @PostMapping("/imports")
    Loaded load(@RequestParam String name, HttpServletRequest request) throws IOException {
        var report =
                files.load(
                        name,
                        new InputStreamReader(request.getInputStream(), StandardCharsets.UTF_8));
        return new Loaded(
                report.source(),
                report.read(),
                report.stored(),
                report.known(),
                report.refused().stream()
                        .flatMap(
                                row ->
                                        row.problems().stream()
                                                .map(
                                                        p ->
                                                                new RefusedRow(
                                                                        row.line(),
                                                                        p.detail()
                                                                                + " "
                                                                                + p.mend())))
                        .toList());
    }
}
