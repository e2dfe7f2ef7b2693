// SPDX-License-Identifier: Apache-2.0
package org.chancery.audit;

import java.util.Map;

/// An act about to be recorded; time, position and hash are given by the log.
///
/// @param facts short facts; never texts of cables, passwords or tokens
public record NewAuditEntry(
        String actor,
        String office,
        String act,
        String objectKind,
        String objectId,
        Map<String, String> facts) {

    public NewAuditEntry {
        facts = Map.copyOf(facts);
    }
}
