// SPDX-License-Identifier: Apache-2.0
package org.chancery.clearance;

import java.time.Instant;
import java.util.List;
import org.chancery.directory.OfficeCode;
import org.jspecify.annotations.Nullable;

/// What the drafter asks besides what the rules ask.
///
/// @param offices asked to clear; one the rules ask anyway may stand among them for its place
/// @param ordered one after the other as listed; the others are asked with the first
/// @param silentUntil silence until then gives the clearance of those the rules do not ask (CLR-006),
///   null if all must act
/// @param informed read the draft and are asked nothing
public record Asking(
        List<OfficeCode> offices,
        boolean ordered,
        @Nullable Instant silentUntil,
        List<OfficeCode> informed) {

    /// What the rules ask and nothing else.
    public static final Asking BY_RULE = new Asking(List.of(), false, null, List.of());

    public Asking {
        offices = List.copyOf(offices);
        informed = List.copyOf(informed);
    }

    /// 1 or more; what is not listed comes with the first.
    int position(OfficeCode office) {
        return ordered ? Math.max(1, offices.indexOf(office) + 1) : 1;
    }
}
