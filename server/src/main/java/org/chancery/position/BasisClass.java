// SPDX-License-Identifier: Apache-2.0
package org.chancery.position;

/// What a position rests on, the strongest first.
public enum BasisClass {
    OFFICIAL_ACT,
    VOTE_OR_SIGNATURE,
    ON_RECORD,
    PRIVATE_RESPONSE,
    REPORTED,
    POST_ASSESSMENT;

    /// Carries a firm step.
    public boolean strong() {
        return ordinal() <= ON_RECORD.ordinal();
    }
}
