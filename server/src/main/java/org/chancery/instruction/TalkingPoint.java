// SPDX-License-Identifier: Apache-2.0
package org.chancery.instruction;

import java.util.UUID;

/// One thing to be said to a government.
///
/// @param label `P1`
/// @param paragraph row of the cable it stands in; claims point at it
/// @param scope `ALL`, a collective, or an office
/// @param oralOnly may not stand in a paper that is left
/// @param mayLeave may stand in it
public record TalkingPoint(
        String label,
        UUID paragraph,
        String text,
        String scope,
        boolean oralOnly,
        boolean mayLeave) {

    public static final String FOR_ALL = "ALL";
}
