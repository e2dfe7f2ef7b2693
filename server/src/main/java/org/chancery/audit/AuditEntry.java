// SPDX-License-Identifier: Apache-2.0
package org.chancery.audit;

import java.time.Instant;
import java.util.Map;

/// One act as it stands in the record.
///
/// @param sequence position in the log, from 1, without gap
/// @param at server clock
/// @param actor sign-in name of the person, `system` for acts of the server itself
/// @param office office the person acted for
/// @param act verb in the past, dotted: `cable.released`, `position.confirmed`
/// @param objectKind kind of the record acted on, singular: `cable`
/// @param objectId its public name or id
/// @param facts further short facts; never texts of cables, passwords or tokens
/// @param hash SHA-256 over the entry before it and this one
public record AuditEntry(
        long sequence,
        Instant at,
        String actor,
        String office,
        String act,
        String objectKind,
        String objectId,
        Map<String, String> facts,
        String hash) {

    public AuditEntry {
        facts = Map.copyOf(facts);
    }
}
