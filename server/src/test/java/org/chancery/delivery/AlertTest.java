// SPDX-License-Identifier: Apache-2.0
package org.chancery.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.chancery.DatabaseTest;
import org.chancery.MovableClock;
import org.chancery.access.Actor;
import org.chancery.cable.Cable;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/// Handling time of IMMEDIATE is 30 minutes, so each step waits 15.
@DatabaseTest
@Import({ReleasedCables.class, MovableClock.Time.class})
@TestPropertySource(properties = "chancery.alert-every=P1D")
class AlertTest {

    private static final Duration STEP = Duration.ofMinutes(15);

    private final Alerts alerts;
    private final Deliveries deliveries;
    private final ReleasedCables released;
    private final MovableClock clock;
    private final JdbcClient jdbc;
    private final Actor berlin;
    private final Actor mission;
    private final Actor duty;

    AlertTest(
            Alerts alerts,
            Deliveries deliveries,
            ReleasedCables released,
            MovableClock clock,
            JdbcClient jdbc) {
        this.alerts = alerts;
        this.deliveries = deliveries;
        this.released = released;
        this.clock = clock;
        this.jdbc = jdbc;
        this.berlin = released.actor("berlin");
        this.mission = released.actor("hom.berlin");
        this.duty = released.actor("duty");
    }

    @AfterEach
    void nothingWaitsAndTheRosterIsEmpty() {
        alerts.roster(mission).forEach(entry -> alerts.remove(entry.id(), mission));
        jdbc.sql(
                        "update delivery.alert set closed_at = now(), next_at = null where closed_at is null")
                .update();
    }

    private void roster(Actor person, int position) {
        roster(person, position, Instant.EPOCH, null);
    }

    private void roster(
            Actor person,
            int position,
            Instant from,
            @org.jspecify.annotations.Nullable Instant until) {
        alerts.add(
                new RosterEntry(UUID.randomUUID(), person.person(), position, from, until),
                mission);
    }

    private List<String> steps(Cable cable) {
        return alerts.steps(cable.id(), berlin.office()).stream()
                .map(
                        step ->
                                step.person() == null
                                        ? step.whom().name()
                                        : step.person().equals(berlin.person())
                                                ? "berlin"
                                                : "hom.berlin")
                .toList();
    }

    private Cable urgent() {
        return released.release(List.of("BERLIN/IMMEDIATE"), List.of());
    }

    @Nested
    class AtRelease {

        @Test
        void theFirstOnTheRosterIsTold() {
            roster(mission, 2);
            roster(berlin, 1);

            assertThat(steps(urgent())).containsExactly("berlin");
        }

        @Test
        void whoIsNotOnDutyNowIsPassedOver() {
            roster(berlin, 1, clock.instant().plusSeconds(60), null);
            roster(mission, 2, Instant.EPOCH, clock.instant().plusSeconds(60));

            assertThat(steps(urgent())).containsExactly("hom.berlin");
        }

        @Test
        void anOfficeWithoutARosterIsToldAsAWhole() {
            assertThat(steps(urgent())).containsExactly("OFFICE");
        }

        @Test
        void aPrecedenceThatWakesNobodyOpensNoAlert() {
            assertThat(steps(released.release(List.of("BERLIN/PRIORITY"), List.of()))).isEmpty();
        }
    }

    @Nested
    class WhileNobodyAcknowledges {

        @Test
        void theNextIsToldAfterHalfTheHandlingTimeThenTheOfficeAndTheDutyOfficers() {
            roster(berlin, 1);
            roster(mission, 2);
            var cable = urgent();

            clock.move(STEP.minusSeconds(1));
            alerts.escalate();
            assertThat(steps(cable)).containsExactly("berlin");

            clock.move(Duration.ofSeconds(1));
            alerts.escalate();
            assertThat(steps(cable)).containsExactly("berlin", "hom.berlin");

            clock.move(STEP);
            alerts.escalate();
            assertThat(steps(cable)).containsExactly("berlin", "hom.berlin", "OFFICE", "DUTY");

            clock.move(STEP);
            assertThat(alerts.escalate()).isZero();
        }

        @Test
        void aFlashWaitsFiveMinutes() {
            roster(berlin, 1);
            var cable = released.release(List.of("BERLIN/FLASH"), List.of());

            clock.move(Duration.ofMinutes(5));
            alerts.escalate();

            assertThat(steps(cable)).containsExactly("berlin", "OFFICE", "DUTY");
        }

        @Test
        void severalServersTakeEachStepOnce() throws Exception {
            var cable = urgent();
            clock.move(STEP);

            try (var servers = Executors.newFixedThreadPool(4)) {
                Callable<Integer> tick = alerts::escalate;
                for (var done : servers.invokeAll(List.of(tick, tick, tick, tick))) {
                    done.get();
                }
            }

            assertThat(steps(cable)).containsExactly("OFFICE", "DUTY");
        }
    }

    @Nested
    class OnceSomebodyAcknowledges {

        @Test
        void nobodyElseIsWoken() {
            roster(berlin, 1);
            roster(mission, 2);
            var cable = urgent();

            deliveries.acknowledge(cable.mrn(), berlin);
            clock.move(STEP);
            alerts.escalate();

            assertThat(steps(cable)).containsExactly("berlin", "ENDED");
            assertThat(deliveries.urgent(berlin))
                    .noneMatch(row -> row.cable().id().equals(cable.id()));
        }
    }

    @Nested
    class TheStepsOnRecord {

        @Test
        void cannotBeAlteredNotEvenInTheDatabase() {
            var cable = urgent();

            for (var sql :
                    List.of(
                            "update delivery.alert_event set at = now() where cable = :id",
                            "delete from delivery.alert_event where cable = :id")) {
                assertThatThrownBy(() -> jdbc.sql(sql).param("id", cable.id().value()).update())
                        .hasMessageContaining("MSG-001");
            }
        }
    }

    @Nested
    class TheDutyBoard {

        private DutyBoard.Line line(String office) {
            return alerts.board(duty).lines().stream()
                    .filter(line -> line.office().code().value().equals(office))
                    .findFirst()
                    .orElseThrow();
        }

        @Test
        void showsWhatWaitsSinceWhenAndWhomItTold() {
            roster(berlin, 1);
            var cable = urgent();

            var waiting = line("BERLIN").waiting().getFirst();

            assertThat(waiting.since()).isEqualTo(cable.releasedAt());
            assertThat(waiting.steps())
                    .extracting(AlertStep::person)
                    .containsExactly(berlin.person());
            assertThat(waiting.nextAt()).isEqualTo(cable.releasedAt().plus(STEP));
        }

        @Test
        void keepsTheNumberOfACableTheWatchMayNotRead() {
            released.release(
                    List.of("BERLIN/IMMEDIATE"),
                    List.of(),
                    content -> content.captions(Set.of("NODIS")));

            assertThat(line("BERLIN").waiting().getFirst().mrn()).isNull();
        }

        @Test
        void showsTheNumberOfACableTheWatchMayRead() {
            var cable = urgent();

            assertThat(line("BERLIN").waiting().getFirst().mrn()).isEqualTo(cable.mrn());
        }

        @Test
        void tellsWhichPostsAreOpenAndWhereItIsNight() {
            urgent();

            for (var office : List.of("BERLIN", "CANBERRA", "OTTAWA")) {
                var line = line(office);
                var local = clock.instant().atZone(line.office().zone());
                assertThat(line.night())
                        .as(office)
                        .isEqualTo(local.getHour() >= 22 || local.getHour() < 6);
            }
            assertThat(alerts.board(duty).lines().getFirst().office().code())
                    .isEqualTo(berlin.office());
        }

        @Test
        void isForThoseWhoWatchTheTraffic() {
            var refusal = catchThrowableOfType(Refusal.class, () -> alerts.board(berlin));

            assertThat(refusal.first().code().code()).isEqualTo("ACC-006");
        }
    }

    @Nested
    class TheRoster {

        @Test
        void isKeptByThoseWhoDistribute() {
            assertThatThrownBy(() -> alerts.roster(berlin)).isInstanceOf(Refusal.class);
        }

        @Test
        void takesPeopleOfTheOfficeOnly() {
            var refusal =
                    catchThrowableOfType(Refusal.class, () -> roster(released.actor("ottawa"), 1));

            assertThat(refusal.first().code().code()).isEqualTo("DLV-006");
        }

        @Test
        void namesEveryMistakeOfAnEntry() {
            var refusal =
                    catchThrowableOfType(
                            Refusal.class,
                            () -> roster(berlin, 0, clock.instant(), clock.instant()));

            assertThat(refusal.problems())
                    .extracting((Problem problem) -> problem.code().code())
                    .containsExactly("DLV-010", "DLV-011");
        }
    }
}
