// SPDX-License-Identifier: Apache-2.0
package org.chancery.clearance;

import org.chancery.kernel.RefusalCode;

public enum ClearanceRefusal implements RefusalCode {
    CLEARANCES_OUTSTANDING("CLR-001", Kind.STATE),
    NOT_IN_CLEARANCE("CLR-001", Kind.STATE),
    NOT_YOUR_CLEARANCE("CLR-004", Kind.AUTHORITY),
    DRAFTER_IS_APPROVER("CLR-004", Kind.AUTHORITY),
    OBJECTION_TEXT_MISSING("CLR-005", Kind.CONTENT);

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
