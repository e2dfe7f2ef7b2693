// SPDX-License-Identifier: Apache-2.0
package org.chancery.search;

import org.chancery.kernel.RefusalCode;

public enum SearchRefusal implements RefusalCode {
    QUERY_MALFORMED("SRC-001", Kind.CONTENT);

    private final String code;
    private final Kind kind;

    SearchRefusal(String code, Kind kind) {
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
