// SPDX-License-Identifier: Apache-2.0
package org.chancery.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.chancery.DatabaseTest;
import org.chancery.access.Accounts;
import org.chancery.access.Actor;
import org.chancery.kernel.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What it takes to change the status of a claim.
@DatabaseTest
class ClaimStatusTest {

    private static final ClaimId CLAIM = new ClaimId("C9001");

    private final Claims claims;
    private final Actor desk;

    ClaimStatusTest(Claims claims, Accounts accounts) {
        this.claims = claims;
        this.desk = accounts.actor("desk").orElseThrow();
    }

    @BeforeEach
    void aClaimNobodyHasLookedAt() {
        if (claims.find(CLAIM).isEmpty()) {
            claims.register(
                    new Claim(
                            CLAIM,
                            null,
                            "It rains more.",
                            "An outlet",
                            "DESCRIPTIVE",
                            null,
                            List.of()),
                    List.of());
        }
    }

    @Nested
    class WithoutEvidence {

        @Test
        void itIsNotAssessed() {
            assertThat(claims.get(CLAIM).status()).isEqualTo(ClaimStatus.NOT_ASSESSED);
        }

        @Test
        void itIsNotMarkedSupported() {
            var refusal =
                    catchThrowableOfType(
                            Refusal.class,
                            () -> claims.assess(CLAIM, "", ClaimStatus.SUPPORTED, "Seen.", desk));

            assertThat(refusal.first().code().code()).isEqualTo("RPT-005");
            assertThat(refusal.first().detail()).isEqualTo("No evidence is attached to the claim.");
            assertThat(refusal.mend()).isEqualTo("Attach evidence to mark it supported.");
        }

        @Test
        void itIsNotMarkedContradictedEither() {
            var refusal =
                    catchThrowableOfType(
                            Refusal.class,
                            () -> claims.assess(CLAIM, "", ClaimStatus.CONTRADICTED, "No.", desk));

            assertThat(refusal.first().code().code()).isEqualTo("CLM-001");
            assertThat(refusal.mend()).startsWith("Add a line of evidence");
        }

        @Test
        void itMayBeSaidToBeNotAssessed() {
            claims.assess(CLAIM, "", ClaimStatus.NOT_ASSESSED, "", desk);

            assertThat(claims.get(CLAIM).status()).isEqualTo(ClaimStatus.NOT_ASSESSED);
        }
    }
}
