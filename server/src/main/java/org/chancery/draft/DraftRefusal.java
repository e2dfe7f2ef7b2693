// SPDX-License-Identifier: Apache-2.0
package org.chancery.draft;

import org.chancery.kernel.RefusalCode;

/// Rules of a cable before it goes; section 5.4 of the domain specification has them by code.
public enum DraftRefusal implements RefusalCode {
    DRAFT_DISCARDED("MSG-001", Kind.STATE),
    NOT_YOUR_DRAFT("MSG-001", Kind.AUTHORITY),
    SUBJECT_MISSING("MSG-002", Kind.CONTENT),
    TOPIC_MISSING("MSG-003", Kind.CONTENT),
    TOPIC_NOT_IN_FORCE("MSG-003", Kind.CONTENT),
    ACTION_MISSING("MSG-004", Kind.CONTENT),
    ACTION_AND_INFO("MSG-005", Kind.CONTENT),
    INFO_PRECEDENCE_HIGHER("MSG-006", Kind.CONTENT),
    EXCLUDED_NOT_MEMBER("MSG-009", Kind.CONTENT),
    TEXT_MISSING("MSG-011", Kind.CONTENT),
    PORTION_MARK_MISSING("MSG-012", Kind.CONTENT);

    private final String code;
    private final Kind kind;

    DraftRefusal(String code, Kind kind) {
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
