// SPDX-License-Identifier: Apache-2.0
/// Pages: parse, ask the door, hand the template a view. Here is what every page shares: the frame,
/// errors, downloads, live events; the pages stand in the sub-packages, by the part of the work
/// they serve.
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
package org.chancery.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
