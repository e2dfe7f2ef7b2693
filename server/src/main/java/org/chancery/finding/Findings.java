// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.chancery.access.ReadScope;
import org.chancery.access.Unscoped;
import org.chancery.directory.GovernmentCode;
import org.chancery.kernel.Page;
import org.chancery.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Door to measures, statements, statistics and events of governments.
@Component
public class Findings {

    private final FindingRepository repository;
    private final MeasureStates states;

    Findings(FindingRepository repository, MeasureStates states) {
        this.repository = repository;
        this.states = states;
    }

    /// @throws Refusal `ABSENT` if there is none for this reader
    public Finding get(FindingId id, ReadScope reader) {
        return repository.find(id, reader).orElseThrow(() -> Refusal.absent(id.toString()));
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
