// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A rule as it stood on a day: all its steps certainly taken by then.
///
/// @param steps of one family, oldest first, at least one
/// @param overdue its last known day is past and nobody has said what followed (MEA-009)
public record MeasureState(List<Step> steps, LocalDate asOf, boolean overdue) {

    public MeasureState {
        steps = List.copyOf(steps);
    }

    /// One step of the history; a court's decision is a step like a chamber's vote.
    public record Step(Finding finding, Stage stage) {}

    public Step last() {
        return steps.getLast();
    }

    public Stage stage() {
        return last().stage();
    }

    /// The latest step that is a measure: carries direction, area and group.
    public Finding.Measure measure() {
        return steps.reversed().stream()
                .map(Step::finding)
                .filter(Finding.Measure.class::isInstance)
                .map(Finding.Measure.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /// In force on the day, as far as anybody has said.
    public boolean inForce() {
        return stage().inForce();
    }

    /// Said or begun on the day, and not in force.
    public boolean announcedOnly() {
        return stage().beforeForce();
    }

    /// @param family all findings of one rule, in any order
    /// @return empty if no step was certainly taken by that day
    static Optional<MeasureState> of(List<Finding> family, LocalDate asOf) {
        var steps =
                family.stream()
                        .filter(finding -> finding.facts().date().certainlyBy(asOf))
                        .flatMap(finding -> step(finding).stream())
                        .sorted(BY_DATE_THEN_STAGE)
                        .toList();
        if (steps.stream().noneMatch(step -> step.finding() instanceof Finding.Measure)) {
            return Optional.empty();
        }
        var ends =
                steps.getLast().finding() instanceof Finding.Measure measure
                        ? measure.effectiveTo()
                        : null;
        return Optional.of(new MeasureState(steps, asOf, ends != null && ends.isBefore(asOf)));
    }

    /// Two steps of one day stand in the usual order of stages.
    private static final Comparator<Step> BY_DATE_THEN_STAGE =
            Comparator.comparing((Step step) -> step.finding().facts().date())
                    .thenComparing(Step::stage);

    private static Optional<Step> step(Finding finding) {
        return switch (finding) {
            case Finding.Measure measure -> Optional.of(new Step(measure, measure.stage()));
            case Finding.Event event when !event.stage().isEmpty() ->
                    Optional.of(new Step(event, Stage.valueOf(event.stage())));
            case Finding.Event _, Finding.Statement _, Finding.Statistic _ -> Optional.empty();
        };
    }
}
