// SPDX-License-Identifier: Apache-2.0
/// What became of each addressee's copy of a cable: delivered, opened, due, and by whom.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "audit", "directory", "policy", "access", "cable"})
package org.chancery.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
