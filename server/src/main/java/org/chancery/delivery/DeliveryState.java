// SPDX-License-Identifier: Apache-2.0
package org.chancery.delivery;

import java.time.Instant;
import org.chancery.kernel.Refusal;

/// Where one addressee's copy stands. It only moves forward; FAILED and EXPIRED are final.
public sealed interface DeliveryState {

    /// Since when.
    Instant at();

    /// Waits for the mail gateway: the addressee is outside Chancery.
    record Queued(Instant at) implements DeliveryState {}

    /// Given to the mail gateway.
    record Sent(Instant at) implements DeliveryState {}

    /// Passed on by another system, which is not yet delivered.
    ///
    /// @param hop the system that took it
    record Relayed(Instant at, String hop) implements DeliveryState {}

    /// In the office's inbox; inside Chancery from the release on.
    record Delivered(Instant at) implements DeliveryState {}

    /// @param by sign-in name of the first reader of the office
    record Opened(Instant at, String by) implements DeliveryState {}

    /// The office has it in hand.
    ///
    /// @param by sign-in name of who said so
    record Acknowledged(Instant at, String by) implements DeliveryState {}

    /// @param reason as the other system gave it
    record Failed(Instant at, String reason) implements DeliveryState {}

    /// Not delivered while it was of use.
    record Expired(Instant at) implements DeliveryState {}

    default String code() {
        return switch (this) {
            case Queued _ -> "QUEUED";
            case Sent _ -> "SENT";
            case Relayed _ -> "RELAYED";
            case Delivered _ -> "DELIVERED";
            case Opened _ -> "OPENED";
            case Acknowledged _ -> "ACKNOWLEDGED";
            case Failed _ -> "FAILED";
            case Expired _ -> "EXPIRED";
        };
    }

    /// Sign-in name of who moved it here, empty where a machine did.
    default String by() {
        return switch (this) {
            case Opened(_, var by) -> by;
            case Acknowledged(_, var by) -> by;
            case Queued _, Sent _, Relayed _, Delivered _, Failed _, Expired _ -> "";
        };
    }

    /// What is said of it besides, empty if nothing.
    default String note() {
        return switch (this) {
            case Relayed(_, var hop) -> hop;
            case Failed(_, var reason) -> reason;
            case Queued _, Sent _, Delivered _, Opened _, Acknowledged _, Expired _ -> "";
        };
    }

    /// Somebody of the office can read it.
    default boolean arrived() {
        return switch (this) {
            case Delivered _, Opened _, Acknowledged _ -> true;
            case Queued _, Sent _, Relayed _, Failed _, Expired _ -> false;
        };
    }

    /// The same without the names of people.
    default DeliveryState unnamed() {
        return switch (this) {
            case Opened(var at, _) -> new Opened(at, "");
            case Acknowledged(var at, _) -> new Acknowledged(at, "");
            case Queued _, Sent _, Relayed _, Delivered _, Failed _, Expired _ -> this;
        };
    }

    /// @throws Refusal `ALREADY_ACKNOWLEDGED` the second time, `NOT_ARRIVED` before delivery
    default Acknowledged acknowledge(String by, Instant moment) {
        return switch (this) {
            case Delivered _, Opened _ -> new Acknowledged(moment, by);
            case Acknowledged(_, var first) ->
                    throw new Refusal(DeliveryRefusal.ALREADY_ACKNOWLEDGED, first);
            case Queued _, Sent _, Relayed _, Failed _, Expired _ ->
                    throw new Refusal(DeliveryRefusal.NOT_ARRIVED, code());
        };
    }

    /// Reads the columns back.
    static DeliveryState of(String code, Instant at, String by, String note) {
        return switch (code) {
            case "QUEUED" -> new Queued(at);
            case "SENT" -> new Sent(at);
            case "RELAYED" -> new Relayed(at, note);
            case "DELIVERED" -> new Delivered(at);
            case "OPENED" -> new Opened(at, by);
            case "ACKNOWLEDGED" -> new Acknowledged(at, by);
            case "FAILED" -> new Failed(at, note);
            case "EXPIRED" -> new Expired(at);
            default -> throw new IllegalStateException("no state of a delivery: " + code);
        };
    }
}
