// SPDX-License-Identifier: Apache-2.0
package org.chancery.draft;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chancery.cable.Addressee;
import org.chancery.cable.Addressing;
import org.chancery.cable.Paragraph;
import org.chancery.directory.Calendar;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.policy.Traffic;
import org.springframework.stereotype.Component;

/// A due date lies after the release, and leaves each post the time its precedence gives it
/// (TSK-003). A post has until it closes on that day.
@Component
class DueDateRules implements ReleaseCheck {

    private final Offices offices;
    private final Traffic traffic;
    private final Addresses addresses;

    DueDateRules(Offices offices, Traffic traffic, Addresses addresses) {
        this.offices = offices;
        this.traffic = traffic;
        this.addresses = addresses;
    }

    @Override
    public List<Check> checkAt(Draft draft, Instant release) {
        var content = draft.content();
        var found = new ArrayList<Check>();
        var today = LocalDate.ofInstant(release, ZoneOffset.UTC);
        var rows = content.paragraphs().stream().filter(row -> row.is("REQUIREMENT")).toList();
        if (rows.isEmpty()) {
            return found;
        }
        var calendars = offices.calendars();
        var handled = handled(draft, today, release, calendars);
        for (var row : rows) {
            for (var day : CalendarRules.days(row).toList()) {
                if (day.isBefore(today)) {
                    found.add(past(row, day));
                } else {
                    soon(row, day, handled, calendars, found);
                }
            }
        }
        return found;
    }

    /// When each ACTION office can have handled the cable.
    private Map<OfficeCode, Instant> handled(
            Draft draft, LocalDate today, Instant release, Map<OfficeCode, Calendar> calendars) {
        var handled = new LinkedHashMap<OfficeCode, Instant>();
        for (var addressee : addresses.expand(draft.content(), today).addressees()) {
            var calendar = calendars.get(addressee.office());
            if (addressee.role() == Addressing.ACTION && calendar != null) {
                handled(addressee, calendar, release, handled);
            }
        }
        return handled;
    }

    private void handled(
            Addressee addressee,
            Calendar calendar,
            Instant release,
            Map<OfficeCode, Instant> into) {
        traffic.findPrecedence(addressee.precedence())
                .ifPresent(
                        precedence ->
                                into.put(
                                        addressee.office(),
                                        precedence.nightAction()
                                                ? release.plus(precedence.handling())
                                                : calendar.after(release, precedence.handling())));
    }

    private static Check past(Paragraph row, LocalDate day) {
        return Check.blocks(
                        CalendarRules.field(row),
                        DraftRefusal.DUE_BEFORE_RELEASE,
                        row.label(),
                        day.toString())
                .on(row.id());
    }

    private static void soon(
            Paragraph row,
            LocalDate day,
            Map<OfficeCode, Instant> handled,
            Map<OfficeCode, Calendar> calendars,
            List<Check> found) {
        var late = new LinkedHashMap<OfficeCode, LocalDate>();
        handled.forEach(
                (office, time) -> {
                    var calendar = calendars.get(office);
                    if (calendar != null && calendar.closing(day).isBefore(time)) {
                        late.put(office, LocalDate.ofInstant(time, calendar.zone()));
                    }
                });
        if (late.isEmpty()) {
            return;
        }
        var first = late.values().stream().max(LocalDate::compareTo).orElse(day);
        found.add(
                Check.blocks(
                                CalendarRules.field(row),
                                DraftRefusal.DUE_TOO_SOON,
                                row.label(),
                                day.toString(),
                                late.size(),
                                late.keySet().stream()
                                        .map(OfficeCode::value)
                                        .collect(Collectors.joining(", ")),
                                first.toString())
                        .on(row.id()));
    }
}
