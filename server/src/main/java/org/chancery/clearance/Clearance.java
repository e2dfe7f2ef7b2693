// SPDX-License-Identifier: Apache-2.0
package org.chancery.clearance;

import java.time.Instant;
import org.chancery.directory.OfficeCode;
import org.jspecify.annotations.Nullable;

/// One step of a chain: an office that is asked of a draft, and what it said.
///
/// @param position 1 or more; an office is asked when all lower positions are given
/// @param mandatory asked by rule (CLR-002): it stays in the chain and must act
/// @param silentUntil its silence until then gives the clearance (CLR-006), null where it must act
/// @param askedAt null while it waits for its turn
/// @param by sign-in name of who answered, null while nobody did
/// @param version of the text it was said of, 0 while nothing is said
/// @param comment text of an objection or a remark, may be empty
public record Clearance(
        OfficeCode office,
        int position,
        boolean mandatory,
        @Nullable Instant silentUntil,
        Answer answer,
        @Nullable Instant askedAt,
        @Nullable String by,
        @Nullable Instant at,
        long version,
        String comment) {

    public enum Answer {
        /// An office at a lower position has not given its clearance yet.
        WAITING,
        ASKED,
        CLEARED,
        /// Cleared with a text it changed itself.
        CLEARED_WITH_EDITS,
        /// Has nothing against it, without making it its own.
        NO_OBJECTION,
        /// Said nothing until the deadline of the silence procedure (CLR-006).
        SILENT,
        /// Stands in the way until it is withdrawn or overruled (CLR-005).
        OBJECTED,
        /// An objection set aside by the authority named for it.
        OVERRULED,
        /// Reads the draft and is asked nothing.
        INFORMED,
        /// Given, then undone by a change of substance (CLR-003).
        VOIDED;

        /// Lets the draft go.
        public boolean given() {
            return switch (this) {
                case CLEARED, CLEARED_WITH_EDITS, NO_OBJECTION, SILENT, OVERRULED -> true;
                case WAITING, ASKED, OBJECTED, INFORMED, VOIDED -> false;
            };
        }
    }

    public Clearance {
        if (position < 1) {
            throw new IllegalArgumentException("a position is 1 or more, but is " + position);
        }
        if (mandatory && (silentUntil != null || answer == Answer.INFORMED)) {
            throw new IllegalArgumentException(office + " must act");
        }
        if (answer == Answer.OBJECTED && comment.isBlank()) {
            throw new IllegalArgumentException("an objection has a text");
        }
        if (answer == Answer.SILENT && silentUntil == null) {
            throw new IllegalArgumentException("silence has a deadline");
        }
    }

    /// An office whose turn has not come.
    static Clearance waiting(
            OfficeCode office, int position, boolean mandatory, @Nullable Instant silentUntil) {
        return new Clearance(
                office, position, mandatory, silentUntil, Answer.WAITING, null, null, null, 0, "");
    }

    static Clearance informed(OfficeCode office, Instant at) {
        return new Clearance(office, 1, false, null, Answer.INFORMED, at, null, null, 0, "");
    }

    public boolean given() {
        return answer.given();
    }

    /// Keeps the draft from going.
    public boolean inTheWay() {
        return !given() && answer != Answer.INFORMED;
    }

    /// The office is asked and has not answered, or must answer again.
    public boolean awaited() {
        return answer == Answer.ASKED || answer == Answer.VOIDED;
    }

    /// The office may say something now, or say something else.
    public boolean answerable() {
        return answer != Answer.WAITING && answer != Answer.INFORMED;
    }

    Clearance at(int other) {
        return new Clearance(
                office, other, mandatory, silentUntil, answer, askedAt, by, at, version, comment);
    }

    /// Asked by rule from now on: silence or reading alone no longer do.
    Clearance ruled() {
        return answer == Answer.SILENT || answer == Answer.INFORMED
                ? waiting(office, position, true, null)
                : new Clearance(
                        office, position, true, null, answer, askedAt, by, at, version, comment);
    }

    Clearance further() {
        return new Clearance(
                office, position, false, silentUntil, answer, askedAt, by, at, version, comment);
    }

    Clearance waits() {
        return waiting(office, position, mandatory, silentUntil);
    }

    /// @param until deadline of a silence procedure, null where the office must act
    Clearance asked(Instant when, @Nullable Instant until) {
        return new Clearance(
                office, position, mandatory, until, Answer.ASKED, when, null, null, 0, "");
    }

    Clearance answered(Answer said, @Nullable String who, Instant when, long text, String words) {
        return new Clearance(
                office, position, mandatory, silentUntil, said, askedAt, who, when, text, words);
    }

    Clearance voided() {
        return new Clearance(
                office,
                position,
                mandatory,
                silentUntil,
                Answer.VOIDED,
                askedAt,
                by,
                at,
                version,
                comment);
    }
}
