// SPDX-License-Identifier: Apache-2.0
package org.chancery.cable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.chancery.directory.OfficeCode;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How the number of a cable is written and read.
class MrnTest {

    private static Mrn state(int year) {
        return new Mrn(year, new OfficeCode("STATE"), 1);
    }

    @Nested
    class AYearFrom2000To2099 {

        @ParameterizedTest
        @CsvSource({"2000,00 STATE 1", "2026,26 STATE 1", "2075,75 STATE 1", "2099,99 STATE 1"})
        void isWrittenInTwoDigits(int year, String text) {
            assertThat(state(year)).hasToString(text);
        }

        @ParameterizedTest
        @ValueSource(strings = {"75 STATE 1", "75-STATE-1", "2075 state 0001", " 2075-STATE-1 "})
        void isReadInTwoDigitsOrFour(String text) {
            assertThat(Mrn.parse(text)).isEqualTo(state(2075));
        }
    }

    @Nested
    class AYearBefore2000 {

        @ParameterizedTest
        @CsvSource({"1789,1789 STATE 1", "1975,1975 STATE 1", "1999,1999 STATE 1"})
        void isWrittenInFull(int year, String text) {
            assertThat(state(year)).hasToString(text);
        }

        @ParameterizedTest
        @ValueSource(ints = {1789, 1975, 1999, 2000, 2026, 2075, 2099})
        void comesBackFromItsTextAndFromItsAddress(int year) {
            assertThat(Mrn.parse(state(year).toString())).isEqualTo(state(year));
            assertThat(Mrn.parse(state(year).slug())).isEqualTo(state(year));
        }

        @Test
        void isNeverTakenForTheYearAHundredLater() {
            assertThat(state(1975).toString()).isNotEqualTo(state(2075).toString());
            assertThat(state(1975).slug()).isEqualTo("1975-STATE-1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1788 STATE 1", "2100 STATE 1", "975 STATE 1", "75 STATE 0", "STATE 1"})
    void anythingElseIsRefused(String text) {
        assertThat(Mrn.find(text)).isEmpty();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Mrn.parse(text))
                .satisfies(
                        refusal ->
                                assertThat(refusal.problems())
                                        .extracting(Problem::code)
                                        .containsExactly(CableRefusal.MRN_MALFORMED));
    }
}
