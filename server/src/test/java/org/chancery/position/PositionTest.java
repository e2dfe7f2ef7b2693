// SPDX-License-Identifier: Apache-2.0
package org.chancery.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.UUID;
import org.chancery.access.Label;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.Names;
import org.chancery.instruction.InstructionId;
import org.chancery.kernel.ReducedDate;
import org.chancery.kernel.Refusal;
import org.junit.jupiter.api.Test;

class PositionTest {

    private static Position position(Step step, BasisClass basis) {
        return new Position(
                UUID.randomUUID(),
                new InstructionId("I-25-0001"),
                new GovernmentCode("GB"),
                "A1",
                Lane.WORD,
                step,
                new Basis(basis, Basis.Kind.FINDING, "x"),
                ReducedDate.parse("2025-11-22"),
                "LOW",
                "",
                "",
                "",
                Names.of("no answer", "keine Antwort"),
                Position.State.PROPOSED,
                "LONDON",
                Instant.EPOCH,
                null,
                null,
                Label.OPEN);
    }

    @Test
    void noAnswerIsNotANo() {
        var refusal =
                catchThrowableOfType(
                        Refusal.class, () -> position(Step.OPPOSES, BasisClass.REPORTED));

        assertThat(refusal.first().code().code()).isEqualTo("POS-001");
        assertThat(refusal).hasMessage("Declines needs an act, a vote or an on-record source.");
    }

    @Test
    void aLeanMayRestOnAnything() {
        assertThat(position(Step.LEANS_OPPOSE, BasisClass.REPORTED).step())
                .isEqualTo(Step.LEANS_OPPOSE);
    }

    @Test
    void aMarkWithoutABasisCannotBeBuilt() {
        assertThatThrownBy(() -> new Basis(BasisClass.ON_RECORD, Basis.Kind.FINDING, ""))
                .isInstanceOf(Refusal.class)
                .hasMessage("A position needs a basis.");
    }
}
