// SPDX-License-Identifier: Apache-2.0
package org.chancery.picture;

import java.util.Optional;
import org.chancery.directory.GovernmentCode;
import org.chancery.position.Lane;
import org.chancery.position.Step;

/// A half-cell that stands otherwise than on an earlier day, with both bases.
///
/// @param before empty where nothing was known
/// @param now empty where what was known has been withdrawn since
public record Difference(
        GovernmentCode government,
        String ask,
        Lane lane,
        Optional<Entry> before,
        Optional<Entry> now) {

    public Step from() {
        return before.map(Entry::step).orElse(Step.UNKNOWN);
    }

    public Step to() {
        return now.map(Entry::step).orElse(Step.UNKNOWN);
    }

    /// The step moved, not only its basis.
    public boolean moved() {
        return from() != to();
    }
}
