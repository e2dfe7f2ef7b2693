// SPDX-License-Identifier: Apache-2.0
/// Words that two modules need and neither owns: refusals, pages, reduced dates, texts, table intake.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.chancery.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
