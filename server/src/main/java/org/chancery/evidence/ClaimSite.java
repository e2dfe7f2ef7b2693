// SPDX-License-Identifier: Apache-2.0
package org.chancery.evidence;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a claim is made: a row of a draft or of a cable.
///
/// @param mrn number of the cable, empty while it is a draft
/// @param atRelease status of the claim when the cable was released, null while it is a draft
public record ClaimSite(
        ClaimId claim, UUID paragraph, String mrn, @Nullable ClaimStatus atRelease) {}
