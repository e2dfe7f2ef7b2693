// SPDX-License-Identifier: Apache-2.0
package org.chancery.evidence;

import org.jspecify.annotations.Nullable;

/// What stands in the margin beside a row of a cable.
///
/// @param status now
/// @param atRelease what it was when the cable was released, null for a draft
public record Verdict(Claim claim, ClaimStatus status, @Nullable ClaimStatus atRelease) {}
