// SPDX-License-Identifier: Apache-2.0
package org.chancery.policy;

import java.time.LocalDate;
import org.chancery.directory.Names;
import org.jspecify.annotations.Nullable;

/// A subject topic: `SMIG`.
///
/// @param from first day in force, null from the start
/// @param until last day in force, null while it lasts
public record Topic(String code, Names names, @Nullable LocalDate from, @Nullable LocalDate until) {

    public boolean inForce(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }
}
