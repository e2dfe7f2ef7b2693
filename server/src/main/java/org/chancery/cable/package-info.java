// SPDX-License-Identifier: Apache-2.0
/// Formal cables as they stand on record: number, content, addressees. Never changed, only continued.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "audit", "directory", "policy", "access"})
package org.chancery.cable;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
