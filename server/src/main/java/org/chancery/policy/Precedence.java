// SPDX-License-Identifier: Apache-2.0
package org.chancery.policy;

import java.time.Duration;
import org.chancery.directory.Names;

/// How fast a cable is to be handled.
///
/// @param rank position in the file, 0 is the lowest
/// @param letter as printed: `P`
/// @param handling time from delivery to action
/// @param nightAction counts outside working hours too
/// @param actionOnly applies to ACTION addressees only (MSG-008)
/// @param justified paragraph 1 must say why, and the releaser must hold the authority (MSG-007)
/// @param alerts wakes the alert roster of the post
public record Precedence(
        String code,
        int rank,
        String letter,
        Duration handling,
        boolean nightAction,
        boolean actionOnly,
        boolean justified,
        boolean alerts,
        Names names) {}
