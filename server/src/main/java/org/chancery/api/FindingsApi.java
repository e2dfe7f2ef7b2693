// SPDX-License-Identifier: Apache-2.0
package org.chancery.api;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.chancery.access.Actor;
import org.chancery.access.ReadScope;
import org.chancery.directory.GovernmentCode;
import org.chancery.finding.Finding;
import org.chancery.finding.FindingId;
import org.chancery.finding.FindingKind;
import org.chancery.finding.Findings;
import org.chancery.finding.Source;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What is on record of governments, newest first. Protected sources are masked.
@RestController
@RequestMapping("/api/v1/findings")
class FindingsApi {

    private final Findings findings;

    FindingsApi(Findings findings) {
        this.findings = findings;
    }

    /// @param source masked if it is protected
    /// @param terms what only its kind says
    record FindingText(
            String id,
            String kind,
            String government,
            String title,
            String summary,
            String date,
            Source source,
            String confidence,
            String note,
            String reportedIn,
            Instant recordedAt,
            Map<String, String> terms) {}

    @GetMapping
    Listing<FindingText> list(
            @RequestParam(required = false) @Nullable String government,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit,
            ReadScope reader) {
        var code =
                government == null ? null : new GovernmentCode(government.toUpperCase(Locale.ROOT));
        return Listing.of(
                findings.page(code, kind == null ? null : known(kind), after, limit, reader),
                FindingsApi::text);
    }

    @GetMapping("/{id}")
    FindingText get(@PathVariable String id, ReadScope reader) {
        return text(findings.get(FindingId.parse(id), reader));
    }

    /// A protected source, for those who may read it; the reading stands in the audit.
    @PostMapping("/{id}/source")
    Source source(@PathVariable String id, Actor actor) {
        return findings.source(FindingId.parse(id), actor);
    }

    private static String known(String kind) {
        for (var one : FindingKind.values()) {
            if (one.name().equals(kind)) {
                return kind;
            }
        }
        throw new Refusal(
                Problem.at(
                        "kind",
                        KernelRefusal.VALUE_UNKNOWN,
                        kind,
                        "MEASURE, STATEMENT, STATISTIC, EVENT"));
    }

    private static FindingText text(Finding finding) {
        var facts = finding.facts();
        return new FindingText(
                facts.id().toString(),
                finding.kind(),
                facts.government().value(),
                facts.title(),
                facts.summary(),
                facts.date().text(),
                facts.source(),
                facts.confidence().name(),
                facts.note(),
                facts.reportedIn(),
                facts.recordedAt(),
                terms(finding));
    }

    private static Map<String, String> terms(Finding finding) {
        var terms = new TreeMap<String, String>();
        switch (finding) {
            case Finding.Measure m -> {
                terms.put("stage", m.stage().name());
                terms.put("direction", m.direction().name());
                terms.put("area", m.area());
                terms.put("targetGroup", m.targetGroup());
                terms.put("legalReference", m.legalReference());
                terms.put("ask", m.ask());
            }
            case Finding.Statement s -> {
                terms.put("original", s.original());
                terms.put("language", s.language());
                terms.put("translation", s.translation());
                terms.put("translationBy", s.officialTranslation() ? "OFFICIAL" : "OURS");
                terms.put("speaker", s.speaker());
                terms.put("onRecord", s.onRecord() ? "ON_RECORD" : "IN_CONFIDENCE");
                terms.put("stance", s.stance());
                terms.put("ask", s.ask());
            }
            case Finding.Statistic s -> {
                terms.put("value", s.value());
                terms.put("unit", s.unit());
                terms.put("population", s.population());
                terms.put("denominator", s.denominator());
                terms.put("period", s.period());
                terms.put("method", s.method());
            }
            case Finding.Event e -> terms.put("stage", e.stage());
        }
        return terms;
    }
}
