// SPDX-License-Identifier: Apache-2.0
/// The JSON interface /api/v1; same doors, same rules as the pages.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "audit",
            "directory",
            "policy",
            "access",
            "attachment",
            "cable",
            "draft",
            "writing",
            "clearance",
            "delivery",
            "instruction",
            "task",
            "engagement",
            "finding",
            "evidence",
            "position",
            "picture",
            "press",
            "search",
            "archive",
            "brief"
        })
package org.chancery.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
