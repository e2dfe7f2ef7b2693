// SPDX-License-Identifier: Apache-2.0
package org.chancery.picture;

import java.time.Instant;
import java.util.UUID;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.Names;
import org.chancery.kernel.ReducedDate;
import org.chancery.position.BasisClass;
import org.chancery.position.Lane;
import org.chancery.position.Step;
import org.jspecify.annotations.Nullable;

/// A mark in the picture, with what it rests on.
///
/// @param basisKind `FINDING`, `DEMARCHE`, `JOINT_TEXT`, `COVERAGE` or `ASSESSMENT`
/// @param items how often it was reported, 0 where nothing is counted
/// @param origins independent origins among them
/// @param confirmed by the desk; else proposed by a post
/// @param postStep what the post proposed where this is the desk's view of it, else null
/// @param flags what later days say about it
public record Entry(
        UUID id,
        GovernmentCode government,
        String ask,
        Lane lane,
        Step step,
        BasisClass basis,
        String basisKind,
        String basisId,
        int items,
        int origins,
        ReducedDate asOf,
        String confidence,
        String confidenceReason,
        String approach,
        String salience,
        Names reason,
        boolean confirmed,
        @Nullable Step postStep,
        String byOffice,
        Instant recordedAt,
        Flags flags) {

    /// @param governmentChanged the government it speaks of has given way to another (POS-006)
    /// @param stale older than the instruction lets it stand
    /// @param withdrawn why it no longer counts, empty while it does
    public record Flags(boolean governmentChanged, boolean stale, String withdrawn) {

        static final Flags NONE = new Flags(false, false, "");
    }

    /// One letter for the board: measure, vote, statement, démarche, press, assessment.
    public String letter() {
        return switch (basis) {
            case OFFICIAL_ACT -> "M";
            case VOTE_OR_SIGNATURE -> "V";
            case ON_RECORD -> "S";
            case PRIVATE_RESPONSE -> "D";
            case REPORTED -> "P";
            case POST_ASSESSMENT -> "A";
        };
    }

    /// Desk and post see it differently; both views are kept.
    public boolean contested() {
        return postStep != null && postStep != step;
    }

    /// Page of what it rests on.
    public String basisAddress() {
        return switch (basisKind) {
            case "DEMARCHE" -> "/demarches/" + basisId;
            case "JOINT_TEXT" -> "/joint-texts/" + basisId;
            case "COVERAGE" -> "/instructions/" + basisId;
            case "ASSESSMENT" -> "/positions/" + id;
            default -> "/findings/" + basisId;
        };
    }

    Entry flagged(Flags found) {
        return found.equals(flags)
                ? this
                : new Entry(
                        id,
                        government,
                        ask,
                        lane,
                        step,
                        basis,
                        basisKind,
                        basisId,
                        items,
                        origins,
                        asOf,
                        confidence,
                        confidenceReason,
                        approach,
                        salience,
                        reason,
                        confirmed,
                        postStep,
                        byOffice,
                        recordedAt,
                        found);
    }
}
