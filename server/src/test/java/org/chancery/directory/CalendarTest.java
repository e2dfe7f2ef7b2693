// SPDX-License-Identifier: Apache-2.0
package org.chancery.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CalendarTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Set<DayOfWeek> SUNDAY_TO_THURSDAY =
            EnumSet.complementOf(EnumSet.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY));

    private static Calendar berlin(LocalDate... holidays) {
        return new Calendar(
                BERLIN,
                new Office.WorkingHours(LocalTime.of(8, 30), LocalTime.of(17, 30)),
                Set.of(holidays));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    /// A moment by the clock on a wall in Berlin.
    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    private static Duration hours(long hours) {
        return Duration.ofHours(hours);
    }

    @Nested
    class OnAWorkingDay {

        @Test
        void itIsOpenFromTheOpeningAndNoLongerAtTheClosing() {
            assertThat(berlin().open(at("2026-01-14T08:29:59"))).isFalse();
            assertThat(berlin().open(at("2026-01-14T08:30"))).isTrue();
            assertThat(berlin().open(at("2026-01-14T17:29:59"))).isTrue();
            assertThat(berlin().open(at("2026-01-14T17:30"))).isFalse();
        }

        @Test
        void timeCountsFromTheStart() {
            assertThat(berlin().after(at("2026-01-14T10:00"), hours(3)))
                    .isEqualTo(at("2026-01-14T13:00"));
        }

        @Test
        void timeCountsFromTheOpeningWhenItStartsBefore() {
            assertThat(berlin().after(at("2026-01-14T03:00"), hours(3)))
                    .isEqualTo(at("2026-01-14T11:30"));
        }

        @Test
        void whatFillsTheDayEndsAtItsClosing() {
            assertThat(berlin().after(at("2026-01-14T14:30"), hours(3)))
                    .isEqualTo(berlin().closing(day("2026-01-14")))
                    .isEqualTo(at("2026-01-14T17:30"));
        }

        @Test
        void theRestFallsOnTheNextMorning() {
            assertThat(berlin().after(at("2026-01-14T16:30"), hours(3)))
                    .isEqualTo(at("2026-01-15T10:30"));
        }

        @Test
        void moreThanADayTakesSeveral() {
            assertThat(berlin().after(at("2026-01-12T08:30"), hours(20)))
                    .isEqualTo(at("2026-01-14T10:30"));
        }

        @Test
        void noTimeAtAllIsTheStartOrTheNextOpening() {
            assertThat(berlin().after(at("2026-01-14T10:00"), Duration.ZERO))
                    .isEqualTo(at("2026-01-14T10:00"));
            assertThat(berlin().after(at("2026-01-14T17:30"), Duration.ZERO))
                    .isEqualTo(at("2026-01-15T08:30"));
        }

        @Test
        void negativeTimeIsNoTime() {
            assertThatThrownBy(() -> berlin().after(at("2026-01-14T10:00"), hours(-1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("PT-1H");
        }

        @Test
        void theDayIsThatOfItsZone() {
            var wellington =
                    new Calendar(
                            ZoneId.of("Pacific/Auckland"),
                            new Office.WorkingHours(LocalTime.of(8, 30), LocalTime.of(17, 30)),
                            Set.of());

            // Sunday evening in Greenwich is Monday morning there.
            assertThat(wellington.open(Instant.parse("2026-01-11T20:00:00Z"))).isTrue();
            // Friday morning in Greenwich is Friday night there.
            assertThat(wellington.after(Instant.parse("2026-01-16T10:00:00Z"), hours(1)))
                    .isEqualTo(Instant.parse("2026-01-18T20:30:00Z"));
        }
    }

    @Nested
    class OnAFridayEvening {

        @Test
        void theNextWorkingDayIsMonday() {
            assertThat(berlin().nextWorkingDay(day("2026-01-16"))).isEqualTo(day("2026-01-19"));
        }

        @Test
        void timeCountsFromMondayMorning() {
            assertThat(berlin().after(at("2026-01-16T19:00"), hours(3)))
                    .isEqualTo(at("2026-01-19T11:30"));
        }

        @Test
        void whatWasBegunGoesOnOnMonday() {
            assertThat(berlin().after(at("2026-01-16T16:30"), hours(3)))
                    .isEqualTo(at("2026-01-19T10:30"));
        }

        @Test
        void nobodyIsThereOnSaturday() {
            assertThat(berlin().works(day("2026-01-17"))).isFalse();
            assertThat(berlin().open(at("2026-01-17T11:00"))).isFalse();
            assertThat(berlin().after(at("2026-01-17T11:00"), hours(1)))
                    .isEqualTo(at("2026-01-19T09:30"));
        }
    }

    @Nested
    class OnAHoliday {

        private final Calendar calendar =
                berlin(day("2026-04-03"), day("2026-04-06"), day("2026-05-14"));

        @Test
        void nobodyIsThere() {
            assertThat(calendar.works(day("2026-05-14"))).isFalse();
            assertThat(calendar.open(at("2026-05-14T11:00"))).isFalse();
        }

        @Test
        void timeStandsStill() {
            assertThat(calendar.after(at("2026-05-13T16:30"), hours(3)))
                    .isEqualTo(at("2026-05-15T10:30"));
        }

        @Test
        void easterIsFourDaysLong() {
            assertThat(calendar.nextWorkingDay(day("2026-04-02"))).isEqualTo(day("2026-04-07"));
            assertThat(calendar.after(at("2026-04-02T17:00"), hours(1)))
                    .isEqualTo(at("2026-04-07T09:00"));
        }
    }

    @Nested
    class WithAWeekFromSundayToThursday {

        private final Calendar calendar =
                new Calendar(
                        BERLIN,
                        new Office.WorkingHours(
                                SUNDAY_TO_THURSDAY, LocalTime.of(8, 30), LocalTime.of(17, 30)),
                        Set.of());

        @Test
        void fridayIsFreeAndSundayIsNot() {
            assertThat(calendar.works(day("2026-01-16"))).isFalse();
            assertThat(calendar.works(day("2026-01-17"))).isFalse();
            assertThat(calendar.works(day("2026-01-18"))).isTrue();
        }

        @Test
        void thursdayEveningIsFollowedBySundayMorning() {
            assertThat(calendar.nextWorkingDay(day("2026-01-15"))).isEqualTo(day("2026-01-18"));
            assertThat(calendar.after(at("2026-01-15T16:30"), hours(3)))
                    .isEqualTo(at("2026-01-18T10:30"));
        }
    }

    @Nested
    class WhenTheClocksChange {

        private final Calendar nights =
                new Calendar(
                        BERLIN,
                        new Office.WorkingHours(
                                SUNDAY_TO_THURSDAY, LocalTime.of(0, 30), LocalTime.of(8, 30)),
                        Set.of());

        @Test
        void mondayMorningComesAnHourSoonerInSpring() {
            assertThat(berlin().after(at("2026-03-27T16:30"), hours(3)))
                    .isEqualTo(Instant.parse("2026-03-30T08:30:00Z"));
        }

        @Test
        void mondayMorningComesAnHourLaterInAutumn() {
            assertThat(berlin().after(at("2026-10-23T16:30"), hours(3)))
                    .isEqualTo(Instant.parse("2026-10-26T09:30:00Z"));
        }

        @Test
        void theNightInSpringIsAnHourShorter() {
            assertThat(nights.after(at("2026-03-29T00:30"), hours(7)))
                    .isEqualTo(nights.closing(day("2026-03-29")));
            assertThat(nights.after(at("2026-03-29T00:30"), hours(8)))
                    .isEqualTo(at("2026-03-30T01:30"));
        }

        @Test
        void theNightInAutumnIsAnHourLonger() {
            assertThat(nights.after(at("2026-10-25T00:30"), hours(9)))
                    .isEqualTo(nights.closing(day("2026-10-25")));
        }

        @Test
        void anOfficeWhoseHoursFallIntoTheGapDoesNotOpenThatDay() {
            var calendar =
                    new Calendar(
                            BERLIN,
                            new Office.WorkingHours(
                                    SUNDAY_TO_THURSDAY, LocalTime.of(2, 0), LocalTime.of(3, 0)),
                            Set.of());

            assertThat(calendar.open(at("2026-03-29T03:00"))).isFalse();
            assertThat(calendar.after(at("2026-03-29T01:00"), Duration.ofMinutes(30)))
                    .isEqualTo(at("2026-03-30T02:30"));
        }
    }

    @Nested
    class AtTheEndOfTheYear {

        private final Calendar calendar = berlin(day("2026-01-01"));

        @Test
        void newYearIsSkippedAndTimeGoesOnInTheNewYear() {
            assertThat(calendar.nextWorkingDay(day("2025-12-31"))).isEqualTo(day("2026-01-02"));
            assertThat(calendar.after(at("2025-12-31T16:30"), hours(3)))
                    .isEqualTo(at("2026-01-02T10:30"));
        }
    }

    @Nested
    class AtTheEndOfFebruary {

        @Test
        void theLeapDayIsWorkedOn() {
            assertThat(berlin().nextWorkingDay(day("2028-02-28"))).isEqualTo(day("2028-02-29"));
            assertThat(berlin().after(at("2028-02-28T17:00"), hours(1)))
                    .isEqualTo(at("2028-02-29T09:00"));
        }

        @Test
        void marchFollowsTheLeapDay() {
            assertThat(berlin().after(at("2028-02-29T17:00"), hours(1)))
                    .isEqualTo(at("2028-03-01T09:00"));
        }

        @Test
        void otherYearsHaveNone() {
            assertThat(berlin().nextWorkingDay(day("2027-02-26"))).isEqualTo(day("2027-03-01"));
        }
    }

    @Nested
    class Hours {

        @Test
        void areMondayToFridayUnlessSaidOtherwise() {
            assertThat(new Office.WorkingHours(LocalTime.of(9, 0), LocalTime.of(17, 0)).days())
                    .containsExactly(
                            DayOfWeek.MONDAY,
                            DayOfWeek.TUESDAY,
                            DayOfWeek.WEDNESDAY,
                            DayOfWeek.THURSDAY,
                            DayOfWeek.FRIDAY);
        }

        @Test
        void withoutADayCannotBeBuilt() {
            assertThatThrownBy(
                            () ->
                                    new Office.WorkingHours(
                                            Set.of(), LocalTime.of(9, 0), LocalTime.of(17, 0)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
