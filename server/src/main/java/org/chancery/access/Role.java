// SPDX-License-Identifier: Apache-2.0
package org.chancery.access;

import static org.chancery.access.Permission.*;

import java.util.Set;

/// What a person may do in an office.
public enum Role {
    DRAFTER(DRAFT, INSTRUCT),
    CLEARER(CLEAR),
    POSITION_DESK(CODE_MEASURE, CONFIRM_POSITION, ASSESS_CLAIM, MAKE_BRIEF),
    APPROVER(DRAFT, CLEAR, RELEASE, RECEIVE, DISTRIBUTE, INSTRUCT, MAKE_BRIEF),
    /// Besides APPROVER, for those who may wake posts at night.
    URGENT_RELEASER(RELEASE_URGENT),
    /// Besides APPROVER or HEAD_OF_MISSION, for those who may release what they drafted.
    SELF_RELEASER(RELEASE_OWN),
    /// The authority named to set objections aside.
    PRINCIPAL(CLEAR, RELEASE, RELEASE_URGENT, OVERRULE, RECEIVE, DISTRIBUTE),
    /// Receives and distributes for an office, and does not act on it.
    OPERATOR(RECEIVE, DISTRIBUTE),
    OFFICER(DRAFT, RECEIVE, RECORD_DEMARCHE, REPORT, CODE_MEASURE),
    /// One person of a small post receives, distributes and acts; release needs another role.
    SMALL_POST(DRAFT, RECEIVE, DISTRIBUTE, RECORD_DEMARCHE, REPORT, CODE_MEASURE),
    HEAD_OF_MISSION(
            DRAFT,
            CLEAR,
            RELEASE,
            RELEASE_URGENT,
            RECEIVE,
            DISTRIBUTE,
            RECORD_DEMARCHE,
            READ_SOURCES,
            REPORT,
            CODE_MEASURE),
    ANALYST(CODE_MEASURE, MAKE_BRIEF),
    DUTY(RECEIVE, WATCH_TRAFFIC),
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
