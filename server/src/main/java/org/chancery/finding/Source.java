// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import org.chancery.kernel.Refusal;
import org.chancery.kernel.Texts;

/// Where a finding is from.
///
/// @param uri http or https address, may be empty where the title is enough to find it
/// @param date as given by the source, may be empty
/// @param masked the source is protected, and this says no more than that there is one
public record Source(String title, String uri, String date, Kind kind, boolean masked) {

    /// @throws Refusal `SOURCE_ADDRESS_MALFORMED` if the address is none of the web
    public Source {
        if (!uri.isEmpty() && !uri.matches("https?://\\S+")) {
            throw new Refusal(FindingRefusal.SOURCE_ADDRESS_MALFORMED, uri);
        }
    }

    /// A source nobody has put into a kind and nobody protects.
    public Source(String title, String uri, String date) {
        this(title, uri, date, Kind.NOT_SAID, false);
    }

    /// What kind of source it is; the press alone carries no high confidence (MEA-002).
    public enum Kind {
        OFFICIAL,
        PRESS,
        CABLE,
        DOCUMENT,
        /// Somebody the post spoke to.
        CONTACT,
        NOT_SAID
    }

    /// What a reader outside the audience of a protected source is told.
    static Source protectedOne(Kind kind) {
        return new Source(Texts.english().say("finding.sourceMasked"), "", "", kind, true);
    }
}
