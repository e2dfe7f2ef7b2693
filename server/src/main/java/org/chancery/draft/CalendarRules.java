// SPDX-License-Identifier: Apache-2.0
package org.chancery.draft;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.chancery.access.ReadScope;
import org.chancery.cable.Addressee;
import org.chancery.cable.Addressing;
import org.chancery.cable.Content;
import org.chancery.cable.Paragraph;
import org.chancery.directory.Calendar;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.policy.Precedence;
import org.chancery.policy.Traffic;
import org.springframework.stereotype.Component;

/// What a cable does to the hours of those it goes to: posts on minimise (MSG-028), people woken at
/// night, and days on which a post does not work (TSK-003).
@Component
class CalendarRules implements ReleaseCheck {

    private final Offices offices;
    private final Traffic traffic;
    private final Addresses addresses;
    private final Clock clock;

    CalendarRules(Offices offices, Traffic traffic, Addresses addresses, Clock clock) {
        this.offices = offices;
        this.traffic = traffic;
        this.addresses = addresses;
        this.clock = clock;
    }

    @Override
    public List<Check> check(Draft draft, ReadScope reader) {
        var content = draft.content();
        var today = LocalDate.now(clock);
        var addressees = addresses.expand(content, today).addressees();
        var action =
                addressees.stream()
                        .filter(addressee -> addressee.role() == Addressing.ACTION)
                        .map(Addressee::office)
                        .toList();
        var found = new ArrayList<Check>();
        minimise(content, action, today).ifPresent(found::add);
        woken(addressees, clock.instant()).ifPresent(found::add);
        freeDays(content, action, found);
        return found;
    }

    private Optional<Check> minimise(Content content, List<OfficeCode> action, LocalDate today) {
        var holding = offices.onMinimise(today);
        var asked = action.stream().filter(holding::contains).toList();
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                content.minimizeConsidered()
                        ? Check.warns(
                                "minimizeConsidered",
                                DraftRefusal.MINIMISE_CONSIDERED,
                                named(asked),
                                asked.size())
                        : Check.blocks(
                                "minimizeConsidered",
                                DraftRefusal.ON_MINIMISE,
                                named(asked),
                                asked.size()));
    }

    private Optional<Check> woken(List<Addressee> addressees, Instant now) {
        var calendars = offices.calendars();
        var asleep =
                addressees.stream()
                        .filter(
                                addressee ->
                                        traffic.findPrecedence(addressee.precedence())
                                                .map(Precedence::alerts)
                                                .orElse(false))
                        .map(Addressee::office)
                        .filter(office -> !open(calendars, office, now))
                        .toList();
        return asleep.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Check.warns(
                                "actionPrecedence",
                                DraftRefusal.POSTS_WOKEN,
                                asleep.size(),
                                named(asleep)));
    }

    private static boolean open(
            Map<OfficeCode, Calendar> calendars, OfficeCode office, Instant now) {
        var calendar = calendars.get(office);
        return calendar != null && calendar.open(now);
    }

    private void freeDays(Content content, List<OfficeCode> action, List<Check> found) {
        var calendars = offices.calendars();
        for (var row : content.paragraphs()) {
            if (!row.is("REQUIREMENT")) {
                continue;
            }
            for (var day : days(row).toList()) {
                var free = new LinkedHashMap<OfficeCode, LocalDate>();
                for (var office : action) {
                    var calendar = calendars.get(office);
                    if (calendar != null && !calendar.works(day)) {
                        free.put(office, calendar.nextWorkingDay(day));
                    }
                }
                if (!free.isEmpty()) {
                    found.add(onFreeDay(row, day, free));
                }
            }
        }
    }

    /// The earliest day on which all of them work again is the one to offer.
    private static Check onFreeDay(
            Paragraph row, LocalDate day, LinkedHashMap<OfficeCode, LocalDate> free) {
        var next = free.values().stream().max(LocalDate::compareTo).orElse(day);
        return Check.warns(
                        field(row),
                        DraftRefusal.DUE_ON_FREE_DAY,
                        row.label(),
                        day.toString(),
                        free.size(),
                        named(List.copyOf(free.keySet())),
                        next.toString())
                .on(row.id());
    }

    /// Days of the requirement that can be read; the others are another rule's (TSK-002).
    static Stream<LocalDate> days(Paragraph row) {
        return Stream.concat(
                        Arrays.stream(row.term("rounds").split(",")), Stream.of(row.term("due")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .flatMap(CalendarRules::day);
    }

    /// Where the days of a requirement are mended.
    static String field(Paragraph row) {
        return (row.term("rounds").isEmpty() ? "due-" : "rounds-") + row.id();
    }

    private static Stream<LocalDate> day(String text) {
        try {
            return Stream.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Stream.empty();
        }
    }

    private static String named(List<OfficeCode> offices) {
        return String.join(", ", offices.stream().map(OfficeCode::value).toList());
    }
}
