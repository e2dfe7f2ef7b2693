// SPDX-License-Identifier: Apache-2.0
/// Formal cables: drafts, clearance, release with number, delivery to each addressee.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "audit", "directory", "access"})
package org.chancery.cable;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
