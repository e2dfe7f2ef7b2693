// SPDX-License-Identifier: Apache-2.0
package org.chancery.instruction;

/// How high in the host government, the lowest first.
public enum InterlocutorLevel {
    WORKING,
    DIRECTOR,
    STATE_SECRETARY,
    MINISTER,
    HEAD_OF_GOVERNMENT;

    /// Too low for what was instructed (DEM-006).
    public boolean below(InterlocutorLevel instructed) {
        return compareTo(instructed) < 0;
    }
}
