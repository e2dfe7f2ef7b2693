// SPDX-License-Identifier: Apache-2.0
package org.chancery.cable;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.chancery.directory.OfficeCode;
import org.chancery.kernel.Refusal;
import org.chancery.kernel.Years;

/// Message reference number, the name of a released cable: `26 STATE 7`, and `1975 STATE 1` for a year
/// before 2000.
///
/// @param year calendar year of release in UTC, 1789 to 2099
/// @param office office whose series it is; bureaux share the series of their headquarters
/// @param serial number within that office and year, 1 to 999999, never reused
public record Mrn(int year, OfficeCode office, int serial) {

    private static final Pattern FORM =
            Pattern.compile("(\\d{2}|\\d{4})[ -]([A-Z][A-Z0-9 -]*?)[ -]0*(\\d{1,6})");

    /// @throws Refusal `MRN_MALFORMED` if `year` or `serial` is out of range
    public Mrn {
        if (year < 1789 || year > 2099 || serial < 1 || serial > 999_999) {
            throw new Refusal(CableRefusal.MRN_MALFORMED, year + " " + office + " " + serial);
        }
    }

    /// Reads `26 STATE 7`, `26-STATE-7` and `2026 STATE 7`. Two digits mean 2000 to 2099, always; a
    /// year before that is written in full.
    ///
    /// @throws Refusal `MRN_MALFORMED` for any other form
    public static Mrn parse(String text) {
        return find(text).orElseThrow(() -> new Refusal(CableRefusal.MRN_MALFORMED, text));
    }

    /// The same for a text that may be no number at all.
    public static Optional<Mrn> find(String text) {
        var match = FORM.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!match.matches() || match.group(2).length() > 24) {
            return Optional.empty();
        }
        var year = Integer.parseInt(match.group(1));
        var full = year < 100 ? 2000 + year : year;
        var serial = Integer.parseInt(match.group(3));
        return full < 1789 || full > 2099 || serial < 1
                ? Optional.empty()
                : Optional.of(new Mrn(full, new OfficeCode(match.group(2)), serial));
    }

    /// As in addresses: `26-STATE-7`, `1975-STATE-1`.
    public String slug() {
        return toString().replace(' ', '-');
    }

    @Override
    public String toString() {
        return Years.brief(year) + " " + office + " " + serial;
    }
}
