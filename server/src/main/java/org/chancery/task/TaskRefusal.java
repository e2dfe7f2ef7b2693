// SPDX-License-Identifier: Apache-2.0
package org.chancery.task;

import org.chancery.kernel.RefusalCode;

/// What may not be done to a task. TSK-020 and later are rules of our own.
public enum TaskRefusal implements RefusalCode {
    NOT_YOUR_TASK("TSK-005", Kind.AUTHORITY),
    REASON_MISSING("TSK-006", Kind.CONTENT),
    NOT_THE_ISSUER("TSK-006", Kind.AUTHORITY),
    NOT_ASKED_TO_TAKE_OVER("TSK-006", Kind.AUTHORITY),
    REQUEST_PENDING("TSK-006", Kind.STATE),
    REQUEST_DECIDED("TSK-006", Kind.STATE),
    ANSWER_MISSING("TSK-007", Kind.STATE),
    TASK_ENDED("TSK-007", Kind.STATE),
    NIL_REASON_MISSING("TSK-008", Kind.CONTENT),
    COVERED_POSTS_MISSING("TSK-009", Kind.CONTENT),
    NOT_A_CONSTITUENT("TSK-009", Kind.CONTENT),
    OWES_NOTHING_HERE("TSK-009", Kind.CONTENT),
    TASK_WITHDRAWN("MSG-026", Kind.STATE),
    TASK_MOVED_ON("TSK-020", Kind.STATE),
    NOT_A_COLLEAGUE("TSK-021", Kind.CONTENT),
    NOTHING_TO_HAND_OVER("TSK-021", Kind.STATE),
    DAY_NOT_LATER("TSK-022", Kind.CONTENT),
    POST_UNFIT("TSK-023", Kind.CONTENT),
    POST_WITHOUT_INSTRUCTION("TSK-023", Kind.CONTENT),
    OWES_IT_ALREADY("TSK-023", Kind.CONTENT),
    NOBODY_LATE("TSK-024", Kind.STATE),
    NOTICE_EMPTY("TSK-024", Kind.CONTENT);

    private final String code;
    private final Kind kind;

    TaskRefusal(String code, Kind kind) {
        this.code = code;
        this.kind = kind;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
