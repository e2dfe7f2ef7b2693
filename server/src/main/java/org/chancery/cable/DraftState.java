// SPDX-License-Identifier: Apache-2.0
package org.chancery.cable;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.chancery.directory.OfficeCode;
import org.chancery.kernel.Refusal;

/// How far a draft is. Each state carries only the facts that exist in it.
public sealed interface DraftState {

    /// Being written. Anyone of the drafting office may change it.
    record Writing() implements DraftState {}

    /// Text is frozen while the named offices read it; a change brings it back to writing.
    record InClearance(Set<OfficeCode> outstanding) implements DraftState {
        public InClearance {
            outstanding = Set.copyOf(outstanding);
        }
    }

    /// Sent. Nothing about the cable changes after this; a correction is a new cable.
    record Released(Mrn mrn, Instant at) implements DraftState {}

    /// Word in the database and the API.
    default String code() {
        return switch (this) {
            case Writing() -> "WRITING";
            case InClearance(var outstanding) -> outstanding.isEmpty() ? "CLEARED" : "IN_CLEARANCE";
            case Released(_, _) -> "RELEASED";
        };
    }

    /// @throws Refusal `CLEARANCES_OUTSTANDING` while an office has not cleared,
    ///   `NOT_IN_CLEARANCE` while it is written, `CABLE_IMMUTABLE` once it was sent
    default void requireReleasable() {
        switch (this) {
            case InClearance(var outstanding) when outstanding.isEmpty() -> {}
            case InClearance(var outstanding) ->
                    throw new Refusal(CableRefusal.CLEARANCES_OUTSTANDING, join(outstanding));
            case Writing() -> throw new Refusal(CableRefusal.NOT_IN_CLEARANCE);
            case Released(var mrn, _) ->
                    throw new Refusal(CableRefusal.CABLE_IMMUTABLE, mrn.toString());
        }
    }

    /// @throws Refusal `CABLE_IMMUTABLE` once it was sent
    default void requireChangeable() {
        if (this instanceof Released(var mrn, _)) {
            throw new Refusal(CableRefusal.CABLE_IMMUTABLE, mrn.toString());
        }
    }

    private static String join(Set<OfficeCode> offices) {
        return new TreeSet<>(offices)
                .stream().map(OfficeCode::value).collect(Collectors.joining(", "));
    }
}
