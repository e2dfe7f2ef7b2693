// SPDX-License-Identifier: Apache-2.0
/// People who write a draft: what each has typed and not saved, who else is there and in which row, how
/// two texts become one, and how a text begins: from a template, or as what follows a cable.
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
            "draft"
        })
package org.chancery.writing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
