// SPDX-License-Identifier: Apache-2.0
package org.chancery.draft;

import java.util.UUID;

/// A draft has a new version. Published in the transaction of the change.
///
/// @param version the new one
/// @param substantive more than what the policy calls editorial was changed (CLR-003)
/// @param office code of the office that changed it
/// @param by sign-in name
public record DraftChanged(
        UUID draft, long version, boolean substantive, String office, String by) {}
