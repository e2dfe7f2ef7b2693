// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chancery.access.Actor;
import org.chancery.access.ReadScope;
import org.chancery.access.Unscoped;
import org.chancery.audit.AuditTrail;
import org.chancery.directory.GovernmentCode;
import org.chancery.kernel.Page;
import org.chancery.kernel.ReducedDate;
import org.chancery.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Door to measures, statements, statistics and events of governments.
@Component
public class Findings {

    private static final int SHORTEST_WORD = 5;
    private static final int MOST_NEAR = 5;

    private final FindingRepository repository;
    private final MeasureStates states;
    private final AuditTrail audit;

    Findings(FindingRepository repository, MeasureStates states, AuditTrail audit) {
        this.repository = repository;
        this.states = states;
        this.audit = audit;
    }

    /// @throws Refusal `ABSENT` if there is none for this reader
    public Finding get(FindingId id, ReadScope reader) {
        return repository.find(id, reader).orElseThrow(() -> Refusal.absent(id.toString()));
    }

    /// The protected source of a finding. Whoever reads it stands in the audit.
    ///
    /// @throws Refusal `ABSENT` if the source is not protected, or not for the actor's office
    @Transactional
    public Source source(FindingId id, Actor actor) {
        var source =
                repository
                        .source(id, actor.office(), actor.scope())
                        .orElseThrow(() -> Refusal.absent(id + "/source"));
        audit.append(
                actor.signIn(),
                actor.office().value(),
                "finding.source-read",
                "finding",
                id.toString());
        return source;
    }

    /// What is on file already and may be the same: one government and kind, about the same date, a
    /// word of the title in common or the same day. At most five.
    public List<Finding> near(
            GovernmentCode government,
            FindingKind kind,
            ReducedDate date,
            String title,
            ReadScope reader) {
        var words = words(title);
        return repository.near(government, kind.name(), date, reader).stream()
                .filter(
                        found ->
                                found.facts().date().text().equals(date.text())
                                        || words(found.facts().title()).stream()
                                                .anyMatch(words::contains))
                .limit(MOST_NEAR)
                .toList();
    }

    private static Set<String> words(String title) {
        return Pattern.compile("[^\\p{L}\\d]+")
                .splitAsStream(title.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() >= SHORTEST_WORD)
                .collect(Collectors.toSet());
    }

    /// Newest first.
    ///
    /// @param government null for all
    /// @param kind `MEASURE`, `STATEMENT`, `STATISTIC`, `EVENT`, null for all
    public Page<Finding> page(
            @Nullable GovernmentCode government,
            @Nullable String kind,
            @Nullable String after,
            int limit,
            ReadScope reader) {
        var rows = repository.page(government, kind, after, Page.limit(limit) + 1, reader);
        return Page.cut(rows, limit, FindingRepository::key);
    }

    /// Everything of one government up to a day, newest first.
    public List<Finding> of(GovernmentCode government, LocalDate asOf, ReadScope reader) {
        return repository.of(government, asOf, reader);
    }

    /// Every rule as it stood on that day, by jurisdiction.
    ///
    /// @param government null for all
    public List<MeasureState> measuresOn(
            @Nullable GovernmentCode government, LocalDate asOf, ReadScope reader) {
        return states.on(government, asOf, reader);
    }

    /// Rules in force on that day.
    public List<MeasureState> inForceOn(
            @Nullable GovernmentCode government, LocalDate asOf, ReadScope reader) {
        return measuresOn(government, asOf, reader).stream().filter(MeasureState::inForce).toList();
    }

    /// For modules that follow a release in its own transaction.
    @Unscoped("part of the release itself, shown to nobody")
    public Finding recorded(FindingRecorded event) {
        return repository.recorded(event.id());
    }

    /// The public fact a row of the worked example speaks of.
    @Unscoped("resolves a key while loading; nothing is shown")
    public Optional<Finding> byKey(GovernmentCode government, String date, String title) {
        return repository.byKey(MeasureIntake.key(government.value(), date, title));
    }
}
