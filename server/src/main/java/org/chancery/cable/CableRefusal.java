// SPDX-License-Identifier: Apache-2.0
package org.chancery.cable;

import org.chancery.kernel.RefusalCode;

public enum CableRefusal implements RefusalCode {
    MRN_MALFORMED("MSG-000", Kind.CONTENT),
    CABLE_IMMUTABLE("MSG-001", Kind.STATE);

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
