// SPDX-License-Identifier: Apache-2.0
package org.chancery.brief;

import org.chancery.kernel.RefusalCode;

public enum BriefRefusal implements RefusalCode {
    LEVEL_ABOVE_MAKER("BRF-001", Kind.CONTENT),
    INSTRUCTION_ABOVE_LEVEL("BRF-002", Kind.CONTENT),
    NO_PART("BRF-003", Kind.CONTENT),
    NO_FORMAT("BRF-004", Kind.CONTENT),
    DAY_AHEAD("BRF-005", Kind.CONTENT),
    COMPARISON_UNKNOWN("BRF-006", Kind.CONTENT);

    private final String code;
    private final Kind kind;

    BriefRefusal(String code, Kind kind) {
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
