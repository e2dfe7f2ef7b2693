// SPDX-License-Identifier: Apache-2.0
/// What comes in from files and what goes out as files, with a report of every row.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "audit", "directory", "access", "cable", "search"})
package org.chancery.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
