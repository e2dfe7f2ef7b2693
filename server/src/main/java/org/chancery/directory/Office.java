// SPDX-License-Identifier: Apache-2.0
package org.chancery.directory;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.chancery.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/// An office sends and receives cables; a person only ever acts for one.
public sealed interface Office {

    Entry entry();

    /// The office above: headquarters of a bureau, the bureau of an embassy, the embassy of a
    /// consulate. Null for the head office and for a correspondent.
    @Nullable OfficeCode parent();

    default OfficeCode code() {
        return entry().code();
    }

    default Names names() {
        return entry().names();
    }

    default ZoneId zone() {
        return entry().zone();
    }

    default WorkingHours hours() {
        return entry().hours();
    }

    /// Postal address line designator as printed, empty if it has none.
    default String plad() {
        return entry().plad();
    }

    default Standing standing() {
        return entry().standing();
    }

    /// What the directory says of every office.
    ///
    /// @param plad postal address line designator as printed: `AMEMBASSY BERLIN`; one line of up to
    ///   64 characters, empty if it has none
    record Entry(
            OfficeCode code,
            Names names,
            ZoneId zone,
            WorkingHours hours,
            String plad,
            Standing standing) {

        /// @throws Refusal `PLAD_MALFORMED` if it is longer or more than one line
        public Entry {
            if (!plad.matches("\\P{Cntrl}{0,64}")) {
                throw new Refusal(DirectoryRefusal.PLAD_MALFORMED, code.value());
            }
        }

        /// The common case: there for good, without a designator.
        public static Entry of(OfficeCode code, Names names, ZoneId zone, WorkingHours hours) {
            return new Entry(code, names, zone, hours, "", Standing.PERMANENT);
        }
    }

    /// Part of headquarters.
    ///
    /// @param taskingAuthority may instruct posts (TSK-004)
    record Bureau(Entry entry, @Nullable OfficeCode parent, boolean taskingAuthority)
            implements Office {

        public Bureau {
            requireNotItself(entry.code(), parent);
        }
    }

    /// An embassy, mission or consulate.
    ///
    /// @param parent the regional bureau, or the embassy that answers for a consulate
    /// @param city where it stands
    /// @param place its point on the map
    /// @param accreditedTo governments it deals with, its host first, at least one
    record Post(
            Entry entry,
            @Nullable OfficeCode parent,
            Names city,
            Place place,
            List<GovernmentCode> accreditedTo)
            implements Office {

        public Post {
            requireNotItself(entry.code(), parent);
            accreditedTo = List.copyOf(accreditedTo);
            if (accreditedTo.isEmpty()) {
                throw new IllegalArgumentException(entry.code() + " is accredited to nobody");
            }
        }

        public GovernmentCode host() {
            return accreditedTo.getFirst();
        }
    }

    /// A partner outside the organisation, reached by mail.
    ///
    /// @param mail address, at most 254 characters
    record Correspondent(Entry entry, String mail) implements Office {

        /// @throws Refusal `MAIL_MALFORMED` for what is no address
        public Correspondent {
            if (mail.length() > 254
                    || !mail.matches("[^\\s@<>,;:\"()]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*")) {
                throw new Refusal(DirectoryRefusal.MAIL_MALFORMED, mail);
            }
        }

        @Override
        public @Nullable OfficeCode parent() {
            return null;
        }

        /// The part after the at sign in small letters; it decides which labels may go there
        /// (MSG-032).
        public String domain() {
            return mail.substring(mail.indexOf('@') + 1).toLowerCase(Locale.ROOT);
        }
    }

    private static void requireNotItself(OfficeCode code, @Nullable OfficeCode parent) {
        if (code.equals(parent)) {
            throw new IllegalArgumentException(code + " cannot stand above itself");
        }
    }

    /// @param latitude degrees north, -90 to 90
    /// @param longitude degrees east, -180 to 180
    record Place(double latitude, double longitude) {}

    /// Local opening hours, the same on each working day.
    ///
    /// @param days days of the week on which the office works, at least one
    record WorkingHours(Set<DayOfWeek> days, LocalTime opens, LocalTime closes) {

        public static final Set<DayOfWeek> MONDAY_TO_FRIDAY =
                Collections.unmodifiableSet(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));

        public WorkingHours {
            if (days.isEmpty()) {
                throw new IllegalArgumentException("an office works on one day at least");
            }
            days = Collections.unmodifiableSet(EnumSet.copyOf(days));
            if (!opens.isBefore(closes)) {
                throw new IllegalArgumentException(opens + " is not before " + closes);
            }
        }

        /// Monday to Friday.
        public WorkingHours(LocalTime opens, LocalTime closes) {
            this(MONDAY_TO_FRIDAY, opens, closes);
        }
    }
}
