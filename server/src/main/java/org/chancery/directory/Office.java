// SPDX-License-Identifier: Apache-2.0
package org.chancery.directory;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An office sends and receives cables; a person only ever acts for one.
public sealed interface Office {

    OfficeCode code();

    Names names();

    /// The office above, null for the head office.
    @Nullable OfficeCode parent();

    ZoneId zone();

    WorkingHours hours();

    /// Part of headquarters.
    ///
    /// @param taskingAuthority may instruct posts (TSK-004)
    record Bureau(
            OfficeCode code,
            Names names,
            @Nullable OfficeCode parent,
            ZoneId zone,
            WorkingHours hours,
            boolean taskingAuthority)
            implements Office {}

    /// An embassy, mission or consulate.
    ///
    /// @param city where it stands
    /// @param place its point on the map
    /// @param accreditedTo governments it deals with, its host first, at least one
    record Post(
            OfficeCode code,
            Names names,
            @Nullable OfficeCode parent,
            ZoneId zone,
            WorkingHours hours,
            Names city,
            Place place,
            List<GovernmentCode> accreditedTo)
            implements Office {

        public Post {
            accreditedTo = List.copyOf(accreditedTo);
            if (accreditedTo.isEmpty()) {
                throw new IllegalArgumentException(code + " is accredited to nobody");
            }
        }

        public GovernmentCode host() {
            return accreditedTo.getFirst();
        }
    }

    /// @param latitude degrees north, -90 to 90
    /// @param longitude degrees east, -180 to 180
    record Place(double latitude, double longitude) {}

    /// Local opening hours, Monday to Friday.
    record WorkingHours(LocalTime opens, LocalTime closes) {
        public WorkingHours {
            if (!opens.isBefore(closes)) {
                throw new IllegalArgumentException(opens + " is not before " + closes);
            }
        }
    }
}
