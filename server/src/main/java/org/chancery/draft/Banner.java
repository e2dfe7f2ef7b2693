// SPDX-License-Identifier: Apache-2.0
package org.chancery.draft;

import org.chancery.access.Label;
import org.chancery.cable.Content;
import org.chancery.directory.OfficeCode;
import org.chancery.policy.Handling;
import org.springframework.stereotype.Component;

/// Works out the banner of a text: the highest of its marks, or what stands above them (MSG-013,
/// MSG-014).
@Component
class Banner {

    private final Handling handling;

    Banner(Handling handling) {
        this.handling = handling;
    }

    /// Rank of the highest mark of subject, paragraphs and attachments.
    int highestMark(Content content) {
        return content.marks().mapToInt(handling::rank).max().orElse(0);
    }

    /// Rank of the banner: never lower than the highest mark.
    int rank(Content content) {
        return Math.max(highestMark(content), handling.rank(content.classification().banner()));
    }

    Label label(Content content, java.util.Set<OfficeCode> readers) {
        return new Label(rank(content), handling.restrictive(content.captions()), readers);
    }

    /// Stands open to every office, whoever it is addressed to.
    boolean everybody(Content content) {
        return content.captions().stream()
                .flatMap(code -> handling.caption(code).stream())
                .anyMatch(caption -> !caption.restrictive());
    }
}
