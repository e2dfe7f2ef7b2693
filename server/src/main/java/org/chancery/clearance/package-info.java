// SPDX-License-Identifier: Apache-2.0
/// Who must say that a draft may go, and what they said.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "audit",
            "directory",
            "policy",
            "access",
            "cable",
            "draft"
        })
package org.chancery.clearance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
