// SPDX-License-Identifier: Apache-2.0
/// Claims, where they were made, and what backs or disputes them; the indicators behind them.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "audit",
            "directory",
            "policy",
            "access",
            "cable",
            "draft",
            "instruction",
            "finding"
        })
package org.chancery.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
