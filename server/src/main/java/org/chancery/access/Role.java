// SPDX-License-Identifier: Apache-2.0
package org.chancery.access;

import static org.chancery.access.Permission.*;

import java.util.Set;

/// What a person may do in an office.
public enum Role {
    DRAFTER(DRAFT, INSTRUCT),
    CLEARER(CLEAR),
    POSITION_DESK(CONFIRM_POSITION, ASSESS_CLAIM, MAKE_BRIEF),
    APPROVER(DRAFT, CLEAR, RELEASE, INSTRUCT, MAKE_BRIEF),
    OFFICER(DRAFT, RECORD_DEMARCHE, REPORT),
    HEAD_OF_MISSION(DRAFT, CLEAR, RELEASE, RECORD_DEMARCHE, REPORT),
    ANALYST(MAKE_BRIEF),
    DUTY(),
    SECURITY(READ_AUDIT),
    ADMIN(ADMINISTER);

    private final Set<Permission> permissions;

    Role(Permission... permissions) {
        this.permissions = Set.of(permissions);
    }

    public Set<Permission> permissions() {
        return permissions;
    }
}
