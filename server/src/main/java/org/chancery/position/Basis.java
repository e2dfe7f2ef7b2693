// SPDX-License-Identifier: Apache-2.0
package org.chancery.position;

import org.chancery.kernel.Refusal;

/// What a position rests on. Never empty (RPT-004).
///
/// @param kind where it is on file
/// @param id of that record; of the instruction for `COVERAGE`, of the office for `ASSESSMENT`
/// @param written a private response the host confirmed in writing; counts as strong
/// @param reported how often it was reported, and by how many independently
public record Basis(BasisClass rank, Kind kind, String id, boolean written, Reported reported) {

    public enum Kind {
        FINDING,
        DEMARCHE,
        JOINT_TEXT,
        COVERAGE,
        ASSESSMENT
    }

    /// @param items items seen, 0 or more
    /// @param origins independent origins among them, 0 where nothing is counted
    public record Reported(int items, int origins) {

        public static final Reported NOT_COUNTED = new Reported(0, 0);

        public Reported {
            if (items < 0 || origins < 0 || origins > items) {
                throw new Refusal(PositionRefusal.ORIGINS_MISSING, items, origins);
            }
        }
    }

    /// @throws Refusal `BASIS_MISSING` if it points at nothing
    public Basis {
        if (id.isBlank()) {
            throw new Refusal(PositionRefusal.BASIS_MISSING);
        }
    }

    public Basis(BasisClass rank, Kind kind, String id) {
        this(rank, kind, id, false, Reported.NOT_COUNTED);
    }

    /// Carries a firm step (POS-001).
    public boolean strong() {
        return rank.strong() || rank == BasisClass.PRIVATE_RESPONSE && written;
    }

    Basis confirmedInWriting() {
        return new Basis(rank, kind, id, true, reported);
    }
}
