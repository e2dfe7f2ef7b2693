// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.reporting;

import java.util.ArrayList;
import java.util.Locale;
import org.chancery.access.Actor;
import org.chancery.access.ReadScope;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.Offices;
import org.chancery.finding.Finding;
import org.chancery.finding.FindingId;
import org.chancery.finding.Findings;
import org.chancery.finding.Source;
import org.chancery.kernel.Sheet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What is on record of governments: the list, and one finding with its source.
@Controller
class FindingsController {

    private static final int PAGE = 50;
    private static final int AT_ONCE = 200;
    private static final int LONGEST_TABLE = 10_000;

    private final Findings findings;
    private final Offices offices;

    FindingsController(Findings findings, Offices offices) {
        this.findings = findings;
        this.offices = offices;
    }

    /// @param government ISO 3166-1 alpha-2, empty for all
    /// @param kind name of a kind, empty for all
    @GetMapping("/findings")
    String list(
            @RequestParam(defaultValue = "") String government,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(required = false) @Nullable String after,
            ReadScope reader,
            Model model) {
        model.addAttribute(
                "list", findings.page(code(government), word(kind), after, PAGE, reader));
        model.addAttribute("government", government.toUpperCase(Locale.ROOT));
        model.addAttribute("kind", kind);
        model.addAttribute("governments", offices.governmentsByCode());
        return "finding/list";
    }

    /// The filtered list as a table, at most 10 000 rows.
    @GetMapping({"/findings.csv", "/findings.xlsx"})
    Sheet table(
            @RequestParam(defaultValue = "") String government,
            @RequestParam(defaultValue = "") String kind,
            ReadScope reader) {
        var rows = new ArrayList<Finding>();
        String after = null;
        do {
            var page = findings.page(code(government), word(kind), after, AT_ONCE, reader);
            rows.addAll(page.rows());
            after = page.next();
        } while (after != null && rows.size() < LONGEST_TABLE);
        return FindingSheets.findings(rows);
    }

    private static @Nullable GovernmentCode code(String text) {
        return text.isBlank() ? null : new GovernmentCode(text.strip().toUpperCase(Locale.ROOT));
    }

    private static @Nullable String word(String kind) {
        return kind.isBlank() ? null : ReportForm.kind(kind).name();
    }

    @GetMapping("/findings/{id}")
    String show(@PathVariable String id, ReadScope reader, Model model) {
        return shown(findings.get(FindingId.parse(id), reader), null, model);
    }

    /// Shows a protected source to those who may read it; the reading stands in the audit.
    @PostMapping("/findings/{id}/source")
    String source(@PathVariable String id, Actor actor, Model model) {
        var finding = findings.get(FindingId.parse(id), actor.scope());
        return shown(finding, findings.source(finding.facts().id(), actor), model);
    }

    private String shown(Finding finding, @Nullable Source source, Model model) {
        model.addAttribute("finding", finding);
        model.addAttribute("source", source == null ? finding.facts().source() : source);
        model.addAttribute("government", offices.government(finding.facts().government()));
        return "finding/show";
    }
}
