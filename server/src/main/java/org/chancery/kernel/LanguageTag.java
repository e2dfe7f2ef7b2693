// SPDX-License-Identifier: Apache-2.0
package org.chancery.kernel;

import java.util.Locale;

/// A language as in the `lang` attribute: `de`, `en`, `pt-BR`.
///
/// @param value BCP 47 tag, 2 to 35 characters
public record LanguageTag(String value) {

    /// @throws Refusal `VALUE_UNKNOWN` if it is no well-formed tag
    public LanguageTag {
        if (!value.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*") || value.length() > 35) {
            throw new Refusal(KernelRefusal.VALUE_UNKNOWN, value, "de, en, fr");
        }
    }

    public Locale locale() {
        return Locale.forLanguageTag(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
