// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Problems;
import org.chancery.kernel.ReducedDate;

/// Whether the steps of a measure can have happened in this order (MEA-003). Only what is certain is
/// refused: a step known by its month does not precede one of the same month.
final class StageOrder {

    private final Set<String> exceptions;
    private final Problems problems = new Problems();

    private StageOrder(Set<String> exceptions) {
        this.exceptions = exceptions;
    }

    record At(Stage stage, ReducedDate date) {

        /// Earlier first; where the dates do not tell, the usual order does.
        static final Comparator<At> BY_DATE_THEN_STAGE =
                (left, right) -> {
                    if (left.date.last().isBefore(right.date.first())) {
                        return -1;
                    }
                    if (right.date.last().isBefore(left.date.first())) {
                        return 1;
                    }
                    return left.stage.compareTo(right.stage);
                };
    }

    /// @param steps in any order
    /// @param exceptions pairs `EARLIER LATER` the procedure of the jurisdiction allows
    /// @return every pair that cannot be, at the field `stage`
    static List<Problem> problems(List<At> steps, Set<String> exceptions) {
        var order = new StageOrder(exceptions);
        var sorted = new java.util.ArrayList<At>();
        for (var step : steps) {
            int place = 0;
            for (int i = 0; i < sorted.size(); i++) {
                if (At.BY_DATE_THEN_STAGE.compare(sorted.get(i), step) <= 0) {
                    place = i + 1;
                }
            }
            sorted.add(place, step);
        }
        for (int i = 1; i < sorted.size(); i++) {
            order.pair(sorted.subList(0, i), sorted.get(i));
        }
        return order.problems.all();
    }

    private void pair(List<At> before, At step) {
        var last = before.getLast();
        var stage = step.stage();
        if (exceptions.contains(last.stage() + " " + stage)) {
            return;
        }
        if (last.stage().end()) {
            require(
                    !last.date().last().isBefore(step.date().first()),
                    MeasureRefusal.STAGE_AFTER_THE_END,
                    last,
                    step);
            return;
        }
        if (stage.exitBeforeForce()) {
            require(
                    last.stage().beforeForce() || last.stage().backward(),
                    MeasureRefusal.EXIT_BEFORE_FORCE,
                    last,
                    step);
            return;
        }
        if (stage.exitAfterForce() || stage == Stage.EXTENDED) {
            require(
                    before.stream()
                            .anyMatch(earlier -> earlier.stage().inForce() || adopted(earlier)),
                    MeasureRefusal.EXIT_AFTER_FORCE,
                    last,
                    step);
            return;
        }
        if (stage.backward() || last.stage().backward()) {
            return;
        }
        require(
                last.stage().compareTo(stage) <= 0
                        || !last.date().last().isBefore(step.date().first()),
                MeasureRefusal.STAGES_OUT_OF_ORDER,
                last,
                step);
    }

    /// What is law without our having its first day: repealed or extended before anybody noted it.
    private static boolean adopted(At step) {
        return step.stage() == Stage.ADOPTED
                || step.stage() == Stage.PROMULGATED
                || step.stage() == Stage.SUSPENDED_BY_COURT;
    }

    private void require(boolean condition, MeasureRefusal code, At last, At step) {
        problems.require(
                condition,
                "stage",
                code,
                last.stage().name(),
                last.date().text(),
                step.stage().name(),
                step.date().text());
    }
}
