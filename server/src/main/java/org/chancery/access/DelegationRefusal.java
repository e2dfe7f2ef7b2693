// SPDX-License-Identifier: Apache-2.0
package org.chancery.access;

import org.chancery.kernel.RefusalCode;

/// What keeps one person from acting in the place of another.
public enum DelegationRefusal implements RefusalCode {
    NOT_ACTING_FOR("CLR-004", Kind.AUTHORITY),
    DELEGATION_ENDED("CLR-009", Kind.AUTHORITY),
    DELEGATION_NOT_BEGUN("CLR-009", Kind.AUTHORITY),
    DELEGATION_NOT_YOURS("CLR-009", Kind.AUTHORITY),
    DELEGATION_TO_YOURSELF("CLR-009", Kind.CONTENT),
    DELEGATION_ABOVE_YOU("CLR-009", Kind.CONTENT),
    DELEGATION_PERIOD("CLR-009", Kind.CONTENT),
    PERMISSION_NOT_DELEGABLE("CLR-009", Kind.CONTENT);

    private final String code;
    private final Kind kind;

    DelegationRefusal(String code, Kind kind) {
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
