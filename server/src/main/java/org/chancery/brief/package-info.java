// SPDX-License-Identifier: Apache-2.0
/// The picture as a document: PDF with footnotes, marking worked out from its parts.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "audit",
            "directory",
            "policy",
            "access",
            "picture",
            "instruction",
            "position"
        })
package org.chancery.brief;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
