// SPDX-License-Identifier: Apache-2.0
package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.chancery.access.Accounts;
import org.chancery.access.ReadScope;
import org.chancery.archive.Import;
import org.chancery.cable.Addressing;
import org.chancery.cable.Cables;
import org.chancery.cable.Mrn;
import org.chancery.evidence.ClaimId;
import org.chancery.evidence.ClaimStatus;
import org.chancery.evidence.Claims;
import org.chancery.instruction.InstructionId;
import org.chancery.instruction.Instructions;
import org.chancery.kernel.LoadReport;
import org.chancery.press.PressDesk;
import org.junit.jupiter.api.Test;

/// What a stranger finds on a first run.
@DatabaseTest
class WorkedExampleTest {

    private final Import files;
    private final Cables cables;
    private final Instructions instructions;
    private final Claims claims;
    private final PressDesk press;
    private final ReadScope desk;

    WorkedExampleTest(
            Import files,
            Cables cables,
            Instructions instructions,
            Claims claims,
            PressDesk press,
            Accounts accounts) {
        this.files = files;
        this.cables = cables;
        this.instructions = instructions;
        this.claims = claims;
        this.press = press;
        this.desk = accounts.actor("desk").orElseThrow().scope();
    }

    private LoadReport again(String file) {
        return files.load(
                file,
                new InputStreamReader(
                        Objects.requireNonNull(getClass().getResourceAsStream("/example/" + file)),
                        StandardCharsets.UTF_8));
    }

    @Test
    void everyRowIsStoredAndLoadingTwiceChangesNothing() {
        assertThat(again("measures.csv"))
                .extracting(LoadReport::read, LoadReport::known)
                .containsExactly(148, 148);
        assertThat(again("press.csv"))
                .extracting(LoadReport::read, LoadReport::known)
                .containsExactly(67, 67);
        assertThat(again("indicators.csv"))
                .extracting(LoadReport::read, LoadReport::known)
                .containsExactly(150, 150);
    }

    @Test
    void theInstructionIsAReleasedExerciseCableTo39Posts() {
        var cable = cables.get(Mrn.parse("25 STATE 1"), desk);

        assertThat(cable.content().exercise()).isEqualTo("EXERCISE MIGRATION 2025");
        assertThat(cable.offices(Addressing.ACTION)).hasSize(39);
    }

    @Test
    void itHasTwelvePointsForAllAndThreeForEuropeFiveAsksFiveRequirements() {
        var instruction = instructions.get(new InstructionId("I-25-0001"), desk);

        assertThat(instruction.points())
                .hasSize(15)
                .filteredOn(point -> point.scope().equals("EUROPE"))
                .hasSize(3);
        assertThat(instruction.asks()).hasSize(5);
        assertThat(instruction.requirements()).hasSize(5);
    }

    @Test
    void canberraIsNotGivenThePointsForEurope() {
        var instruction = instructions.get(new InstructionId("I-25-0001"), desk);

        assertThat(
                        instructions.pointsFor(
                                instruction, new org.chancery.directory.OfficeCode("CANBERRA")))
                .hasSize(12);
        assertThat(
                        instructions.pointsFor(
                                instruction, new org.chancery.directory.OfficeCode("BERLIN")))
                .hasSize(15);
    }

    @Test
    void contestedIsSaidOfBothSides() {
        assertThat(claims.get(new ClaimId("C1")).status()).isEqualTo(ClaimStatus.CONTESTED);
        assertThat(claims.get(new ClaimId("C7")).status()).isEqualTo(ClaimStatus.CONTESTED);
    }

    @Test
    void fortyTwoItemsHaveTwoKnownOrigins() {
        var cluster = press.cluster("CABLE");

        assertThat(cluster.items()).hasSize(42);
        assertThat(cluster.origins()).containsExactly("NYT", "REUTERS");
        assertThat(cluster.unknownOrigin()).isEqualTo(1);
    }
}
