// SPDX-License-Identifier: Apache-2.0
package org.chancery.draft;

import java.util.List;
import org.chancery.access.Actor;

/// A rule that looks at a draft before release. Modules above this one implement it too; all are
/// asked each time the draft is shown and again inside the release.
public interface ReleaseCheck {

    /// What the rule says of the draft, whoever releases it.
    List<Check> check(Draft draft);

    /// What the rule says of this person releasing it; asked inside the release only.
    default List<Check> check(Draft draft, Actor releaser) {
        return List.of();
    }
}
