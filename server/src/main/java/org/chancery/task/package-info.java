// SPDX-License-Identifier: Apache-2.0
/// What posts owe: the task of each for each requirement, its history, reminders, calendar.
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
package org.chancery.task;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
