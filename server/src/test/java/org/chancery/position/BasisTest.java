// SPDX-License-Identifier: Apache-2.0
package org.chancery.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.chancery.kernel.Refusal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BasisTest {

    @Nested
    class OfNothing {

        @Test
        void isRefusedSoThatNoPositionStandsWithoutOne() {
            var refusal =
                    catchThrowableOfType(
                            Refusal.class,
                            () -> new Basis(BasisClass.values()[0], Basis.Kind.FINDING, " "));

            assertThat(refusal.first().code().code()).isEqualTo("RPT-004");
            assertThat(refusal.first().detail()).isEqualTo("A position needs a basis.");
            assertThat(refusal.mend())
                    .isEqualTo("Name the measure, statement or démarche it rests on.");
        }
    }
}
