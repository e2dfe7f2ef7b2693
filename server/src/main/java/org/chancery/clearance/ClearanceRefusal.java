// SPDX-License-Identifier: Apache-2.0
package org.chancery.clearance;

import org.chancery.kernel.RefusalCode;

/// Rules of clearance; section 5.4 of the domain specification has them by code.
public enum ClearanceRefusal implements RefusalCode {
    CLEARANCES_OUTSTANDING("CLR-001", Kind.STATE),
    NOT_IN_CLEARANCE("CLR-001", Kind.STATE),
    IN_CLEARANCE_ALREADY("CLR-001", Kind.STATE),
    NOT_YOUR_TURN("CLR-001", Kind.STATE),
    OFFICE_IN_CHAIN("CLR-001", Kind.STATE),
    POSITION_MALFORMED("CLR-001", Kind.CONTENT),
    CLEARERS_NOT_ASKED("CLR-002", Kind.STATE),
    CLEARER_MANDATORY("CLR-002", Kind.STATE),
    CLEARANCE_VOIDED("CLR-003", Kind.STATE),
    NOT_YOUR_CLEARANCE("CLR-004", Kind.AUTHORITY),
    DRAFTER_IS_APPROVER("CLR-004", Kind.AUTHORITY),
    OBJECTION_TEXT_MISSING("CLR-005", Kind.CONTENT),
    OVERRULE_REASON_MISSING("CLR-005", Kind.CONTENT),
    OBJECTION_STANDS("CLR-005", Kind.STATE),
    NO_OBJECTION_STANDS("CLR-005", Kind.STATE),
    SILENCE_NOT_ALLOWED("CLR-006", Kind.CONTENT),
    SILENCE_TOO_SHORT("CLR-006", Kind.CONTENT),
    NOT_GIVEN_BY_SILENCE("CLR-006", Kind.STATE),
    DISSENT_NOT_YOURS("CLR-007", Kind.AUTHORITY),
    NOBODY_CLEARED("CLR-008", Kind.CONTENT);

    private final String code;
    private final Kind kind;

    ClearanceRefusal(String code, Kind kind) {
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
