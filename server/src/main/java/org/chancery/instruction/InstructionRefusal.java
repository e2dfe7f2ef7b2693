// SPDX-License-Identifier: Apache-2.0
package org.chancery.instruction;

import org.chancery.kernel.RefusalCode;

public enum InstructionRefusal implements RefusalCode {
    DUE_DATE_MISSING("TSK-002", Kind.CONTENT),
    DUE_DATE_MALFORMED("TSK-002", Kind.CONTENT),
    FORM_UNKNOWN("TSK-002", Kind.CONTENT),
    OBJECTIVE_MISSING("TSK-002", Kind.CONTENT),
    DUE_BEFORE_RELEASE("TSK-003", Kind.CONTENT),
    MAY_NOT_INSTRUCT("TSK-004", Kind.AUTHORITY),
    NOT_YOUR_TASK("TSK-005", Kind.AUTHORITY),
    REASON_MISSING("TSK-006", Kind.CONTENT),
    ANSWER_MISSING("TSK-007", Kind.STATE),
    TASK_ENDED("TSK-007", Kind.STATE),
    NIL_REASON_MISSING("TSK-008", Kind.CONTENT);

    private final String code;
    private final Kind kind;

    InstructionRefusal(String code, Kind kind) {
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
