// SPDX-License-Identifier: Apache-2.0
package org.chancery.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chancery.DatabaseTest;
import org.chancery.access.Accounts;
import org.chancery.access.Actor;
import org.chancery.directory.GovernmentCode;
import org.chancery.instruction.InstructionId;
import org.chancery.instruction.InterlocutorLevel;
import org.chancery.kernel.Refusal;
import org.chancery.position.Lane;
import org.chancery.position.Positions;
import org.chancery.position.Step;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DatabaseTest
class DemarcheTest {

    private static final InstructionId INSTRUCTION = new InstructionId("I-25-0001");

    private final Demarches demarches;
    private final Positions positions;
    private final Clock clock;
    private final Actor berlin;
    private final Actor ottawa;
    private final Actor desk;

    DemarcheTest(Demarches demarches, Positions positions, Accounts accounts, Clock clock) {
        this.demarches = demarches;
        this.positions = positions;
        this.clock = clock;
        this.berlin = accounts.actor("berlin").orElseThrow();
        this.ottawa = accounts.actor("ottawa").orElseThrow();
        this.desk = accounts.actor("desk").orElseThrow();
    }

    private Instant justNow() {
        return clock.instant().minusSeconds(60);
    }

    private NewDemarche demarche(
            String government,
            Instant at,
            String function,
            List<PointDelivery> points,
            List<AskResponse> responses) {
        return new NewDemarche(
                UUID.randomUUID().toString(),
                INSTRUCTION,
                null,
                new GovernmentCode(government),
                at,
                DeliveryForm.MEETING,
                new Interlocutor(Ministry.FOREIGN, function, InterlocutorLevel.DIRECTOR),
                "",
                "de",
                List.of(),
                Approach.RESENTED,
                null,
                FollowUp.NONE,
                Reasons.NONE,
                points,
                responses);
    }

    private static List<PointDelivery> raised(int count) {
        var points = new ArrayList<PointDelivery>();
        for (int i = 1; i <= count; i++) {
            points.add(new PointDelivery("P" + i, PointDelivery.How.RAISED, ""));
        }
        return points;
    }

    private static List<AskResponse> answered(AskResponse.Code code) {
        var responses = new ArrayList<AskResponse>();
        for (int i = 1; i <= 5; i++) {
            responses.add(new AskResponse("A" + i, code, "as said"));
        }
        return responses;
    }

    @Nested
    class WithMistakes {

        @Test
        void everyOneIsNamedAtOnce() {
            var wrong =
                    demarche(
                            "PL",
                            Instant.parse("2025-11-01T10:00:00Z"),
                            "",
                            List.of(new PointDelivery("P1", PointDelivery.How.OMITTED, "")),
                            List.of());
            var forgotten = java.util.Collections.nCopies(14, "DEM-005");

            var refusal =
                    catchThrowableOfType(Refusal.class, () -> demarches.record(wrong, berlin));

            assertThat(refusal.problems())
                    .extracting(problem -> problem.code().code())
                    .containsSubsequence(
                            "DEM-001", "DEM-007", "DEM-008", "DEM-002", "DEM-002", "DEM-002",
                            "DEM-002", "DEM-002", "DEM-002", "DEM-005")
                    .containsSubsequence(forgotten)
                    .hasSize(10 + forgotten.size());
        }

        @Test
        void aPointForEuropeIsNotForOttawa() {
            var wrong =
                    demarche(
                            "CA",
                            justNow(),
                            "Director",
                            raised(13),
                            answered(AskResponse.Code.TOOK_NOTE));

            var refusal =
                    catchThrowableOfType(Refusal.class, () -> demarches.record(wrong, ottawa));

            assertThat(refusal.first().code().code()).isEqualTo("DEM-004");
            assertThat(refusal).hasMessage("Point P13 is for other posts.");
        }

        @Test
        void theFutureIsNotReported() {
            var wrong =
                    demarche(
                            "DE",
                            clock.instant().plus(Duration.ofHours(1)),
                            "Director",
                            raised(15),
                            answered(AskResponse.Code.TOOK_NOTE));

            assertThat(catchThrowableOfType(Refusal.class, () -> demarches.record(wrong, berlin)))
                    .hasMessage("The démarche is dated in the future.");
        }
    }

    @Nested
    class Recorded {

        @Test
        void anAnswerInPrivateIsProposedAsALeanAndNeverFirm() {
            var kept =
                    demarches.record(
                            demarche(
                                    "DE",
                                    justNow(),
                                    "Director",
                                    raised(15),
                                    answered(AskResponse.Code.DECLINED)),
                            berlin);

            assertThat(positions.proposals(desk.scope()))
                    .filteredOn(p -> p.basis().id().equals(kept.id().toString()))
                    .hasSize(5)
                    .allMatch(p -> p.lane() == Lane.WORD && p.step() == Step.LEANS_OPPOSE);
        }

        @Test
        void sentTwiceOverABadLineItIsKeptOnce() {
            var demarche =
                    demarche(
                            "DE",
                            justNow(),
                            "Director",
                            raised(15),
                            answered(AskResponse.Code.TOOK_NOTE));

            assertThat(demarches.record(demarche, berlin).id())
                    .isEqualTo(demarches.record(demarche, berlin).id());
        }

        @Test
        void itCanBeTakenBackAndThenNoLongerCounts() {
            var kept =
                    demarches.record(
                            demarche(
                                    "DE",
                                    justNow(),
                                    "Director",
                                    raised(15),
                                    answered(AskResponse.Code.TOOK_NOTE)),
                            berlin);

            demarches.takeBack(kept.id(), berlin);

            assertThat(demarches.get(kept.id(), berlin.scope()).stands()).isFalse();
            assertThat(demarches.of(INSTRUCTION, berlin.scope()))
                    .noneMatch(d -> d.id().equals(kept.id()));
            assertThat(positions.proposals(desk.scope()))
                    .noneMatch(p -> p.basis().id().equals(kept.id().toString()));
        }

        @Test
        void anotherPostDoesNotReadIt() {
            var kept =
                    demarches.record(
                            demarche(
                                    "DE",
                                    justNow(),
                                    "Director",
                                    raised(15),
                                    answered(AskResponse.Code.TOOK_NOTE)),
                            berlin);

            assertThat(demarches.of(INSTRUCTION, ottawa.scope()))
                    .noneMatch(d -> d.id().equals(kept.id()));
        }
    }
}
