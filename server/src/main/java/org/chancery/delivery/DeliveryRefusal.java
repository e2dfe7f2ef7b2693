// SPDX-License-Identifier: Apache-2.0
package org.chancery.delivery;

import org.chancery.kernel.RefusalCode;

public enum DeliveryRefusal implements RefusalCode {
    NOT_ADDRESSED("DLV-001", Kind.AUTHORITY),
    NOT_ARRIVED("DLV-002", Kind.STATE),
    ALREADY_ACKNOWLEDGED("DLV-003", Kind.STATE),
    NOT_ACKNOWLEDGED("DLV-004", Kind.STATE),
    ALREADY_HANDLED("DLV-005", Kind.STATE),
    NOT_OF_THIS_OFFICE("DLV-006", Kind.CONTENT),
    READER_MISSING("DLV-007", Kind.CONTENT),
    PROFILE_WITHOUT_CONDITION("DLV-008", Kind.CONTENT),
    PROFILE_FOR_NOBODY("DLV-009", Kind.CONTENT),
    ROSTER_POSITION("DLV-010", Kind.CONTENT),
    ROSTER_PERIOD("DLV-011", Kind.CONTENT);

    private final String code;
    private final Kind kind;

    DeliveryRefusal(String code, Kind kind) {
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
