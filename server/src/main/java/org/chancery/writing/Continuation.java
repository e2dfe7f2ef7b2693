// SPDX-License-Identifier: Apache-2.0
package org.chancery.writing;

import java.util.Arrays;
import java.util.Locale;
import org.chancery.cable.Reference;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Refusal;

/// How a new cable goes on from a released one, which itself never changes.
public enum Continuation {
    /// To the sender, at the level and with the captions of the original.
    REPLY(Reference.Relation.ANSWERS, false, false),
    /// To further addressees, with the text quoted at its marks.
    FORWARD(Reference.Relation.READDRESSES, false, true),
    /// To the same addressees, with more to do.
    SUPPLEMENT(Reference.Relation.SUPPLEMENTS, true, false),
    /// To everybody who received the original, with its text to be put right (MSG-024).
    CORRECTION(Reference.Relation.CORRECTS, true, true),
    /// To everybody who received the original: it no longer holds (MSG-024, MSG-026).
    CANCELLATION(Reference.Relation.CANCELS, true, false);

    private final Reference.Relation relation;
    private final boolean sameAddressees;
    private final boolean carriesText;

    Continuation(Reference.Relation relation, boolean sameAddressees, boolean carriesText) {
        this.relation = relation;
        this.sameAddressees = sameAddressees;
        this.carriesText = carriesText;
    }

    public Reference.Relation relation() {
        return relation;
    }

    /// Goes to at least everybody who received the original.
    public boolean sameAddressees() {
        return sameAddressees;
    }

    /// Brings the rows and attachments of the original along.
    public boolean carriesText() {
        return carriesText;
    }

    /// @throws Refusal `VALUE_UNKNOWN` for any other word
    public static Continuation parse(String text) {
        return Arrays.stream(values())
                .filter(known -> known.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () ->
                                new Refusal(
                                        KernelRefusal.VALUE_UNKNOWN,
                                        text,
                                        "reply, forward, supplement, correction, cancellation"));
    }
}
