// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.util.List;

/// What sort of finding it is, and what only this sort says.
public enum FindingKind {
    MEASURE(List.of("stage", "direction"), List.of("area", "targetGroup", "legalReference")),
    STATEMENT(
            List.of("original", "language", "speaker"),
            List.of("translation", "translationBy", "onRecord", "stance")),
    STATISTIC(List.of("value", "unit", "population", "denominator", "period", "method"), List.of()),
    EVENT(List.of(), List.of());

    private final List<String> required;
    private final List<String> optional;

    FindingKind(List<String> required, List<String> optional) {
        this.required = required;
        this.optional = optional;
    }

    /// Names of the terms it cannot do without (RPT-001).
    public List<String> required() {
        return required;
    }

    /// @param term name of a term
    public boolean has(String term) {
        return required.contains(term) || optional.contains(term);
    }
}
