// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.access.ReadScope;
import org.chancery.cable.Content;
import org.chancery.cable.Paragraph;
import org.chancery.draft.Check;
import org.chancery.draft.Draft;
import org.chancery.draft.ReleaseCheck;
import org.chancery.kernel.PersonalData;
import org.springframework.stereotype.Component;

/// Keeps a reporting cable from going out while it or its findings hold what looks like data on a
/// private person, until it is aggregated or the head of mission has said why it must stand
/// (RPT-003).
@Component
class PersonalDataCheck implements ReleaseCheck {

    private final ReportRepository repository;

    PersonalDataCheck(ReportRepository repository) {
        this.repository = repository;
    }

    @Override
    public List<Check> check(Draft draft, ReadScope reader) {
        return repository
                .ofDraft(draft.id())
                .map(report -> checks(report, draft.content()))
                .orElse(List.of());
    }

    private static List<Check> checks(Report report, Content content) {
        var checks = new ArrayList<Check>();
        var said = new LinkedHashSet<>(report.standing());
        for (var row : content.paragraphs()) {
            for (var words : suspected(Stream.of(row.text()))) {
                if (said.add(words)) {
                    checks.add(Check.blocks("", FindingRefusal.PERSONAL_DATA, words).on(row.id()));
                }
            }
        }
        for (var words : suspected(report.content().texts())) {
            if (said.add(words)) {
                checks.add(Check.blocks("", FindingRefusal.PERSONAL_DATA, words));
            }
        }
        return checks;
    }

    /// What looks like data on a person in the report or its cable and has not been said to stand.
    static Set<String> open(Report report, Content content) {
        var words =
                suspected(
                        Stream.concat(
                                content.paragraphs().stream().map(Paragraph::text),
                                report.content().texts()));
        words.removeAll(report.standing());
        return words;
    }

    /// In reading order, each once.
    static Set<String> suspected(Stream<String> texts) {
        return texts.flatMap(text -> PersonalData.suspected(text).stream())
                .map(PersonalData.Suspicion::text)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
