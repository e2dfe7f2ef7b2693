// SPDX-License-Identifier: Apache-2.0
package org.chancery.instruction;

import org.chancery.kernel.Refusal;
import org.chancery.kernel.Years;

/// Public name of an instruction: `I-25-0001`, year of release and number in that year; `I-1975-0001`
/// before 2000.
///
/// @param value as shown, in addresses and in data
public record InstructionId(String value) {

    /// @throws Refusal `ABSENT` if the text has another form
    public InstructionId {
        if (!value.matches("I-(?:\\d{2}|1[789]\\d{2})-\\d{4,}")) {
            throw Refusal.absent(value);
        }
    }

    static InstructionId of(int year, int serial) {
        return new InstructionId("I-%s-%04d".formatted(Years.brief(year), serial));
    }

    @Override
    public String toString() {
        return value;
    }
}
