// SPDX-License-Identifier: Apache-2.0
package org.chancery.position;

import org.chancery.kernel.RefusalCode;

public enum PositionRefusal implements RefusalCode {
    BASIS_MISSING("RPT-004", Kind.CONTENT),
    FIRM_STEP_WEAK_BASIS("POS-001", Kind.CONTENT),
    AS_OF_MISSING("POS-001", Kind.CONTENT),
    NOT_RAISED_AFTER_DELIVERY("POS-002", Kind.STATE),
    /// The same where the reader may not read the delivery: it is not described.
    NOT_RAISED_AGAINST_RECORD("POS-002", Kind.STATE),
    NO_RESPONSE_WITHOUT_DELIVERY("POS-003", Kind.STATE),
    ENTRY_DECIDED("POS-004", Kind.STATE),
    ENTRY_FIXED("POS-004", Kind.STATE),
    ENTRY_WITHDRAWN("POS-004", Kind.STATE),
    CONFIDENCE_ABOVE_ORIGINS("POS-005", Kind.CONTENT),
    ORIGINS_MISSING("POS-005", Kind.CONTENT),
    CHANGE_INCOMPLETE("POS-006", Kind.CONTENT),
    CHANGE_IN_FUTURE("POS-006", Kind.CONTENT),
    SIGNATURE_NOT_AN_ANSWER("POS-007", Kind.CONTENT),
    NOT_A_SIGNATORY("POS-007", Kind.CONTENT),
    TEXT_INCOMPLETE("POS-007", Kind.CONTENT),
    REASON_FOR_OTHER_STEP("POS-008", Kind.CONTENT),
    SOURCE_NOT_ON_FILE("POS-009", Kind.CONTENT),
    REASON_NOT_APPLICABLE("POS-010", Kind.CONTENT),
    CONFIDENCE_WITHOUT_REASON("POS-011", Kind.CONTENT),
    WITHDRAWAL_WITHOUT_REASON("POS-012", Kind.CONTENT),
    BASIS_CLASS_TOO_STRONG("POS-013", Kind.CONTENT),
    BASIS_OF_ANOTHER_GOVERNMENT("POS-014", Kind.CONTENT),
    BASIS_OF_OTHER_LANE("POS-015", Kind.CONTENT),
    AS_OF_IN_FUTURE("POS-016", Kind.CONTENT),
    NOT_ACCREDITED("POS-017", Kind.AUTHORITY),
    NO_SUCH_ASK("POS-018", Kind.CONTENT),
    STALENESS_OUT_OF_RANGE("POS-019", Kind.CONTENT);

    private final String code;
    private final Kind kind;

    PositionRefusal(String code, Kind kind) {
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
