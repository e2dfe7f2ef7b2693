// SPDX-License-Identifier: Apache-2.0
package org.chancery.brief;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.chancery.access.ReadScope;
import org.chancery.directory.Names;
import org.chancery.finding.LegalReference;
import org.chancery.finding.Measure;
import org.chancery.finding.MeasureId;
import org.chancery.finding.Measures;
import org.chancery.kernel.Texts;
import org.springframework.stereotype.Component;

/// Tells briefs where two legal references of a measure differ (MEA-006).
@Component
class LegalConflicts implements OpenQuestions {

    private final Measures measures;

    LegalConflicts(Measures measures) {
        this.measures = measures;
    }

    @Override
    public List<OpenQuestion> about(Subject subject, ReadScope reader) {
        return subject.families().stream()
                .sorted()
                .flatMap(family -> about(family, reader))
                .toList();
    }

    private Stream<OpenQuestion> about(String family, ReadScope reader) {
        var conflicts = measures.conflicts(family, reader);
        if (conflicts.isEmpty()) {
            return Stream.of();
        }
        var measure = measures.measure(new MeasureId(family), reader);
        return conflicts.stream().map(conflict -> question(family, conflict, measure));
    }

    private static OpenQuestion question(
            String family, LegalReference.Conflict conflict, Measure measure) {
        var notice = conflict.notice();
        return new OpenQuestion(
                family,
                Names.of(
                        Texts.in(Locale.ENGLISH).detail(notice),
                        Texts.in(Locale.GERMAN).detail(notice)),
                measure.coding().headline().titles().in(Locale.ENGLISH),
                "",
                measure.label());
    }
}
