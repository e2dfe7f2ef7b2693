// SPDX-License-Identifier: Apache-2.0
package org.chancery.position;

/// How sure we are of an entry, the surest first.
public enum Confidence {
    HIGH,
    MODERATE,
    LOW;

    /// The most that so many independent origins allow, whatever the number of items (POS-005).
    public static Confidence cap(int origins) {
        return origins <= 1 ? LOW : origins == 2 ? MODERATE : HIGH;
    }

    boolean above(Confidence other) {
        return compareTo(other) < 0;
    }
}
