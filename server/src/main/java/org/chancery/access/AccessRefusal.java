// SPDX-License-Identifier: Apache-2.0
package org.chancery.access;

import org.chancery.kernel.RefusalCode;

public enum AccessRefusal implements RefusalCode {
    SIGN_IN_FAILED("ACC-010", Kind.AUTHORITY),
    PASSWORD_TOO_SHORT("ACC-011", Kind.CONTENT),
    PERSON_UNKNOWN("ACC-012", Kind.CONTENT),
    LANGUAGE_UNKNOWN("ACC-013", Kind.CONTENT),
    TOKEN_INVALID("ACC-014", Kind.AUTHORITY);

    private final String code;
    private final Kind kind;

    AccessRefusal(String code, Kind kind) {
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
