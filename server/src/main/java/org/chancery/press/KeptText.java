// SPDX-License-Identifier: Apache-2.0
package org.chancery.press;

import java.time.Instant;

/// The text of an item as somebody took it from the page.
///
/// @param raw as it was pasted, unchanged
/// @param sha256 of the raw text in UTF-8, hexadecimal
/// @param by sign-in name
public record KeptText(String item, String raw, String sha256, String by, Instant at) {

    public ArticleText article() {
        return ArticleText.of(raw);
    }
}
