// SPDX-License-Identifier: Apache-2.0
package org.chancery.evidence;

import org.chancery.kernel.RefusalCode;

public enum EvidenceRefusal implements RefusalCode {
    EVIDENCE_MISSING("RPT-005", Kind.CONTENT),
    NOTHING_REVIEWED("CLM-001", Kind.CONTENT),
    REASON_NEEDED("CLM-003", Kind.CONTENT),
    NOT_CHECKABLE_TYPE("CLM-005", Kind.CONTENT),
    RESTS_ON_CLAIM("CLM-006", Kind.CONTENT),
    OBSERVATION_INCOMPLETE("IND-001", Kind.CONTENT),
    DIFFERENT_METRICS("IND-003", Kind.CONTENT),
    NOT_A_NUMBER("IND-004", Kind.CONTENT);

    private final String code;
    private final Kind kind;

    EvidenceRefusal(String code, Kind kind) {
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
