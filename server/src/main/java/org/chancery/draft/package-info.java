// SPDX-License-Identifier: Apache-2.0
/// Cables being written: versions, the rules that are asked live and again at release, the release.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "audit", "directory", "policy", "access", "cable"})
package org.chancery.draft;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
