// SPDX-License-Identifier: Apache-2.0
package org.chancery.access;

import java.util.Set;
import org.chancery.directory.StaffId;

/// An account to be made.
///
/// @param password in clear, at least 12 characters; kept only as a hash
public record NewAccount(
        StaffId person,
        String password,
        int clearance,
        Set<String> captions,
        Set<Role> roles,
        String language) {}
