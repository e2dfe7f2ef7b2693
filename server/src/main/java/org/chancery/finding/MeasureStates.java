// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chancery.access.ReadScope;
import org.chancery.directory.GovernmentCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts the steps of measures together, and what coders have said since in their place: once a
/// coding was corrected, it and not the first report says direction, area and group.
@Component
class MeasureStates {

    private final StepRepository steps;
    private final MeasureRepository measures;

    MeasureStates(StepRepository steps, MeasureRepository measures) {
        this.steps = steps;
        this.measures = measures;
    }

    /// Every measure as it stood on that day, by jurisdiction.
    ///
    /// @param government null for all
    List<MeasureState> on(@Nullable GovernmentCode government, LocalDate asOf, ReadScope reader) {
        var families = families(steps.of(government, asOf, reader));
        var codings = codings(families.keySet(), reader);
        return families.entrySet().stream()
                .flatMap(
                        family ->
                                state(family.getValue(), codings.get(family.getKey()), asOf)
                                        .stream())
                .toList();
    }

    /// The same for measures already found, in their order.
    List<Known> of(List<StepRepository.Key> keys, LocalDate asOf, ReadScope reader) {
        var names = keys.stream().map(StepRepository.Key::family).toList();
        var families = families(steps.of(names, reader));
        var codings = codings(families.keySet(), reader);
        var found = new ArrayList<Known>();
        for (var key : keys) {
            var coded = codings.get(key.family());
            state(families.getOrDefault(key.family(), List.of()), coded, asOf)
                    .ifPresent(state -> found.add(new Known(state, coded)));
        }
        return found;
    }

    record Known(MeasureState state, @Nullable Measure coded) {}

    /// How these are coded now, by name; those not for this reader are missing.
    Map<String, Measure> codings(Collection<String> families, ReadScope reader) {
        return measures.in(new TreeSet<>(families), reader).stream()
                .collect(Collectors.toMap(m -> m.id().value(), Function.identity()));
    }

    private static Map<String, List<Finding>> families(List<Finding> steps) {
        var families = new LinkedHashMap<String, List<Finding>>();
        for (var step : steps) {
            families.computeIfAbsent(family(step), f -> new ArrayList<>()).add(step);
        }
        return families;
    }

    static String family(Finding finding) {
        return switch (finding) {
            case Finding.Measure measure -> measure.family();
            case Finding.Event event -> event.family();
            case Finding.Statement _, Finding.Statistic _ -> "";
        };
    }

    static java.util.Optional<MeasureState> state(
            List<Finding> family, @Nullable Measure coded, LocalDate asOf) {
        return MeasureState.of(family.stream().map(step -> coded(step, coded)).toList(), asOf);
    }

    private static Finding coded(Finding step, @Nullable Measure coded) {
        if (coded == null || !(step instanceof Finding.Measure measure)) {
            return step;
        }
        var direction = coded.derived();
        if (coded.version() == 1 && direction == null) {
            return step;
        }
        var coding = coded.coding();
        var corrected = coded.version() > 1;
        return new Finding.Measure(
                measure.facts(),
                measure.family(),
                measure.stage(),
                direction != null ? direction : coding.effect().direction(),
                corrected ? coding.classes().area() : measure.area(),
                corrected ? groups(coding) : measure.targetGroup(),
                corrected ? references(coding) : measure.legalReference(),
                ends(measure, coding),
                measure.ask());
    }

    /// What a step says of its end goes before what the coding says of the whole.
    private static @Nullable LocalDate ends(Finding.Measure step, Coding coding) {
        var to = coding.effect().to();
        return step.effectiveTo() != null || to == null || step.stage() != Stage.IN_FORCE
                ? step.effectiveTo()
                : to.last();
    }

    static String groups(Coding coding) {
        return coding.classes().groupNote().isEmpty()
                ? String.join(", ", coding.classes().targetGroups())
                : coding.classes().groupNote();
    }

    static String references(Coding coding) {
        return coding.references().stream()
                .map(LegalReference::value)
                .collect(Collectors.joining("; "));
    }
}
