// SPDX-License-Identifier: Apache-2.0
package org.chancery.position;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.chancery.DatabaseTest;
import org.chancery.delivery.ReleasedCables;
import org.chancery.finding.FindingKind;
import org.chancery.finding.ReportScene;
import org.chancery.instruction.ReportingRequirement.Form;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

/// What becomes of a statement a post reports, once the cable with it is released.
@DatabaseTest
@Import(ReleasedCables.class)
class ProposalsTest {

    private final ReportScene scene;
    private final Positions positions;

    ProposalsTest(MockMvc web, ApplicationContext beans, Positions positions) {
        this.scene = new ReportScene(web, beans);
        this.positions = positions;
    }

    /// The proposal that the release of a report with this statement makes.
    private Position proposed(String onRecord, String stance) {
        var task = scene.task(Form.FINDINGS);
        var terms = new HashMap<>(ReportScene.statement().terms());
        terms.putAll(Map.of("onRecord", onRecord, "stance", stance));
        var said =
                ReportScene.card(
                        FindingKind.STATEMENT, "", ReportScene.source("Press office"), terms);
        scene.release(scene.file(task, said));
        return positions.proposals(scene.actor("desk").scope()).stream()
                .filter(proposal -> proposal.instruction().equals(task.instruction()))
                .findFirst()
                .orElseThrow();
    }

    @Nested
    class AStatementOnRecord {

        @Test
        void carriesAFirmStep() {
            var proposal = proposed("ON_RECORD", "OPPOSES");

            assertThat(proposal.step()).isEqualTo(Step.OPPOSES);
            assertThat(proposal.basis().rank()).isEqualTo(BasisClass.ON_RECORD);
            assertThat(proposal.lane()).isEqualTo(Lane.WORD);
        }
    }

    @Nested
    class AStatementInConfidence {

        @Test
        void isAnAnswerInPrivateAndItsFirmStanceALeanSoThatTheReleaseStands() {
            var yes = proposed("IN_CONFIDENCE", "SUPPORTS");
            var no = proposed("IN_CONFIDENCE", "OPPOSES");

            assertThat(yes.step()).isEqualTo(Step.LEANS_SUPPORT);
            assertThat(no.step()).isEqualTo(Step.LEANS_OPPOSE);
            assertThat(java.util.List.of(yes, no))
                    .allMatch(p -> p.basis().rank() == BasisClass.PRIVATE_RESPONSE)
                    .allMatch(p -> p.state() == Position.State.PROPOSED);
        }

        @Test
        void keepsAStanceThatIsNoneTooFirm() {
            assertThat(proposed("IN_CONFIDENCE", "NON_COMMITTAL").step())
                    .isEqualTo(Step.NON_COMMITTAL);
        }
    }
}
