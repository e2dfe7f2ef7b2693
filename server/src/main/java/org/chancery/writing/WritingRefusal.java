// SPDX-License-Identifier: Apache-2.0
package org.chancery.writing;

import org.chancery.kernel.RefusalCode;

/// Rules of writing together: nobody's text is overwritten without a word, and none is lost.
public enum WritingRefusal implements RefusalCode {
    /// Somebody else writes in this row.
    ROW_HELD("DRF-001", Kind.STATE),
    /// The same person has unsaved text in another window.
    OPEN_ELSEWHERE("DRF-002", Kind.STATE),
    TEMPLATE_NAME_MISSING("DRF-003", Kind.CONTENT),
    TEMPLATE_NAME_TAKEN("DRF-004", Kind.STATE);

    private final String code;
    private final Kind kind;

    WritingRefusal(String code, Kind kind) {
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
