// SPDX-License-Identifier: Apache-2.0
package org.chancery.instruction;

import java.time.Instant;
import org.chancery.directory.OfficeCode;

/// How a post words a point, kept beside the original (DEM-005).
///
/// @param point label: `P3`
/// @param by sign-in name
public record Wording(
        InstructionId instruction,
        String point,
        OfficeCode office,
        String text,
        String by,
        Instant at) {}
