// SPDX-License-Identifier: Apache-2.0
package org.chancery.cable;

import java.time.Duration;
import org.chancery.directory.Names;

/// How fast a cable is to be handled, from the organisation's policy file.
///
/// @param rank position in the file, 0 is the lowest
/// @param letter as printed: `P`
/// @param handling time from delivery to action
/// @param nightAction counts outside working hours too
public record Precedence(
        String code,
        int rank,
        String letter,
        Duration handling,
        boolean nightAction,
        Names names) {}
