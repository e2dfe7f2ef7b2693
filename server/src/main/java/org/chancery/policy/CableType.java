// SPDX-License-Identifier: Apache-2.0
package org.chancery.policy;

import java.util.List;
import org.chancery.directory.Names;

/// A type of cable: instruction, report, circular, note.
///
/// @param informationOnly needs no ACTION addressee (MSG-004)
/// @param silence may be cleared by silence (CLR-006)
/// @param letterhead code of the letterhead it is written on
/// @param outline roles of the rows a blank cable of this type starts with
public record CableType(
        String code,
        Names names,
        boolean informationOnly,
        boolean silence,
        String letterhead,
        List<String> outline) {

    /// What a row of text can be, in the order a cable usually has them; the modules above give
    /// each its meaning.
    public static final List<String> ROLES =
            List.of(
                    "SUMMARY",
                    "ACTION_REQUEST",
                    "OBJECTIVE",
                    "BACKGROUND",
                    "ARGUMENT",
                    "TEXT",
                    "POINT",
                    "ASK",
                    "REQUIREMENT",
                    "DELIVERY",
                    "WRITTEN_MATERIAL",
                    "CONTACT",
                    "COMMENT",
                    "DISSENT");

    public CableType {
        outline = List.copyOf(outline);
    }
}
