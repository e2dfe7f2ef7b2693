// SPDX-License-Identifier: Apache-2.0
package org.chancery.access;

import java.time.LocalDate;
import org.chancery.directory.OfficeCode;

/// A delegation to be granted, not checked yet.
///
/// @param permission `CLEAR` or `RELEASE`
/// @param to sign-in name
/// @param level rank of the highest level it holds for
/// @param validFrom first day, at the office
/// @param validUntil last day, at the office
public record NewDelegation(
        OfficeCode office,
        Permission permission,
        String to,
        int level,
        LocalDate validFrom,
        LocalDate validUntil) {}
