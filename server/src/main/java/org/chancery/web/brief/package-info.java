// SPDX-License-Identifier: Apache-2.0
/// Pages of documents that leave the system, and of the press they draw on.
@NullMarked
package org.chancery.web.brief;

import org.jspecify.annotations.NullMarked;
