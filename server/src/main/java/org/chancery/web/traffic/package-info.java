// SPDX-License-Identifier: Apache-2.0
/// Pages of the traffic: inbox, reader, addressees, distribution, copies, duty, archive.
@NullMarked
package org.chancery.web.traffic;

import org.jspecify.annotations.NullMarked;
