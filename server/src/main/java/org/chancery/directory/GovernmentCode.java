// SPDX-License-Identifier: Apache-2.0
package org.chancery.directory;

import java.util.regex.Pattern;
import org.chancery.kernel.Refusal;

/// A jurisdiction: ISO 3166-1 alpha-2, or a registered supranational code such as `EU`.
///
/// @param value two upper-case letters; whether it is assigned is known to [Offices]
public record GovernmentCode(String value) implements Comparable<GovernmentCode> {

    private static final Pattern FORM = Pattern.compile("[A-Z]{2}");

    /// @throws Refusal `GOVERNMENT_CODE_MALFORMED` for any other form
    public GovernmentCode {
        if (!FORM.matcher(value).matches()) {
            throw new Refusal(DirectoryRefusal.GOVERNMENT_CODE_MALFORMED, value);
        }
    }

    @Override
    public int compareTo(GovernmentCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
