// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.tasking;

import java.time.Instant;
import java.util.Set;
import org.chancery.task.TaskQuestion;
import org.chancery.task.TaskState;

/// Lists of tasks headquarters works through; the names stand in addresses.
public enum TaskFilter {
    overdue,
    open,
    declined,
    answered,
    done;

    TaskQuestion question(Instant now) {
        return switch (this) {
            case overdue -> TaskQuestion.ALL.states(TaskState.AT_POST).before(now);
            case open -> TaskQuestion.ALL.states(TaskState.AT_POST);
            case declined -> TaskQuestion.ALL.states(Set.of("DECLINED"));
            case answered -> TaskQuestion.ALL.states(Set.of("ANSWERED"));
            case done -> TaskQuestion.ALL.states(Set.of("CLOSED", "WAIVED", "TRANSFERRED"));
        };
    }
}
