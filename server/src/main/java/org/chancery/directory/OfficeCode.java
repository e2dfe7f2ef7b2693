// SPDX-License-Identifier: Apache-2.0
package org.chancery.directory;

import java.util.regex.Pattern;
import org.chancery.kernel.Refusal;

/// Short name of an office, as in cable numbers: `BERLIN`, `EUR`, `STATE`.
///
/// @param value 1 to 24 characters, A to Z, 0 to 9, hyphen and space inside
public record OfficeCode(String value) implements Comparable<OfficeCode> {

    private static final Pattern FORM = Pattern.compile("[A-Z0-9](?:[A-Z0-9 -]{0,22}[A-Z0-9])?");

    /// @throws Refusal `OFFICE_CODE_MALFORMED` for any other form
    public OfficeCode {
        if (!FORM.matcher(value).matches()) {
            throw new Refusal(DirectoryRefusal.OFFICE_CODE_MALFORMED, value);
        }
    }

    @Override
    public int compareTo(OfficeCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
