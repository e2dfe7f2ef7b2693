// SPDX-License-Identifier: Apache-2.0
package org.chancery.engagement;

import org.chancery.kernel.RefusalCode;

public enum EngagementRefusal implements RefusalCode {
    DELIVERED_IN_FUTURE("DEM-001", Kind.CONTENT),
    DELIVERED_BEFORE_INSTRUCTION("DEM-001", Kind.CONTENT),
    ASK_WITHOUT_RESPONSE("DEM-002", Kind.CONTENT),
    NOT_RAISED_WITHOUT_REASON("DEM-002", Kind.CONTENT),
    NOTHING_DELIVERED("DEM-002", Kind.CONTENT),
    ORAL_ONLY_IN_PAPER("DEM-003", Kind.CONTENT),
    POINT_NOT_IN_SCOPE("DEM-004", Kind.CONTENT),
    ADAPTED_WITHOUT_TEXT("DEM-005", Kind.CONTENT),
    OMITTED_WITHOUT_REASON("DEM-005", Kind.CONTENT),
    INTERLOCUTOR_MISSING("DEM-007", Kind.CONTENT),
    GOVERNMENT_NOT_YOURS("DEM-008", Kind.CONTENT),
    TAKE_BACK_OVER("DEM-009", Kind.STATE);

    private final String code;
    private final Kind kind;

    EngagementRefusal(String code, Kind kind) {
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
