// SPDX-License-Identifier: Apache-2.0
/// Pages on which a cable is written, cleared and released, and its attachments added.
@NullMarked
package org.chancery.web.compose;

import org.jspecify.annotations.NullMarked;
