// SPDX-License-Identifier: Apache-2.0
/// The organisation's policy file: levels, captions, precedences, topics, types of cable, numbering,
/// letterheads, who clears, limits. Data, checked whole at start; nothing of it is an enum in code.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "audit", "directory"})
package org.chancery.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
