// SPDX-License-Identifier: Apache-2.0
package org.chancery.policy;

import java.util.Set;
import org.chancery.directory.OfficeCode;

/// How an office numbers its cables.
///
/// @param offices codes this scheme is for, empty for every other office
/// @param scope what the number runs through, from 1 each calendar year in UTC
/// @param series code of the one series of the whole organisation, for [Scope#SYSTEM_YEAR] only
/// @param template as printed: `{yy} {office} {serial}`, `{serial}/{yy}`,
///   `{office}/{to}/{serial:4}`; the width fills with zeros
public record Numbering(Set<String> offices, Scope scope, String series, String template) {

    /// What a number runs through.
    public enum Scope {
        /// Each office, or the headquarters of a bureau, has its own numbers.
        OFFICE_YEAR,
        /// One series for the whole organisation.
        SYSTEM_YEAR,
        /// One series for each ordered pair of sender and first addressee.
        PAIR_YEAR
    }

    public Numbering {
        offices = Set.copyOf(offices);
    }

    public boolean fits(OfficeCode office) {
        return offices.isEmpty() || offices.contains(office.value());
    }

    /// The number as this office prints it.
    public String print(int year, OfficeCode office, OfficeCode to, int serial) {
        return template.replace("{yyyy}", String.valueOf(year))
                .replace("{yy}", "%02d".formatted(year % 100))
                .replace("{office}", office.value())
                .replace("{to}", to.value())
                .replace("{serial:4}", "%04d".formatted(serial))
                .replace("{serial:6}", "%06d".formatted(serial))
                .replace("{serial}", String.valueOf(serial));
    }
}
