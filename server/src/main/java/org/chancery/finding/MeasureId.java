// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.util.UUID;
import org.chancery.kernel.Refusal;

/// Name of a measure, the family its steps name: `PL-ASYLUM-LIMIT`, or an identity where nobody gave
/// it a name.
///
/// @param value 1 to 60 letters, digits and hyphens
public record MeasureId(String value) {

    /// @throws Refusal `ABSENT` for any other form: there is no such measure
    public MeasureId {
        if (!value.matches("[\\p{L}0-9-]{1,60}")) {
            throw Refusal.absent(value);
        }
    }

    static MeasureId fresh() {
        return new MeasureId(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
