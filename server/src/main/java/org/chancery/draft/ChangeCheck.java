// SPDX-License-Identifier: Apache-2.0
package org.chancery.draft;

import java.util.List;
import org.chancery.access.Actor;
import org.chancery.cable.Content;
import org.chancery.kernel.Problem;

/// A rule that looks at a change of a draft before it is kept. Modules above this one implement it;
/// all are asked at each change, whoever makes it.
public interface ChangeCheck {

    /// What stands against the change, empty if nothing does.
    List<Problem> check(Draft before, Content after, Actor actor);
}
