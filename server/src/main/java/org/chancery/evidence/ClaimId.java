// SPDX-License-Identifier: Apache-2.0
package org.chancery.evidence;

import org.chancery.kernel.Refusal;

/// Public name of a claim: `C1`, a part of it `C1a`.
public record ClaimId(String value) {

    /// @throws Refusal `ABSENT` if the text has another form
    public ClaimId {
        if (!value.matches("C\\d{1,6}[a-z]?")) {
            throw Refusal.absent(value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
