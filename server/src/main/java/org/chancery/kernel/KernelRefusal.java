// SPDX-License-Identifier: Apache-2.0
package org.chancery.kernel;

/// Refusals that belong to no single module.
public enum KernelRefusal implements RefusalCode {
    ABSENT("ACC-001", Kind.ABSENT),
    NOT_PERMITTED("ACC-006", Kind.AUTHORITY),
    DATE_MALFORMED("INP-001", Kind.CONTENT),
    NUMBER_MALFORMED("INP-002", Kind.CONTENT),
    VALUE_MISSING("INP-003", Kind.CONTENT),
    VALUE_UNKNOWN("INP-004", Kind.CONTENT),
    VALUE_TOO_LONG("INP-005", Kind.CONTENT),
    CHANGED_MEANWHILE("INP-006", Kind.STATE),
    FILE_NOT_RECOGNISED("INP-007", Kind.CONTENT);

    private final String code;
    private final Kind kind;

    KernelRefusal(String code, Kind kind) {
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
