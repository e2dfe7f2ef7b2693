// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import org.chancery.kernel.Refusal;

/// Where a finding is from.
///
/// @param uri http or https address, may be empty where the title is enough to find it
/// @param date as given by the source, may be empty
public record Source(String title, String uri, String date) {

    public Source {
        if (!uri.isEmpty() && !uri.matches("https?://\\S+")) {
            throw new Refusal(FindingRefusal.SOURCE_ADDRESS_MALFORMED, uri);
        }
    }
}
