// SPDX-License-Identifier: Apache-2.0
package org.chancery.draft;

import java.time.Instant;
import java.util.List;
import org.chancery.access.Actor;
import org.chancery.access.ReadScope;

/// A rule that looks at a draft before release. Modules above this one implement it too; all are
/// asked each time the draft is shown and again inside the release.
public interface ReleaseCheck {

    /// What the rule says of the draft, whoever releases it.
    ///
    /// @param reader who asks; a rule that looks at other records sees no more than they do
    default List<Check> check(Draft draft, ReadScope reader) {
        return List.of();
    }

    /// What the rule says of a release at that moment: the present while the draft is shown, and for
    /// a cable of the past its own.
    default List<Check> checkAt(Draft draft, Instant release) {
        return List.of();
    }

    /// What the rule says of this person releasing it; asked inside the release only.
    default List<Check> check(Draft draft, Actor releaser) {
        return List.of();
    }
}
