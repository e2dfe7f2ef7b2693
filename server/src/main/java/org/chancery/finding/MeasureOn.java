// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.time.temporal.ChronoUnit;
import org.chancery.directory.GovernmentCode;
import org.jspecify.annotations.Nullable;

/// A measure as it stood on a day, for a list.
///
/// @param coded how it is coded now; null where the coding is not for this reader
/// @param stalled before adoption, and without a step for longer than its vocabulary allows
public record MeasureOn(MeasureState state, @Nullable Measure coded, boolean stalled) {

    public MeasureId id() {
        return new MeasureId(state.measure().family());
    }

    public GovernmentCode government() {
        return state.measure().facts().government();
    }

    public Direction direction() {
        return coded != null && coded.derived() != null
                ? coded.direction()
                : state.measure().direction();
    }

    public String area() {
        return state.measure().area();
    }

    /// One line, in the language if the coding has it, else of the last step that is a measure.
    public String title(String language) {
        var step = state.last().finding().facts().title();
        return coded == null || coded.version() == 1
                ? step
                : coded.coding().headline().title().getOrDefault(language, step);
    }

    static boolean stalled(MeasureState state, int days) {
        var stage = state.stage();
        return stage.beforeForce()
                && stage.compareTo(Stage.ADOPTED) != 0
                && stage != Stage.PROMULGATED
                && ChronoUnit.DAYS.between(
                                state.last().finding().facts().date().last(), state.asOf())
                        > days;
    }
}
