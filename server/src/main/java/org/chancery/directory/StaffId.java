// SPDX-License-Identifier: Apache-2.0
package org.chancery.directory;

import java.util.UUID;

/// Identity of a member of staff.
public record StaffId(UUID value) {}
