// SPDX-License-Identifier: Apache-2.0
/// Pages of the picture: governments, positions, the map, the evidence beside each claim.
@NullMarked
package org.chancery.web.picture;

import org.jspecify.annotations.NullMarked;
