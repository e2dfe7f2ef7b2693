// SPDX-License-Identifier: Apache-2.0
package org.chancery.web;

import java.util.Collection;
import java.util.stream.Collectors;
import org.chancery.cable.AddressLine;
import org.chancery.cable.Attachment;
import org.chancery.cable.Classification;
import org.chancery.cable.Reference;
import org.chancery.cable.Timing;
import org.chancery.evidence.ClaimStatus;
import org.chancery.position.Step;
import org.jspecify.annotations.Nullable;

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

    /// A field of a cable in plain words, for comparing.
    public static String words(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case AddressLine line -> line.role() + " " + line.target() + " " + line.precedence();
            case Reference to -> to.number() + " " + to.relation();
            case Attachment file -> file.name() + " (" + file.mark() + ")";
            case Timing times -> words(times.replyBy()) + " " + words(times.deskBy());
            case Classification block ->
                    String.join(
                            " ",
                            block.banner(),
                            block.compilationReason(),
                            block.classifiedBy(),
                            block.reason(),
                            block.derivedFrom(),
                            block.declassifyOn());
            case Collection<?> all ->
                    all.stream().map(Marks::words).collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }

    /// Class of the precedence tag by its letter.
    public static String precedence(String letter) {
        return "prec-" + letter.toLowerCase(java.util.Locale.ROOT);
    }
}
