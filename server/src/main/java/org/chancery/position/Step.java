// SPDX-License-Identifier: Apache-2.0
package org.chancery.position;

import java.util.OptionalInt;

/// Where a government stands on one ask: five steps and four that are no answer.
public enum Step {
    SUPPORTS,
    LEANS_SUPPORT,
    NON_COMMITTAL,
    LEANS_OPPOSE,
    OPPOSES,
    NOT_RAISED,
    NO_RESPONSE,
    UNKNOWN,
    NOT_APPLICABLE;

    /// Says yes or no outright; needs a strong basis (POS-001).
    public boolean firm() {
        return this == SUPPORTS || this == OPPOSES;
    }

    /// The same direction, said with the reserve a weak basis asks for (POS-001).
    public Step leaning() {
        return switch (this) {
            case SUPPORTS -> LEANS_SUPPORT;
            case OPPOSES -> LEANS_OPPOSE;
            case LEANS_SUPPORT,
                    NON_COMMITTAL,
                    LEANS_OPPOSE,
                    NOT_RAISED,
                    NO_RESPONSE,
                    UNKNOWN,
                    NOT_APPLICABLE ->
                    this;
        };
    }

    /// Place on the scale, 0 to 4, only to tell how far two lanes of one government lie apart; never
    /// added up over governments (MEA-005).
    public OptionalInt place() {
        return ordinal() <= OPPOSES.ordinal() ? OptionalInt.of(ordinal()) : OptionalInt.empty();
    }
}
