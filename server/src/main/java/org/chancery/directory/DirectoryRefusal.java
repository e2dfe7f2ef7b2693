// SPDX-License-Identifier: Apache-2.0
package org.chancery.directory;

import org.chancery.kernel.RefusalCode;

public enum DirectoryRefusal implements RefusalCode {
    OFFICE_CODE_MALFORMED("DIR-001", Kind.CONTENT),
    OFFICE_UNKNOWN("DIR-002", Kind.CONTENT),
    GOVERNMENT_CODE_MALFORMED("MEA-001", Kind.CONTENT),
    GOVERNMENT_NOT_ASSIGNED("MEA-001", Kind.CONTENT),
    COLLECTIVE_UNKNOWN("DIR-003", Kind.CONTENT),
    SIGN_IN_TAKEN("DIR-004", Kind.STATE),
    PERIOD_REVERSED("DIR-005", Kind.CONTENT),
    PLAD_MALFORMED("DIR-006", Kind.CONTENT),
    MAIL_MALFORMED("DIR-007", Kind.CONTENT),
    MINIMISE_WITHOUT_REASON("DIR-008", Kind.CONTENT),
    COLLECTIVE_CODE_MALFORMED("DIR-009", Kind.CONTENT),
    NAME_MISSING("DIR-010", Kind.CONTENT),
    DAY_MISSING("DIR-011", Kind.CONTENT),
    OFFICE_NOT_CHOSEN("DIR-012", Kind.CONTENT),
    GOVERNMENT_NOT_CHOSEN("DIR-012", Kind.CONTENT),
    COLLECTIVE_NOT_CHOSEN("DIR-012", Kind.CONTENT);

    private final String code;
    private final Kind kind;

    DirectoryRefusal(String code, Kind kind) {
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
