// SPDX-License-Identifier: Apache-2.0
package org.chancery.engagement;

import org.chancery.kernel.RefusalCode;

public enum EngagementRefusal implements RefusalCode {
    DELIVERED_IN_FUTURE("DEM-001", Kind.CONTENT),
    DELIVERED_BEFORE_INSTRUCTION("DEM-001", Kind.CONTENT),
    ASK_WITHOUT_RESPONSE("DEM-002", Kind.CONTENT),
    ASK_UNKNOWN("DEM-002", Kind.CONTENT),
    NOT_RAISED_WITHOUT_REASON("DEM-002", Kind.CONTENT),
    NOTHING_DELIVERED("DEM-002", Kind.CONTENT),
    ORAL_ONLY_IN_PAPER("DEM-003", Kind.CONTENT),
    MARKING_IN_PAPER("DEM-003", Kind.CONTENT),
    PAPER_NOT_READ("DEM-003", Kind.CONTENT),
    NOTHING_FOR_PAPER("DEM-003", Kind.CONTENT),
    POINT_NOT_IN_SCOPE("DEM-004", Kind.CONTENT),
    ADAPTED_WITHOUT_TEXT("DEM-005", Kind.CONTENT),
    OMITTED_WITHOUT_REASON("DEM-005", Kind.CONTENT),
    LEVEL_TOO_LOW("DEM-006", Kind.CONTENT),
    INTERLOCUTOR_MISSING("DEM-007", Kind.CONTENT),
    PERSON_NAMED("DEM-007", Kind.CONTENT),
    NAMES_NOT_YOURS("DEM-007", Kind.AUTHORITY),
    GOVERNMENT_NOT_YOURS("DEM-008", Kind.CONTENT),
    TAKE_BACK_OVER("DEM-009", Kind.STATE),
    OUTSIDE_TERMS("DEM-010", Kind.CONTENT),
    FOLLOW_UP_PAST("DEM-011", Kind.CONTENT),
    PLAN_ENDED("DEM-012", Kind.STATE),
    PLAN_OF_ANOTHER("DEM-012", Kind.CONTENT),
    PLANNED_IN_PAST("DEM-013", Kind.CONTENT),
    DEFER_DAY_WRONG("DEM-014", Kind.CONTENT),
    DEFER_REASON_MISSING("DEM-014", Kind.CONTENT),
    GIVE_UP_REASON_MISSING("DEM-015", Kind.CONTENT),
    NOTE_MOVE_WRONG("NTE-001", Kind.STATE),
    NOTE_SUBJECT_MISSING("NTE-002", Kind.CONTENT),
    NOTE_TEXT_MISSING("NTE-002", Kind.CONTENT),
    NOTE_NUMBER_MISSING("NTE-002", Kind.CONTENT),
    NOTE_DAY_WRONG("NTE-002", Kind.CONTENT),
    NOTE_ON_RECORD("NTE-002", Kind.CONTENT),
    NOTE_REASON_MISSING("NTE-003", Kind.CONTENT),
    NOTE_HOLDER_MISSING("NTE-003", Kind.CONTENT),
    NOTE_TO_NO_POST("NTE-003", Kind.CONTENT),
    NOTE_ANSWER_UNKNOWN("NTE-004", Kind.CONTENT),
    NOTE_NOT_YOURS("NTE-005", Kind.AUTHORITY);

    private final String code;
    private final Kind kind;

    EngagementRefusal(String code, Kind kind) {
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
