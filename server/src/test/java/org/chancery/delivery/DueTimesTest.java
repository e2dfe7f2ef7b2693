// SPDX-License-Identifier: Apache-2.0
package org.chancery.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chancery.DatabaseTest;
import org.chancery.cable.Content;
import org.chancery.cable.Timing;
import org.chancery.directory.Calendar;
import org.chancery.directory.Office;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DatabaseTest
class DueTimesTest {

    private static final Instant TUESDAY_NOON = Instant.parse("2026-11-24T11:00:00Z");

    private final DueTimes times;
    private final Content plain = Content.blank("CABLE", "SBU", "PRIORITY");

    DueTimesTest(DueTimes times) {
        this.times = times;
    }

    private static Calendar berlin(String... holidays) {
        return new Calendar(
                ZoneId.of("Europe/Berlin"),
                new Office.WorkingHours(LocalTime.of(8, 30), LocalTime.of(17, 30)),
                Set.of(holidays).stream()
                        .map(LocalDate::parse)
                        .collect(java.util.stream.Collectors.toSet()));
    }

    private static Content timed(Content content, String replyBy, String deskBy) {
        return content.with()
                .timing(
                        new Timing(
                                replyBy.isEmpty() ? null : Instant.parse(replyBy),
                                deskBy.isEmpty() ? null : Instant.parse(deskBy)))
                .build();
    }

    private static Content required(String term, String days) {
        return Content.blank("INSTRUCTION", "SBU", "PRIORITY")
                .with()
                .paragraphs(
                        List.of(
                                ReleasedCables.row(
                                        "REQUIREMENT", "R1", "Report.", Map.of(term, days))))
                .build();
    }

    @Nested
    class HandlingTime {

        @Test
        void isCountedInTheWorkingHoursOfThePost() {
            assertThat(times.due(plain, TUESDAY_NOON, "PRIORITY", berlin()))
                    .isEqualTo("2026-11-24T14:00:00Z");
            assertThat(
                            times.due(
                                    plain,
                                    Instant.parse("2026-11-24T15:30:00Z"),
                                    "PRIORITY",
                                    berlin()))
                    .isEqualTo("2026-11-25T09:30:00Z");
        }

        @Test
        void waitsOverTheWeekend() {
            var fridayEvening = Instant.parse("2026-11-27T18:00:00Z");

            assertThat(times.due(plain, fridayEvening, "IMMEDIATE", berlin()))
                    .isEqualTo("2026-11-30T08:00:00Z");
        }

        @Test
        void waitsOverAHolidayOfThePost() {
            var eve = Instant.parse("2026-11-24T17:00:00Z");

            assertThat(times.due(plain, eve, "IMMEDIATE", berlin("2026-11-25")))
                    .isEqualTo("2026-11-26T08:00:00Z");
        }

        @Test
        void followsTheClockOnTheWallWhenTheTimeChanges() {
            var fridayBeforeSummerTime = Instant.parse("2026-03-27T17:00:00Z");
            var fridayBeforeWinterTime = Instant.parse("2026-10-23T17:00:00Z");

            assertThat(times.due(plain, fridayBeforeSummerTime, "IMMEDIATE", berlin()))
                    .isEqualTo("2026-03-30T07:00:00Z");
            assertThat(times.due(plain, fridayBeforeWinterTime, "IMMEDIATE", berlin()))
                    .isEqualTo("2026-10-26T08:00:00Z");
        }

        @Test
        void runsAtAnyHourForNiactAndFlash() {
            var saturdayNight = Instant.parse("2026-11-28T01:00:00Z");

            assertThat(times.due(plain, saturdayNight, "NIACT", berlin()))
                    .isEqualTo("2026-11-28T01:30:00Z");
            assertThat(times.due(plain, saturdayNight, "FLASH", berlin()))
                    .isEqualTo("2026-11-28T01:10:00Z");
        }
    }

    @Nested
    class AnEarlierDate {

        @Test
        void replyByComesBeforeTheHandlingTime() {
            var content = timed(plain, "2026-11-24T12:00:00Z", "");

            assertThat(times.due(content, TUESDAY_NOON, "ROUTINE", berlin()))
                    .isEqualTo("2026-11-24T12:00:00Z");
        }

        @Test
        void deskByComesBeforeReplyBy() {
            var content = timed(plain, "2026-11-24T12:00:00Z", "2026-11-24T11:30:00Z");

            assertThat(times.due(content, TUESDAY_NOON, "ROUTINE", berlin()))
                    .isEqualTo("2026-11-24T11:30:00Z");
        }

        @Test
        void aLaterDateChangesNothing() {
            var content = timed(plain, "2026-12-24T12:00:00Z", "2026-12-24T11:30:00Z");

            assertThat(times.due(content, TUESDAY_NOON, "PRIORITY", berlin()))
                    .isEqualTo("2026-11-24T14:00:00Z");
        }

        @Test
        void theDayOfARequirementEndsWhenThePostCloses() {
            var lateMorning = Instant.parse("2026-11-24T13:30:00Z");

            assertThat(times.due(required("due", "2026-11-24"), lateMorning, "ROUTINE", berlin()))
                    .isEqualTo("2026-11-24T16:30:00Z");
        }

        @Test
        void theFirstRoundStillAheadCounts() {
            var lateMorning = Instant.parse("2026-11-24T13:30:00Z");

            assertThat(
                            times.due(
                                    required("rounds", "2026-11-20, 2026-11-24,2026-12-05"),
                                    lateMorning,
                                    "ROUTINE",
                                    berlin()))
                    .isEqualTo("2026-11-24T16:30:00Z");
        }
    }
}
