// SPDX-License-Identifier: Apache-2.0
package org.chancery.instruction;

import org.chancery.kernel.RefusalCode;

public enum InstructionRefusal implements RefusalCode {
    DUE_DATE_MISSING("TSK-002", Kind.CONTENT),
    DUE_DATE_MALFORMED("TSK-002", Kind.CONTENT),
    FORM_UNKNOWN("TSK-002", Kind.CONTENT),
    OBJECTIVE_MISSING("TSK-002", Kind.CONTENT),
    NOTHING_ASKED("TSK-002", Kind.CONTENT),
    CONTACT_MISSING("TSK-002", Kind.CONTENT),
    CONTACT_FUNCTION_MISSING("TSK-002", Kind.CONTENT),
    CONTACT_OFFICE_UNKNOWN("TSK-002", Kind.CONTENT),
    ROW_TWICE("TSK-002", Kind.CONTENT),
    DUE_AND_ROUNDS("TSK-002", Kind.CONTENT),
    ROUNDS_NOT_IN_ORDER("TSK-002", Kind.CONTENT),
    UNTIL_WITHOUT_RECURRENCE("TSK-002", Kind.CONTENT),
    UNTIL_BEFORE_DUE("TSK-002", Kind.CONTENT),
    DELIVERY_REVERSED("TSK-002", Kind.CONTENT),
    MAY_NOT_INSTRUCT("TSK-004", Kind.AUTHORITY),
    MAY_NOT_SUPPLEMENT("TSK-010", Kind.AUTHORITY),
    CHANGE_WITHOUT_SUPPLEMENT("TSK-010", Kind.CONTENT),
    CHANGED_REQUIREMENT_UNKNOWN("TSK-010", Kind.CONTENT),
    CHANGED_TWICE("TSK-010", Kind.CONTENT),
    ROUNDS_DIFFER("TSK-010", Kind.CONTENT),
    SCOPE_UNKNOWN("TSK-011", Kind.CONTENT),
    ORAL_AND_LEFT("TSK-012", Kind.CONTENT),
    QUESTION_EMPTY("TSK-013", Kind.CONTENT),
    ANSWER_EMPTY("TSK-013", Kind.CONTENT),
    NOT_INSTRUCTED("TSK-013", Kind.AUTHORITY),
    NOT_THE_INSTRUCTING_OFFICE("TSK-013", Kind.AUTHORITY),
    WORDING_EMPTY("TSK-014", Kind.CONTENT);

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
