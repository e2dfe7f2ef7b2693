// SPDX-License-Identifier: Apache-2.0
package org.chancery.picture;

import org.chancery.directory.GovernmentCode;

/// A government that says one thing on an ask and does another.
public record Divergence(GovernmentCode government, String ask, Kind kind, Entry word, Entry deed) {

    public enum Kind {
        /// Its deeds are nearer to the ask than its words.
        SAYS_NO_DOES_IT,
        /// Its words are nearer to the ask than its deeds.
        SAYS_YES_DOES_NOTHING
    }
}
