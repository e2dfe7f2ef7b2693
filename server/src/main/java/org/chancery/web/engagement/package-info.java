// SPDX-License-Identifier: Apache-2.0
/// Pages of what is said to governments: démarches, plans, notes.
@NullMarked
package org.chancery.web.engagement;

import org.jspecify.annotations.NullMarked;
