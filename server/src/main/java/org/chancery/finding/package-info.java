// SPDX-License-Identifier: Apache-2.0
/// Reports of posts and their typed findings: measures, statements, statistics, events.
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
            "clearance",
            "instruction",
            "task"
        })
package org.chancery.finding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
