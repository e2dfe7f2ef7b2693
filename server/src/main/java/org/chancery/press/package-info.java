// SPDX-License-Identifier: Apache-2.0
/// Press items, who copies whom, and how many independent origins a story has.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "audit", "directory", "access", "evidence"})
package org.chancery.press;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
