// SPDX-License-Identifier: Apache-2.0
package org.chancery.delivery;

import java.time.Instant;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.StaffId;

/// Somebody has opened a cable.
///
/// @param office the office they acted for
/// @param at when first
public record Reading(OfficeCode office, StaffId person, Instant at) {}
