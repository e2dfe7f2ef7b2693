// SPDX-License-Identifier: Apache-2.0
package org.chancery.engagement;

/// Why something was done otherwise than instructed. Each is empty where nothing was.
///
/// @param priorAuthority by what authority it was delivered before the instruction (DEM-001)
/// @param level why with somebody below the instructed level (DEM-006)
/// @param timing why outside the days the instruction gives (DEM-010)
public record Reasons(String priorAuthority, String level, String timing) {

    public static final Reasons NONE = new Reasons("", "", "");
}
