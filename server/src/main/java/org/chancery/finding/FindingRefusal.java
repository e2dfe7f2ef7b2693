// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import org.chancery.kernel.RefusalCode;

public enum FindingRefusal implements RefusalCode {
    SOURCE_MISSING("MEA-002", Kind.CONTENT),
    SOURCE_ADDRESS_MALFORMED("MEA-002", Kind.CONTENT),
    DIRECTIONS_NOT_ADDED("MEA-005", Kind.CONTENT),
    TITLE_MISSING("RPT-001", Kind.CONTENT),
    DATE_MISSING("RPT-001", Kind.CONTENT),
    DENOMINATOR_MISSING("RPT-001", Kind.CONTENT),
    SUMMARY_MISSING("RPT-001", Kind.CONTENT),
    FINDING_MISSING("RPT-001", Kind.CONTENT),
    REPORT_ENDED("RPT-005", Kind.STATE);

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
