// SPDX-License-Identifier: Apache-2.0
package org.chancery.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.chancery.cable.Addressee;
import org.chancery.cable.Addressing;
import org.chancery.cable.Cable;
import org.chancery.cable.Content;
import org.chancery.cable.Paragraph;
import org.chancery.directory.Calendar;
import org.chancery.directory.Office;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.policy.Traffic;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// When an addressee is to have a cable in hand: the earliest of reply-by, DESKBY, the first date an
/// instruction sets, and the handling time of its precedence, counted in the post's working hours
/// unless the precedence acts at night.
@Component
class DueTimes {

    private final Offices offices;
    private final Traffic traffic;

    DueTimes(Offices offices, Traffic traffic) {
        this.offices = offices;
        this.traffic = traffic;
    }

    /// The copies of a cable just released: in the inbox of offices inside Chancery, waiting for the
    /// mail gateway for correspondents.
    List<Delivery> deliveries(Cable cable) {
        var calendars = offices.calendars();
        var known = offices.byCode();
        return cable.addressees().stream()
                .map(addressee -> delivery(cable, addressee, calendars, known))
                .toList();
    }

    private Delivery delivery(
            Cable cable,
            Addressee addressee,
            Map<OfficeCode, Calendar> calendars,
            Map<OfficeCode, Office> known) {
        var outside = known.get(addressee.office()) instanceof Office.Correspondent;
        var calendar = calendars.get(addressee.office());
        return Delivery.first(
                addressee.office(),
                addressee.role(),
                addressee.precedence(),
                addressee.via(),
                outside
                        ? new DeliveryState.Queued(cable.releasedAt())
                        : new DeliveryState.Delivered(cable.releasedAt()),
                outside || addressee.role() == Addressing.INFO || calendar == null
                        ? null
                        : due(
                                cable.content(),
                                cable.releasedAt(),
                                addressee.precedence(),
                                calendar));
    }

    /// @param code of the precedence of the copy
    /// @param calendar of the addressee
    Instant due(Content content, Instant delivered, String code, Calendar calendar) {
        var precedence = traffic.precedence(code);
        var handled =
                precedence.nightAction()
                        ? delivered.plus(precedence.handling())
                        : calendar.after(delivered, precedence.handling());
        var timing = content.timing();
        return earliest(
                handled, timing.replyBy(), timing.deskBy(), required(content, delivered, calendar));
    }

    /// The first day a requirement names from the day of delivery on, when the post closes; null if
    /// there is none. A day that is already over at release is the requirement's affair.
    private static @Nullable Instant required(
            Content content, Instant delivered, Calendar calendar) {
        return content.paragraphs().stream()
                .filter(row -> row.is("REQUIREMENT"))
                .flatMap(DueTimes::days)
                .map(calendar::closing)
                .filter(end -> end.isAfter(delivered))
                .min(Instant::compareTo)
                .orElse(null);
    }

    private static Stream<LocalDate> days(Paragraph row) {
        return Stream.of(row.term("due"), row.term("rounds"))
                .flatMap(term -> Arrays.stream(term.split(",")))
                .map(String::strip)
                .filter(day -> !day.isEmpty())
                .map(LocalDate::parse);
    }

    private static Instant earliest(Instant first, @Nullable Instant... others) {
        return Arrays.stream(others)
                .filter(Objects::nonNull)
                .filter(other -> other.isBefore(first))
                .min(Instant::compareTo)
                .orElse(first);
    }
}
