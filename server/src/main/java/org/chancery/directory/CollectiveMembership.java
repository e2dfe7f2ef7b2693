// SPDX-License-Identifier: Apache-2.0
package org.chancery.directory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An office belongs to a collective from a day on, until a day or for good.
///
/// @param until last day, null while it lasts
public record CollectiveMembership(
        String collective, OfficeCode member, LocalDate from, @Nullable LocalDate until) {}
