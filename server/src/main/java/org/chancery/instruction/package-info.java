// SPDX-License-Identifier: Apache-2.0
/// What a released cable asks for: points, asks, requirements, and what posts ask about it.
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
package org.chancery.instruction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
