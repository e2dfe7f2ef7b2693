// SPDX-License-Identifier: Apache-2.0
package org.chancery.access;

import java.util.Set;
import org.chancery.directory.StaffId;

/// What lets a member of staff in.
///
/// @param passwordHash with its algorithm in braces, never shown
/// @param clearance rank of the highest level the person may read
public record Account(
        StaffId person,
        String passwordHash,
        int clearance,
        Set<String> captions,
        Set<Role> roles,
        Settings settings) {

    public Account {
        captions = Set.copyOf(captions);
        roles = Set.copyOf(roles);
    }

    /// How a person likes the pages.
    ///
    /// @param language `en` or `de`
    /// @param theme `system`, `light` or `dark`
    /// @param density `normal` or `roomy`
    /// @param keys single-key shortcuts are on
    public record Settings(String language, String theme, String density, boolean keys) {

        public static final Settings DEFAULT = new Settings("en", "system", "normal", true);
    }
}
