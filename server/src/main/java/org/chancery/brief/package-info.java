// SPDX-License-Identifier: Apache-2.0
/// The picture as a document that leaves the system: PDF, Word and web page with footnotes, marking
/// worked out from the parts, and the data it was made from (ADR 008).
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "audit",
            "directory",
            "policy",
            "access",
            "cable",
            "picture",
            "instruction",
            "position",
            "engagement",
            "finding",
            "evidence"
        })
package org.chancery.brief;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
