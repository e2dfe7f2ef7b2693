// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import org.chancery.kernel.RefusalCode;

public enum FindingRefusal implements RefusalCode {
    SOURCE_MISSING("MEA-002", Kind.CONTENT),
    SOURCE_ADDRESS_MALFORMED("MEA-002", Kind.CONTENT),
    PRESS_CAPS_CONFIDENCE("MEA-002", Kind.CONTENT),
    DIRECTIONS_NOT_ADDED("MEA-005", Kind.CONTENT),
    TITLE_MISSING("RPT-001", Kind.CONTENT),
    DATE_MISSING("RPT-001", Kind.CONTENT),
    DENOMINATOR_MISSING("RPT-001", Kind.CONTENT),
    SUMMARY_MISSING("RPT-001", Kind.CONTENT),
    FINDING_MISSING("RPT-001", Kind.CONTENT),
    STATISTIC_MISSING("RPT-001", Kind.CONTENT),
    ASSESSMENT_MISSING("RPT-001", Kind.CONTENT),
    TERM_MISSING("RPT-001", Kind.CONTENT),
    PART_MISSING("RPT-001", Kind.CONTENT),
    CONFIDENCE_REASON_MISSING("RPT-001", Kind.CONTENT),
    JUDGEMENT_IN_FACT("RPT-002", Kind.CONTENT),
    COUNT_TOO_SMALL("RPT-003", Kind.CONTENT),
    PERSONAL_DATA("RPT-003", Kind.CONTENT),
    STANDING_REASON_MISSING("RPT-003", Kind.CONTENT),
    DEMARCHE_MISSING("RPT-007", Kind.CONTENT),
    REPORT_ENDED("RPT-008", Kind.STATE),
    REPORT_WAITS("RPT-008", Kind.STATE),
    CABLE_CHANGED_BY_HAND("RPT-009", Kind.STATE),
    COUNTS_DO_NOT_ADD_UP("RPT-010", Kind.CONTENT),
    COVERED_POST_UNKNOWN("TSK-009", Kind.CONTENT);

    private final String code;
    private final Kind kind;

    FindingRefusal(String code, Kind kind) {
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
