// SPDX-License-Identifier: Apache-2.0
/// Offices, collectives, governments and the people who hold an office.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "audit"})
package org.chancery.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
