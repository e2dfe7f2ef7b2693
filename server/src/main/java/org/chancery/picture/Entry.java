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

/// A mark in the picture, with what it rests on.
///
/// @param basisKind `FINDING` or `DEMARCHE`
/// @param confirmed by the desk; else proposed by a post
public record Entry(
        UUID id,
        GovernmentCode government,
        String ask,
        Lane lane,
        Step step,
        BasisClass basis,
        String basisKind,
        String basisId,
        ReducedDate asOf,
        String confidence,
        String approach,
        Names reason,
        boolean confirmed,
        String byOffice,
        Instant recordedAt) {

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
}
