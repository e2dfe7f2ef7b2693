// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.util.List;
import java.util.Set;

/// How far a measure is, in the usual order; from `RETURNED` on, side exits.
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
    /// Sent back to an earlier stage.
    RETURNED,
    /// Refused by the one who signs; a chamber may insist.
    VETOED,
    REJECTED,
    WITHDRAWN,
    SUSPENDED_BY_COURT,
    STRUCK_DOWN;

    private static final Set<Stage> EXITS_BEFORE_FORCE =
            Set.of(RETURNED, VETOED, REJECTED, WITHDRAWN);
    private static final Set<Stage> ENDS = Set.of(EXPIRED, REPEALED, REJECTED, WITHDRAWN);
    private static final Set<Stage> BACKWARD =
            Set.of(RETURNED, VETOED, SUSPENDED_BY_COURT, STRUCK_DOWN);

    /// The rule applies.
    public boolean inForce() {
        return this == IN_FORCE || this == EXTENDED;
    }

    /// Said or begun, and not yet law.
    public boolean beforeForce() {
        return ordinal() < IN_FORCE.ordinal() || this == RETURNED || this == VETOED;
    }

    /// Leaves the way before anything applies.
    boolean exitBeforeForce() {
        return EXITS_BEFORE_FORCE.contains(this);
    }

    /// Ends what applied by time or by law.
    boolean exitAfterForce() {
        return this == EXPIRED || this == REPEALED;
    }

    /// Nothing follows; what comes later is a measure of its own.
    boolean end() {
        return ENDS.contains(this);
    }

    /// After it the way begins again at any stage.
    boolean backward() {
        return BACKWARD.contains(this);
    }

    /// Stages for which a predicate holds, by name, for a query.
    static String[] names(java.util.function.Predicate<Stage> which) {
        return List.of(values()).stream().filter(which).map(Stage::name).toArray(String[]::new);
    }

    /// Five steps for the drawing: announced, proposed, passed, adopted, in force.
    public int step() {
        return switch (this) {
            case CONSIDERED, ANNOUNCED -> 1;
            case CONSULTATION, PROPOSED, RETURNED -> 2;
            case PASSED_CHAMBER -> 3;
            case ADOPTED, PROMULGATED, VETOED -> 4;
            case IN_FORCE, EXTENDED -> 5;
            case EXPIRED, REPEALED, REJECTED, WITHDRAWN, SUSPENDED_BY_COURT, STRUCK_DOWN -> 0;
        };
    }
}
