// SPDX-License-Identifier: Apache-2.0
package org.chancery.instruction;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/// One thing to be said to a government.
///
/// @param label `P1`
/// @param paragraph row of the cable it stands in; claims point at it
/// @param scope `ALL`, or collectives, offices and regions with a comma between
/// @param onlyIfRaised to be said only if the host brings the matter up
/// @param oralOnly may not stand in a paper that is left
/// @param mayLeave may stand in it
public record TalkingPoint(
        String label,
        UUID paragraph,
        String text,
        String scope,
        boolean onlyIfRaised,
        boolean oralOnly,
        boolean mayLeave) {

    public static final String FOR_ALL = "ALL";

    public TalkingPoint {
        if (oralOnly && mayLeave) {
            throw new IllegalArgumentException(label + " is for the ear only and may be left");
        }
    }

    /// The parts of the scope.
    List<String> scopes() {
        return scopes(scope);
    }

    static List<String> scopes(String scope) {
        return Arrays.stream(scope.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
