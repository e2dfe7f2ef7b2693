// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

/// A step of a measure as it is entered: texts as typed.
///
/// @param stage one of [Stage]
/// @param date day, month or year
/// @param title what happened, one line; empty for the title of the measure
/// @param note a limit, may be empty
/// @param effectiveTo last day it is known to apply after this step, ISO; empty if it does not end
public record NewStep(
        String stage,
        String date,
        String title,
        String note,
        String effectiveTo,
        String sourceTitle,
        String sourceUri,
        boolean personsChecked) {

    public static NewStep blank() {
        return new NewStep("", "", "", "", "", "", "", false);
    }
}
