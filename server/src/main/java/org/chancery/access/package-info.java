// SPDX-License-Identifier: Apache-2.0
/// Who may read and who may do what: accounts, roles, levels, captions, the scope of a reader.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "audit", "directory"})
package org.chancery.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
