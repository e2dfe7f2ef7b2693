// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import org.chancery.kernel.RefusalCode;

/// Rules of measures (MEA). Those that only warn are of this list too, so that they are said with
/// code and mend like the others.
public enum MeasureRefusal implements RefusalCode {
    JURISDICTION_CODE_TAKEN("MEA-001", Kind.STATE),
    JURISDICTION_NAME_MISSING("MEA-001", Kind.CONTENT),
    PRESS_ALONE_TOO_SURE("MEA-002", Kind.CONTENT),
    STAGES_OUT_OF_ORDER("MEA-003", Kind.CONTENT),
    STAGE_AFTER_THE_END("MEA-003", Kind.CONTENT),
    EXIT_BEFORE_FORCE("MEA-003", Kind.CONTENT),
    EXIT_AFTER_FORCE("MEA-003", Kind.CONTENT),
    PROVISION_MIXED("MEA-004", Kind.CONTENT),
    PROVISIONS_DIFFER("MEA-004", Kind.CONTENT),
    FAMILY_OF_FAMILY("MEA-004", Kind.CONTENT),
    REFERENCES_DIFFER("MEA-006", Kind.STATE),
    CORRECTION_WITHOUT_REASON("MEA-007", Kind.CONTENT),
    PERSON_IN_MEASURE("MEA-008", Kind.CONTENT),
    END_PASSED("MEA-009", Kind.STATE),
    MAGNITUDE_UNJUSTIFIED("MEA-010", Kind.CONTENT),
    VOCABULARY_UNREADABLE("MEA-011", Kind.CONTENT),
    VOCABULARY_WRONG("MEA-011", Kind.CONTENT),
    VOCABULARY_CHANGED("MEA-011", Kind.STATE),
    TERM_UNKNOWN("MEA-012", Kind.CONTENT),
    STALLED("MEA-013", Kind.STATE),
    SECOND_CODER_IS_THE_FIRST("MEA-014", Kind.CONTENT),
    SECOND_CODED_ALREADY("MEA-014", Kind.STATE),
    NOTHING_TO_RECONCILE("MEA-014", Kind.STATE),
    COLUMN_NOT_MAPPED("MEA-015", Kind.CONTENT),
    COLUMN_MAPPED_TWICE("MEA-015", Kind.CONTENT),
    LAW_FILE_NAME("MEA-016", Kind.CONTENT),
    LAW_WITHOUT_SECTIONS("MEA-016", Kind.CONTENT),
    HASH_MALFORMED("MEA-017", Kind.CONTENT);

    private final String code;
    private final Kind kind;

    MeasureRefusal(String code, Kind kind) {
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
