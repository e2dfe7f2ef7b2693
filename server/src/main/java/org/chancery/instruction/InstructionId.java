// SPDX-License-Identifier: Apache-2.0
package org.chancery.instruction;

import org.chancery.kernel.Refusal;

/// Public name of an instruction: `I-25-0001`, year of release and number in that year.
///
/// @param value as shown, in addresses and in data
public record InstructionId(String value) {

    /// @throws Refusal `ABSENT` if the text has another form
    public InstructionId {
        if (!value.matches("I-\\d{2}-\\d{4,}")) {
            throw Refusal.absent(value);
        }
    }

    static InstructionId of(int year, int serial) {
        return new InstructionId("I-%02d-%04d".formatted(year % 100, serial));
    }

    @Override
    public String toString() {
        return value;
    }
}
