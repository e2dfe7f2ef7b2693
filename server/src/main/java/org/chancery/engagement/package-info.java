// SPDX-License-Identifier: Apache-2.0
/// Démarches: what was said to a government, point by point, and what it answered per ask.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "audit",
            "directory",
            "policy",
            "access",
            "cable",
            "instruction"
        })
package org.chancery.engagement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
