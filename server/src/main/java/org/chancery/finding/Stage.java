// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

/// How far a measure is, in the usual order; the last five are side exits.
public enum Stage {
    CONSIDERED,
    ANNOUNCED,
    CONSULTATION,
    PROPOSED,
    PASSED_CHAMBER,
    ADOPTED,
    PROMULGATED,
    IN_FORCE,
    EXTENDED,
    EXPIRED,
    REPEALED,
    REJECTED,
    WITHDRAWN,
    SUSPENDED_BY_COURT,
    STRUCK_DOWN;

    /// The rule applies.
    public boolean inForce() {
        return this == IN_FORCE || this == EXTENDED;
    }

    /// Said or begun, and not yet law.
    public boolean beforeForce() {
        return ordinal() < IN_FORCE.ordinal();
    }

    /// Five steps for the drawing: announced, proposed, passed, adopted, in force.
    public int step() {
        return switch (this) {
            case CONSIDERED, ANNOUNCED -> 1;
            case CONSULTATION, PROPOSED -> 2;
            case PASSED_CHAMBER -> 3;
            case ADOPTED, PROMULGATED -> 4;
            case IN_FORCE, EXTENDED -> 5;
            case EXPIRED, REPEALED, REJECTED, WITHDRAWN, SUSPENDED_BY_COURT, STRUCK_DOWN -> 0;
        };
    }
}
