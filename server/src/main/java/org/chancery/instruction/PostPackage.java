// SPDX-License-Identifier: Apache-2.0
package org.chancery.instruction;

import java.util.List;
import org.chancery.directory.OfficeCode;

/// What one post gets of an instruction: only its own points, and how it has worded them.
///
/// @param instruction the original and its supplements, each with the points of this post alone
/// @param wordings newest wording of each point the post adapted
public record PostPackage(OfficeCode office, Amended instruction, List<Wording> wordings) {

    public PostPackage {
        wordings = List.copyOf(wordings);
    }
}
