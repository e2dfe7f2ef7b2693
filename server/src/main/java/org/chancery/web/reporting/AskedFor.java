// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.reporting;

import java.util.ArrayList;
import java.util.List;
import org.chancery.finding.FindingKind;
import org.chancery.finding.NewFinding;
import org.chancery.finding.NewReport;
import org.chancery.finding.ReportPart;
import org.chancery.instruction.Ask;
import org.chancery.instruction.ReportingRequirement.Form;

/// One thing the requirement asks for, and how far the report gives it.
///
/// @param key of its words, or empty for an ask
/// @param ask label and text, empty for anything else
public record AskedFor(String key, String ask, Given given) {

    public enum Given {
        WHOLE,
        IN_PART,
        NOT_YET
    }

    /// In the order of the form.
    static List<AskedFor> of(Form form, List<Ask> asks, NewReport report, boolean onRecord) {
        var list = new ArrayList<AskedFor>();
        list.add(said("finding.summary", !report.summary().isBlank()));
        switch (form) {
            case DEMARCHE_REPORT -> list.add(said("finding.asked.record", onRecord));
            case FINDINGS -> list.add(findings("finding.asked.findings", report.findings()));
            case STATISTICS ->
                    list.add(
                            findings(
                                    "finding.asked.statistics",
                                    report.findings().stream()
                                            .filter(f -> f.kind() == FindingKind.STATISTIC)
                                            .toList()));
            case ASSESSMENT -> list.add(said("finding.comment", !report.comment().isBlank()));
            case MEDIA_REACTION -> {}
        }
        for (var part : ReportPart.of(form)) {
            if (part.required()) {
                list.add(said("finding.part." + part, !report.part(part).isEmpty()));
            }
        }
        if (form == Form.FINDINGS) {
            for (var ask : asks) {
                var about = report.findings().stream().anyMatch(f -> f.ask().equals(ask.label()));
                list.add(
                        new AskedFor(
                                "",
                                ask.label() + " " + ask.text(),
                                about ? Given.WHOLE : Given.NOT_YET));
            }
        }
        return list;
    }

    private static AskedFor said(String key, boolean given) {
        return new AskedFor(key, "", given ? Given.WHOLE : Given.NOT_YET);
    }

    private static AskedFor findings(String key, List<NewFinding> cards) {
        if (cards.isEmpty()) {
            return new AskedFor(key, "", Given.NOT_YET);
        }
        return new AskedFor(
                key, "", cards.stream().allMatch(AskedFor::whole) ? Given.WHOLE : Given.IN_PART);
    }

    /// Nothing the kind cannot do without is missing.
    private static boolean whole(NewFinding card) {
        return !card.headline().isBlank()
                && !card.date().isBlank()
                && !card.source().blank()
                && card.kind().required().stream().noneMatch(term -> card.term(term).isEmpty());
    }
}
