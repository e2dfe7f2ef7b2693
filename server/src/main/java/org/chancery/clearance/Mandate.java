// SPDX-License-Identifier: Apache-2.0
package org.chancery.clearance;

import java.util.List;
import org.chancery.directory.OfficeCode;

/// An office that must clear by rule, and why (CLR-002).
///
/// @param reasons at least one
public record Mandate(OfficeCode office, List<Reason> reasons) {

    public Mandate {
        reasons = List.copyOf(reasons);
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException(office + " must clear for no reason");
        }
    }

    /// @param of codes of what brings the rule in: posts, governments, collectives; may be empty
    public record Reason(Kind kind, List<String> of) {

        public enum Kind {
            /// The policy lets the office clear every instruction.
            INSTRUCTION,
            REGIONAL_BUREAU,
            COUNTRY_OFFICE,
            ALL_POSTS,
            MINIMISE
        }

        private static final int SHOWN = 2;

        public Reason {
            of = List.copyOf(of);
        }

        /// The first of them, as shown.
        public String first() {
            return String.join(", ", of.subList(0, Math.min(SHOWN, of.size())));
        }

        /// How many are not shown.
        public int more() {
            return Math.max(0, of.size() - SHOWN);
        }
    }
}
