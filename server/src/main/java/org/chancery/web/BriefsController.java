// SPDX-License-Identifier: Apache-2.0
package org.chancery.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.chancery.access.Actor;
import org.chancery.brief.Briefs;
import org.chancery.finding.FindingId;
import org.chancery.finding.Findings;
import org.chancery.instruction.InstructionId;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The picture as a file.
@Controller
class BriefsController {

    private final Briefs briefs;
    private final Findings findings;
    private final Accounts accounts;
    private final Clock clock;

    BriefsController(Briefs briefs, Findings findings, Accounts accounts, Clock clock) {
        this.briefs = briefs;
        this.findings = findings;
        this.accounts = accounts;
        this.clock = clock;
    }

    @GetMapping("/briefs/{id}.pdf")
    ResponseEntity<byte[]> pdf(
            @PathVariable String id,
            @RequestParam(name = "as-of", defaultValue = "") String asOf,
            Actor actor) {
        var language =
                accounts.account(actor.person())
                        .map(Account::settings)
                        .orElse(Account.Settings.DEFAULT)
                        .language();
        var bytes =
                briefs.pdf(
                        new InstructionId(id),
                        day(asOf),
                        Locale.forLanguageTag(language),
                        (kind, record) -> source(kind, record, actor),
                        actor);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + id + "-" + day(asOf) + ".pdf\"")
                .body(bytes);
    }

    private Briefs.Source source(String kind, String record, Actor actor) {
        if (kind.equals("FINDING")) {
            var facts = findings.get(FindingId.parse(record), actor.scope()).facts();
            return new Briefs.Source(
                    facts.title() + ". " + facts.source().title(), facts.source().uri());
        }
        return new Briefs.Source(record, "");
    }

    private LocalDate day(String text) {
        if (text.isEmpty()) {
            return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new Refusal(Problem.at("as-of", KernelRefusal.DATE_MALFORMED, text));
        }
    }
}
