// SPDX-License-Identifier: Apache-2.0
/// Where a government stands on an ask, in word and in deed, each entry with its basis.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "audit",
            "directory",
            "access",
            "instruction",
            "engagement",
            "finding",
            "evidence"
        })
package org.chancery.position;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
