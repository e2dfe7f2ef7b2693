// SPDX-License-Identifier: Apache-2.0
/// Read only: board, coverage, map classes, timeline, changes since a date.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "audit",
            "directory",
            "access",
            "position",
            "evidence",
            "finding",
            "engagement",
            "instruction",
            "task"
        })
package org.chancery.picture;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
