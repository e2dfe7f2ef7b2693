// SPDX-License-Identifier: Apache-2.0
package org.chancery.delivery;

import java.time.Instant;

/// One step of a copy's history.
///
/// @param state code of a [DeliveryState], or `ASSIGNED`, `DISTRIBUTED`, `HANDLED`
/// @param by sign-in name, empty where nobody did it
/// @param note empty if none
public record DeliveryEvent(String state, Instant at, String by, String note) {}
