// SPDX-License-Identifier: Apache-2.0
package org.chancery.access;

import java.util.Set;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.StaffId;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Refusal;

/// The person who acts, for the office they hold now.
///
/// @param signIn name in the audit
/// @param displayName name on pages
public record Actor(
        StaffId person,
        String signIn,
        String displayName,
        OfficeCode office,
        Set<Permission> permissions,
        ReadScope scope) {

    public Actor {
        permissions = Set.copyOf(permissions);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /// @throws Refusal `NOT_PERMITTED` if no role of the person allows it
    public void require(Permission permission) {
        if (!may(permission)) {
            throw new Refusal(KernelRefusal.NOT_PERMITTED, signIn, permission.name());
        }
    }
}
