// SPDX-License-Identifier: Apache-2.0
package org.chancery.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chancery.cable.Addressee;
import org.chancery.cable.Addressing;
import org.chancery.cable.Cable;
import org.chancery.directory.Calendar;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.policy.Traffic;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// When an addressee is to have handled a cable: the earliest of reply-by, DESKBY and the handling
/// time of its precedence, counted in the post's working hours unless the precedence acts at night.
@Component
class DueTimes {

    private final Offices offices;
    private final Traffic traffic;

    DueTimes(Offices offices, Traffic traffic) {
        this.offices = offices;
        this.traffic = traffic;
    }

    List<Delivery> deliveries(Cable cable) {
        var calendars = offices.calendars();
        return cable.addressees().stream()
                .map(addressee -> delivery(cable, addressee, calendars))
                .toList();
    }

    private Delivery delivery(
            Cable cable, Addressee addressee, Map<OfficeCode, Calendar> calendars) {
        var calendar = calendars.get(addressee.office());
        return new Delivery(
                addressee.office(),
                addressee.role(),
                addressee.precedence(),
                addressee.via(),
                cable.releasedAt(),
                addressee.role() == Addressing.INFO || calendar == null
                        ? null
                        : due(cable, addressee.precedence(), calendar),
                null,
                null);
    }

    private Instant due(Cable cable, String code, Calendar calendar) {
        var precedence = traffic.precedence(code);
        var handled =
                precedence.nightAction()
                        ? cable.releasedAt().plus(precedence.handling())
                        : calendar.after(cable.releasedAt(), precedence.handling());
        var timing = cable.content().timing();
        return earliest(handled, timing.replyBy(), timing.deskBy());
    }

    private static Instant earliest(Instant first, @Nullable Instant... others) {
        return Stream.of(others)
                .filter(other -> other != null && other.isBefore(first))
                .min(Instant::compareTo)
                .orElse(first);
    }
}
