// SPDX-License-Identifier: Apache-2.0
package org.chancery.engagement;

import org.chancery.directory.OfficeCode;
import org.chancery.kernel.Refusal;

/// Where a note is on its way. One that goes out is sent and stays so; one that comes in is
/// distributed, accepted or not, answered and filed.
public sealed interface NoteState {

    record Sent() implements NoteState {}

    record Received() implements NoteState {}

    /// @param holder section or office that is to act
    record Distributed(String holder) implements NoteState {}

    record Accepted(String holder) implements NoteState {}

    record Rejected(String reason) implements NoteState {}

    record Reassigned(String holder, String reason) implements NoteState {}

    /// @param to post that is to act on it, and reads it from then on
    record Transferred(OfficeCode to, String reason) implements NoteState {}

    /// @param answer our note that answers it
    record Answered(NoteId answer) implements NoteState {}

    /// @param reason why without an answer, empty if it has one
    record Filed(String reason) implements NoteState {}

    /// Word in the database and the API.
    default String code() {
        return switch (this) {
            case Sent() -> "SENT";
            case Received() -> "RECEIVED";
            case Distributed(_) -> "DISTRIBUTED";
            case Accepted(_) -> "ACCEPTED";
            case Rejected(_) -> "REJECTED";
            case Reassigned(_, _) -> "REASSIGNED";
            case Transferred(_, _) -> "TRANSFERRED";
            case Answered(_) -> "ANSWERED";
            case Filed(_) -> "FILED";
        };
    }

    /// Goes on to the next state, taking the holder along where it stays the same.
    ///
    /// @throws Refusal `NOTE_MOVE_WRONG` (NTE-001) where that is not the next step
    default NoteState to(NoteState next) {
        var fits =
                switch (next) {
                    case Sent(), Received() -> false;
                    case Distributed(_) ->
                            this instanceof Received
                                    || this instanceof Rejected
                                    || this instanceof Transferred;
                    case Accepted(_), Rejected(_) ->
                            this instanceof Distributed || this instanceof Reassigned;
                    case Reassigned(_, _) -> held();
                    case Transferred(_, _) ->
                            held() || this instanceof Received || this instanceof Rejected;
                    case Answered(_) -> this instanceof Accepted;
                    case Filed(_) -> this instanceof Accepted || this instanceof Answered;
                };
        if (!fits) {
            throw new Refusal(EngagementRefusal.NOTE_MOVE_WRONG, code(), next.code());
        }
        return next;
    }

    private boolean held() {
        return this instanceof Distributed
                || this instanceof Reassigned
                || this instanceof Accepted;
    }

    /// Section or office that has it, empty where nobody has.
    default String holder() {
        return switch (this) {
            case Distributed(var holder) -> holder;
            case Accepted(var holder) -> holder;
            case Reassigned(var holder, _) -> holder;
            case Sent(), Received(), Rejected(_), Transferred(_, _), Answered(_), Filed(_) -> "";
        };
    }

    /// Why, where a reason was given.
    default String reason() {
        return switch (this) {
            case Rejected(var reason) -> reason;
            case Reassigned(_, var reason) -> reason;
            case Transferred(_, var reason) -> reason;
            case Filed(var reason) -> reason;
            case Sent(), Received(), Distributed(_), Accepted(_), Answered(_) -> "";
        };
    }
}
