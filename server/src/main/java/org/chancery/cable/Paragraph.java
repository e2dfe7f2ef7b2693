// SPDX-License-Identifier: Apache-2.0
package org.chancery.cable;

import java.util.Map;
import java.util.UUID;

/// One row of a cable's text. Its identity stays the same from the first draft to the released
/// cable, so that a claim, a note or a reference keeps pointing at it.
///
/// @param role `SUMMARY`, `ACTION_REQUEST`, `OBJECTIVE`, `BACKGROUND`, `ARGUMENT`, `TEXT`, `POINT`,
///   `ASK`, `REQUIREMENT`, `DELIVERY`, `WRITTEN_MATERIAL`, `CONTACT`, `COMMENT` or `DISSENT`, an
///   alternative view only its author may change (CLR-007)
/// @param label `P1`, `A1`, `R1` for points, asks and requirements, else empty
/// @param heading empty if none
/// @param mark code of the level of this paragraph
/// @param terms what the row asks for, by name, read by the module instruction. A point: `scope`,
///   `raise`, `oralOnly`, `mayLeave`; a requirement: `form`, `due` or `rounds`, `recurring`, `until`,
///   `nilReport`, `changes`; delivery: `level`, `notBefore`, `notAfter`, `partners`; an argument:
///   `counter`, `rebuttal`; the contact: `office`
public record Paragraph(
        UUID id,
        String role,
        String label,
        String heading,
        String text,
        String mark,
        Map<String, String> terms) {

    public static final int LONGEST_TEXT = 20_000;

    /// Term with the sign-in name of who wrote an alternative view; set by the server alone (CLR-007).
    public static final String AUTHOR = "author";

    public Paragraph {
        terms = Map.copyOf(terms);
    }

    public Paragraph withText(String other) {
        return new Paragraph(id, role, label, heading, other, mark, terms);
    }

    public boolean is(String wanted) {
        return role.equals(wanted);
    }

    public String term(String name) {
        return terms.getOrDefault(name, "");
    }
}
