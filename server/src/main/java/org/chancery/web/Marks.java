// SPDX-License-Identifier: Apache-2.0
package org.chancery.web;

import org.chancery.evidence.ClaimStatus;
import org.chancery.position.Step;

/// Which class, glyph and word a value is drawn with; word and shape always, colour last.
public final class Marks {

    private Marks() {}

    /// Suffix of the position classes: `pos-p2`, `q-p2`, `m-p2`.
    public static String suffix(Step step) {
        return switch (step) {
            case SUPPORTS -> "p2";
            case LEANS_SUPPORT -> "p1";
            case NON_COMMITTAL -> "0";
            case LEANS_OPPOSE -> "n1";
            case OPPOSES -> "n2";
            case NOT_RAISED, NO_RESPONSE, UNKNOWN, NOT_APPLICABLE -> "x";
        };
    }

    public static Icon icon(Step step) {
        return switch (step) {
            case SUPPORTS -> Icon.UP_FULL;
            case LEANS_SUPPORT -> Icon.UP;
            case NON_COMMITTAL -> Icon.LEVEL;
            case LEANS_OPPOSE -> Icon.DOWN;
            case OPPOSES -> Icon.DOWN_FULL;
            case NOT_RAISED -> Icon.DOT;
            case NO_RESPONSE -> Icon.CLOCK;
            case UNKNOWN -> Icon.DASHED;
            case NOT_APPLICABLE -> Icon.NONE;
        };
    }

    public static String suffix(ClaimStatus status) {
        return switch (status) {
            case SUPPORTED -> "sup";
            case CONTESTED -> "con";
            case CONTRADICTED, UNSUPPORTED -> "uns";
            case NOT_ASSESSED, NOT_CHECKABLE -> "na";
        };
    }

    public static Icon icon(ClaimStatus status) {
        return switch (status) {
            case SUPPORTED -> Icon.OK;
            case CONTESTED -> Icon.HALF;
            case CONTRADICTED -> Icon.CROSSED;
            case UNSUPPORTED -> Icon.STRUCK;
            case NOT_ASSESSED -> Icon.DASHED;
            case NOT_CHECKABLE -> Icon.NONE;
        };
    }

    /// Class of the precedence tag by its letter.
    public static String precedence(String letter) {
        return "prec-" + letter.toLowerCase(java.util.Locale.ROOT);
    }
}
