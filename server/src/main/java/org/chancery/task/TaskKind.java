// SPDX-License-Identifier: Apache-2.0
package org.chancery.task;

import org.chancery.instruction.ReportingRequirement;

/// What a task wants of a post.
public enum TaskKind {
    /// Do something: deliver the points.
    EXECUTE,
    REPORT,
    COMMENT,
    APPROVE,
    INFORMATION;

    static TaskKind of(ReportingRequirement.Form form) {
        return switch (form) {
            case DEMARCHE_REPORT -> EXECUTE;
            case FINDINGS, STATISTICS, MEDIA_REACTION -> REPORT;
            case ASSESSMENT -> COMMENT;
        };
    }
}
