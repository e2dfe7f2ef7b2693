// SPDX-License-Identifier: Apache-2.0
package org.chancery.access;

/// An act a role allows. A role grants acts, never reading.
public enum Permission {
    DRAFT,
    CLEAR,
    RELEASE,
    /// Release at a precedence that wakes people (MSG-007).
    RELEASE_URGENT,
    /// Release what one has drafted oneself (CLR-004).
    RELEASE_OWN,
    /// Set aside an objection (CLR-005).
    OVERRULE,
    /// Acknowledge for the office what arrives.
    RECEIVE,
    /// Distribute and assign within the office, keep its profiles and its alert roster.
    DISTRIBUTE,
    /// See the urgent traffic of all posts on the duty board: numbers and times, never texts.
    WATCH_TRAFFIC,
    INSTRUCT,
    RECORD_DEMARCHE,
    /// Read the names of interlocutors the office has kept apart (DEM-007).
    READ_SOURCES,
    REPORT,
    /// Enter, correct and second-code measures.
    CODE_MEASURE,
    CONFIRM_POSITION,
    ASSESS_CLAIM,
    MAKE_BRIEF,
    READ_AUDIT,
    ADMINISTER
}
