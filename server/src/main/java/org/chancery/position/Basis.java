// SPDX-License-Identifier: Apache-2.0
package org.chancery.position;

import org.chancery.kernel.Refusal;

/// What a position rests on. Never empty (RPT-004).
///
/// @param kind `FINDING` or `DEMARCHE`
/// @param id of that record
public record Basis(BasisClass rank, String kind, String id) {

    /// @throws Refusal `BASIS_MISSING` if it points at nothing
    public Basis {
        if (kind.isBlank() || id.isBlank()) {
            throw new Refusal(PositionRefusal.BASIS_MISSING);
        }
    }
}
