// SPDX-License-Identifier: Apache-2.0
package org.chancery.policy;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.chancery.directory.OfficeCode;
import org.chancery.kernel.Years;
import org.jspecify.annotations.Nullable;

/// How an office numbers its cables.
///
/// @param offices codes this scheme is for, empty for every other office
/// @param scope what the number runs through, from 1 each calendar year in UTC
/// @param series code of the one series of the whole organisation, for [Scope#SYSTEM_YEAR] only
/// @param template as printed: `{yy} {office} {serial}`, `{serial}/{yy}`,
///   `{office}/{to}/{serial:4}`; the width, 1 to 6, fills with zeros; `{yy}` is the whole year before
///   2000
public record Numbering(Set<String> offices, Scope scope, String series, String template) {

    private static final Pattern SERIAL = Pattern.compile("\\{serial(?::([1-6]))?}");

    /// What a number runs through.
    public enum Scope {
        /// Each office, or the headquarters of a bureau, has its own numbers.
        OFFICE_YEAR("{office}", "{serial}"),
        /// One series for the whole organisation.
        SYSTEM_YEAR("{serial}"),
        /// One series for each ordered pair of sender and first addressee.
        PAIR_YEAR("{office}", "{to}", "{serial}");

        private final List<String> required;

        Scope(String... required) {
            this.required = List.of(required);
        }

        /// What a template must name, so that two series of one year never print the same.
        List<String> required() {
            return required;
        }
    }

    public Numbering {
        offices = Set.copyOf(offices);
    }

    public boolean fits(OfficeCode office) {
        return offices.isEmpty() || offices.contains(office.value());
    }

    /// Whether a template names what its scope needs, and nothing that is not known.
    static boolean holds(String template, Scope scope) {
        var plain = SERIAL.matcher(template).replaceAll("{serial}");
        var rest = plain;
        for (var part : List.of("{yyyy}", "{yy}", "{office}", "{to}", "{serial}")) {
            rest = rest.replace(part, "");
        }
        return scope.required().stream().allMatch(plain::contains)
                && rest.indexOf('{') < 0
                && rest.indexOf('}') < 0;
    }

    /// The number as this office prints it.
    public String print(int year, OfficeCode office, OfficeCode to, int serial) {
        return SERIAL.matcher(template)
                .replaceAll(part -> padded(serial, part.group(1)))
                .replace("{yyyy}", String.valueOf(year))
                .replace("{yy}", Years.brief(year))
                .replace("{office}", office.value())
                .replace("{to}", to.value());
    }

    private static String padded(int serial, @Nullable String width) {
        return width == null ? String.valueOf(serial) : ("%0" + width + "d").formatted(serial);
    }
}
