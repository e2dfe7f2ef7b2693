// SPDX-License-Identifier: Apache-2.0
package org.chancery.cable;

import java.util.List;

/// A rule of another module that looks at a draft before release. Modules above this one implement
/// it; all are asked each time the draft is shown and again inside the release.
public interface ReleaseCheck {

    List<Check> check(Draft draft);
}
