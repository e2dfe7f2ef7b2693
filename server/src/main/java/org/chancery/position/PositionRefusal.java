// SPDX-License-Identifier: Apache-2.0
package org.chancery.position;

import org.chancery.kernel.RefusalCode;

public enum PositionRefusal implements RefusalCode {
    BASIS_MISSING("RPT-004", Kind.CONTENT),
    FIRM_STEP_WEAK_BASIS("POS-001", Kind.CONTENT),
    NOT_RAISED_AFTER_DELIVERY("POS-002", Kind.STATE),
    ENTRY_DECIDED("POS-004", Kind.STATE),
    REASON_FOR_OTHER_STEP("POS-008", Kind.CONTENT),
    SOURCE_NOT_ON_FILE("POS-009", Kind.CONTENT);

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
