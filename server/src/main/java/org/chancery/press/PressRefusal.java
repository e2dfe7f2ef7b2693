// SPDX-License-Identifier: Apache-2.0
package org.chancery.press;

import org.chancery.kernel.RefusalCode;

public enum PressRefusal implements RefusalCode {
    ARTICLE_TEXT_MISSING("PRS-008", Kind.CONTENT),
    ARTICLE_TEXT_TOO_LONG("PRS-008", Kind.CONTENT);

    private final String code;
    private final Kind kind;

    PressRefusal(String code, Kind kind) {
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
