// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.reporting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.chancery.finding.Finding;
import org.chancery.finding.MeasureState;
import org.chancery.finding.NewDocument;
import org.chancery.finding.NewMeasure;
import org.chancery.finding.NewStep;
import org.springframework.util.MultiValueMap;

/// The fields of the forms of measures, as they were filled in. Rows that were left empty are none.
final class MeasureForm {

    private MeasureForm() {}

    static NewMeasure read(MultiValueMap<String, String> form) {
        return new NewMeasure(
                text(form, "titleEn"),
                text(form, "titleDe"),
                text(form, "summaryEn"),
                text(form, "summaryDe"),
                text(form, "originalTitle"),
                text(form, "originalLanguage"),
                text(form, "jurisdiction"),
                text(form, "subdivision"),
                or(text(form, "level"), "NATIONAL"),
                Arrays.stream(text(form, "affects").split("[\\s,]+"))
                        .filter(code -> !code.isEmpty())
                        .toList(),
                or(text(form, "subject"), "migration"),
                0,
                text(form, "area"),
                chosen(form, "tools"),
                chosen(form, "targetGroups"),
                chosen(form, "targetOrigins"),
                text(form, "groupNote"),
                text(form, "instrument"),
                text(form, "direction"),
                text(form, "magnitude"),
                text(form, "justification"),
                text(form, "effectiveFrom"),
                text(form, "effectiveTo"),
                references(form),
                relations(form),
                text(form, "implementationNote"),
                or(text(form, "confidence"), "MODERATE"),
                text(form, "confidenceReason"),
                sources(form),
                text(form, "family"),
                form.containsKey("personsChecked"));
    }

    private static List<NewMeasure.Reference> references(MultiValueMap<String, String> form) {
        var rows = new ArrayList<NewMeasure.Reference>();
        for (int i = 0; form.containsKey("reference-" + i); i++) {
            var value = text(form, "reference-" + i);
            if (!value.isBlank()) {
                rows.add(
                        new NewMeasure.Reference(
                                text(form, "scheme-" + i),
                                value,
                                text(form, "referenceUri-" + i),
                                text(form, "referenceSource-" + i),
                                form.containsKey("checked-" + i)));
            }
        }
        return rows;
    }

    private static List<NewMeasure.Relation> relations(MultiValueMap<String, String> form) {
        var rows = new ArrayList<NewMeasure.Relation>();
        for (int i = 0; form.containsKey("relation-" + i); i++) {
            var target = text(form, "relation-" + i);
            if (!target.isBlank()) {
                rows.add(new NewMeasure.Relation(text(form, "relationKind-" + i), target));
            }
        }
        return rows;
    }

    private static List<NewMeasure.Citation> sources(MultiValueMap<String, String> form) {
        var rows = new ArrayList<NewMeasure.Citation>();
        for (int i = 0; form.containsKey("source-" + i); i++) {
            var title = text(form, "source-" + i);
            var uri = text(form, "sourceUri-" + i);
            if (!title.isBlank() || !uri.isBlank()) {
                rows.add(
                        new NewMeasure.Citation(
                                text(form, "sourceKind-" + i),
                                title,
                                uri,
                                text(form, "sourceDate-" + i)));
            }
        }
        return rows;
    }

    static NewStep step(MultiValueMap<String, String> form) {
        return new NewStep(
                text(form, "stage"),
                text(form, "stepDate"),
                text(form, "stepTitle"),
                text(form, "stepNote"),
                text(form, "stepEnds"),
                text(form, "stepSource"),
                text(form, "stepSourceUri"),
                form.containsKey("personsChecked"));
    }

    /// What stands of a step, to begin its correction from.
    static Map<String, String> of(MeasureState.Step step) {
        var facts = step.finding().facts();
        var form = new TreeMap<String, String>();
        form.put("stage", step.stage().name());
        form.put("stepDate", facts.date().text());
        form.put("stepTitle", facts.title());
        form.put("stepNote", facts.note());
        form.put("stepSource", facts.source().title());
        form.put("stepSourceUri", facts.source().uri());
        if (step.finding() instanceof Finding.Measure measure) {
            form.put("stepEnds", Objects.toString(measure.effectiveTo(), ""));
        }
        return form;
    }

    static NewDocument document(MultiValueMap<String, String> form) {
        return new NewDocument(
                text(form, "documentRole"),
                text(form, "documentLanguage"),
                text(form, "documentTitle"),
                text(form, "documentUri"),
                text(form, "documentDated"),
                text(form, "documentHash"));
    }

    private static List<String> chosen(MultiValueMap<String, String> form, String name) {
        return form.getOrDefault(name, List.of()).stream().filter(v -> !v.isBlank()).toList();
    }

    private static String or(String text, String other) {
        return text.isBlank() ? other : text;
    }

    private static String text(MultiValueMap<String, String> form, String name) {
        var value = form.getFirst(name);
        return value == null ? "" : value;
    }
}
