// SPDX-License-Identifier: Apache-2.0
package org.chancery.engagement;

/// How the host took being asked.
public enum Approach {
    /// Nothing was said of it.
    UNSAID,
    WELCOMED,
    NEUTRAL,
    RESENTED;

    /// Word on a position, empty if nothing was said.
    public String word() {
        return this == UNSAID ? "" : name();
    }
}
