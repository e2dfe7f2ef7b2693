// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

public enum Confidence {
    HIGH,
    MODERATE,
    LOW;

    /// The collector's files say MEDIUM for MODERATE.
    public static Confidence parse(String text) {
        return text.equals("MEDIUM") ? MODERATE : valueOf(text);
    }
}
