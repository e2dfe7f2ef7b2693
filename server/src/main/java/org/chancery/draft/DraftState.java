// SPDX-License-Identifier: Apache-2.0
package org.chancery.draft;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.chancery.cable.CableRefusal;
import org.chancery.cable.Mrn;
import org.chancery.kernel.Refusal;

/// How far a draft is. Each state carries only the facts that exist in it.
public sealed interface DraftState {

    /// Being written. Anyone of the drafting office may change it.
    record Writing() implements DraftState {}

    /// Offices read it and say whether it may go; a change of substance brings it back to writing.
    record InClearance() implements DraftState {}

    /// Sent. Nothing about the cable changes after this; a correction is a new cable.
    record Released(Mrn mrn, Instant at) implements DraftState {}

    /// Given up. It stays on record with all its versions.
    record Discarded(String by) implements DraftState {}

    /// Word in the database and the API.
    default String code() {
        return switch (this) {
            case Writing() -> "WRITING";
            case InClearance() -> "IN_CLEARANCE";
            case Released(_, _) -> "RELEASED";
            case Discarded(_) -> "DISCARDED";
        };
    }

    default boolean open() {
        return switch (this) {
            case Writing(), InClearance() -> true;
            case Released(_, _), Discarded(_) -> false;
        };
    }

    /// @throws Refusal `CABLE_IMMUTABLE` once it was sent, `DRAFT_DISCARDED` once it was given up
    default void requireOpen() {
        switch (this) {
            case Writing(), InClearance() -> {}
            case Released(var mrn, var at) ->
                    throw new Refusal(
                            CableRefusal.CABLE_IMMUTABLE, mrn.toString(), dateTimeGroup(at));
            case Discarded(var by) -> throw new Refusal(DraftRefusal.DRAFT_DISCARDED, by);
        }
    }

    /// As on the cable: `211530Z NOV 25`.
    private static String dateTimeGroup(Instant at) {
        return DateTimeFormatter.ofPattern("ddHHmm'Z' MMM yy", Locale.ENGLISH)
                .format(at.atOffset(ZoneOffset.UTC))
                .toUpperCase(Locale.ROOT);
    }
}
