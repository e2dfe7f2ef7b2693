// SPDX-License-Identifier: Apache-2.0
package org.chancery.instruction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.chancery.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How an instruction is called.
class InstructionIdTest {

    @ParameterizedTest
    @CsvSource({"2025,I-25-0001", "2075,I-75-0001", "1975,I-1975-0001", "1999,I-1999-0001"})
    void hasTwoDigitsOfTheYearFrom2000OnAndAllFourBefore(int year, String text) {
        var id = InstructionId.of(year, 1);

        assertThat(id).hasToString(text);
        assertThat(new InstructionId(text)).isEqualTo(id);
    }

    @Test
    void of1975IsNotThatOf2075() {
        assertThat(InstructionId.of(1975, 1)).isNotEqualTo(InstructionId.of(2075, 1));
    }

    /// One instruction has one name.
    @ParameterizedTest
    @ValueSource(strings = {"I-2025-0001", "I-2175-0001", "I-975-0001", "I-25-001", "25-0001"})
    void anyOtherFormIsNoInstruction(String text) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new InstructionId(text))
                .withMessageContaining(text);
    }
}
