// SPDX-License-Identifier: Apache-2.0
package org.chancery.access;

/// An act a role allows. A role grants acts, never reading.
public enum Permission {
    DRAFT,
    CLEAR,
    RELEASE,
    INSTRUCT,
    RECORD_DEMARCHE,
    REPORT,
    CONFIRM_POSITION,
    ASSESS_CLAIM,
    MAKE_BRIEF,
    READ_AUDIT,
    ADMINISTER
}
