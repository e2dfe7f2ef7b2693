// SPDX-License-Identifier: Apache-2.0
package org.chancery.engagement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where and with whom something is to be said.
///
/// @param at null while no appointment is fixed
/// @param place as written, may be empty
public record Meeting(
        @Nullable Instant at, DeliveryForm form, Interlocutor interlocutor, String place) {}
