// SPDX-License-Identifier: Apache-2.0
package org.chancery.cable;

import org.chancery.kernel.RefusalCode;

public enum CableRefusal implements RefusalCode {
    MRN_MALFORMED("MSG-000", Kind.CONTENT),
    CABLE_IMMUTABLE("MSG-001", Kind.STATE),
    SUBJECT_MISSING("MSG-002", Kind.CONTENT),
    TOPIC_MISSING("MSG-003", Kind.CONTENT),
    TOPIC_NOT_IN_FORCE("MSG-003", Kind.CONTENT),
    ACTION_MISSING("MSG-004", Kind.CONTENT),
    ACTION_AND_INFO("MSG-005", Kind.CONTENT),
    INFO_PRECEDENCE_HIGHER("MSG-006", Kind.CONTENT),
    EXCLUDED_NOT_MEMBER("MSG-009", Kind.CONTENT),
    TEXT_MISSING("MSG-011", Kind.CONTENT),
    PORTION_MARK_MISSING("MSG-012", Kind.CONTENT),
    REFERENCE_UNRESOLVED("MSG-022", Kind.CONTENT),
    EXERCISE_MISSING("MSG-027", Kind.CONTENT),
    CLEARANCES_OUTSTANDING("CLR-001", Kind.STATE),
    NOT_IN_CLEARANCE("CLR-001", Kind.STATE),
    CLEARANCE_VOIDED("CLR-003", Kind.STATE),
    NOT_YOUR_CLEARANCE("CLR-004", Kind.AUTHORITY),
    DRAFTER_IS_APPROVER("CLR-004", Kind.AUTHORITY),
    OBJECTION_TEXT_MISSING("CLR-005", Kind.CONTENT);

    private final String code;
    private final Kind kind;

    CableRefusal(String code, Kind kind) {
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
