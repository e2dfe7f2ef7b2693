// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.util.List;
import org.chancery.instruction.TaskId;

/// What a post answers to a requirement.
///
/// @param summary the bottom line
/// @param comment judgement, kept apart from fact (RPT-002), may be empty
/// @param nilReason why there is nothing to report; empty for a report
public record NewReport(
        TaskId task, String summary, String comment, String nilReason, List<NewFinding> findings) {

    public NewReport {
        findings = List.copyOf(findings);
    }

    public boolean nil() {
        return !nilReason.isBlank();
    }
}
