// SPDX-License-Identifier: Apache-2.0
/// One search over cables, findings and press, under the scope of the reader.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "audit",
            "directory",
            "access",
            "cable",
            "finding",
            "press"
        })
package org.chancery.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
