// SPDX-License-Identifier: Apache-2.0
package org.chancery.clearance;

import java.time.Instant;

/// The drafting office says that a draft may go.
///
/// @param by sign-in name
/// @param version of the text it was said of
public record Approval(String by, Instant at, long version) {}
