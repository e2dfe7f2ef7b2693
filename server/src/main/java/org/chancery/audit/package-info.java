// SPDX-License-Identifier: Apache-2.0
/// The append-only, hash-chained record of who did what, when.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package org.chancery.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
