// SPDX-License-Identifier: Apache-2.0
/// Files that cables carry: looked into before they are taken (MSG-033), kept once per content under
/// the hash of it, never changed. Who may read a file is decided by the cable or draft that names it.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "audit", "directory", "policy", "access"})
package org.chancery.attachment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
