// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.util.List;
import java.util.Map;
import org.chancery.access.Unscoped;
import org.chancery.kernel.ReducedDate;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Opens the file of a measure for the first step that a report or a table brings.
@Component
class MeasureRecorder {

    /// A post whose report does not say more codes for the vocabulary of migration.
    private static final String SUBJECT = "migration";

    private final MeasureRepository measures;
    private final FindingRepository findings;

    MeasureRecorder(MeasureRepository measures, FindingRepository findings) {
        this.measures = measures;
        this.findings = findings;
    }

    /// A post’s measure stands on record.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    @Unscoped("part of the release itself, shown to nobody")
    public void on(FindingRecorded event) {
        if (findings.recorded(event.id()) instanceof Finding.Measure measure) {
            open(measure, event.office());
        }
    }

    /// @param office that reported it, empty where a table did
    void open(Finding.Measure step, String office) {
        var id = new MeasureId(step.family());
        if (measures.knows(id)) {
            return;
        }
        var facts = step.facts();
        var coding = coding(step, office);
        measures.insert(
                new Measure(
                        id,
                        facts.government(),
                        1,
                        coding,
                        null,
                        Measure.CodingState.CODED_BY_POST,
                        office,
                        office,
                        facts.recordedAt(),
                        facts.label()));
        measures.insertVersion(
                id, new Measure.Version(1, "ENTERED", "", coding, "", office, facts.recordedAt()));
    }

    private static Coding coding(Finding.Measure step, String office) {
        var facts = step.facts();
        var ends = step.effectiveTo();
        var supranational = facts.government().value().equals("EU");
        return new Coding(
                new Coding.Headline(
                        Map.of("en", facts.title()),
                        facts.summary().isEmpty() ? Map.of() : Map.of("en", facts.summary()),
                        "",
                        ""),
                new Coding.Reach(
                        facts.government().value(),
                        "",
                        supranational ? Coding.Level.SUPRANATIONAL : Coding.Level.NATIONAL,
                        List.of()),
                new Coding.Classes(
                        SUBJECT,
                        0,
                        step.area(),
                        List.of(),
                        List.of(),
                        List.of(),
                        step.targetGroup()),
                Coding.Instrument.UNSTATED,
                new Coding.Effect(
                        step.direction(),
                        null,
                        "",
                        step.stage() == Stage.IN_FORCE ? facts.date() : null,
                        ends == null ? null : ReducedDate.of(ends)),
                step.legalReference().isBlank()
                        ? List.of()
                        : List.of(
                                new LegalReference(
                                        LegalReference.Scheme.OTHER,
                                        step.legalReference(),
                                        "",
                                        facts.source().title(),
                                        false)),
                List.of(),
                "",
                new Coding.Grounds(
                        facts.confidence(),
                        facts.note(),
                        List.of(
                                new Coding.Citation(
                                        office.isEmpty()
                                                ? Coding.Citation.Kind.WEB
                                                : Coding.Citation.Kind.CABLE,
                                        facts.source().title().isEmpty()
                                                ? facts.source().uri()
                                                : facts.source().title(),
                                        facts.source().uri(),
                                        facts.source().date()))),
                "");
    }
}
