// SPDX-License-Identifier: Apache-2.0
package org.chancery.engagement;

import java.time.Instant;
import java.time.LocalDate;
import org.chancery.kernel.Refusal;

/// How far a démarche is, from the plan to the answer. The first four are states of a [Plan], the
/// last three of a [Demarche] on record; delivering turns the one into the other.
public sealed interface DemarcheState {

    /// The post means to deliver.
    record Planned() implements DemarcheState {}

    /// An appointment is asked for.
    record Requested(String by, Instant at) implements DemarcheState {}

    /// Put off to a day, for a reason.
    record Deferred(LocalDate until, String reason) implements DemarcheState {}

    /// Given up, for a reason. Who delivers after all makes a new plan.
    record NotDelivered(String reason) implements DemarcheState {}

    record Delivered() implements DemarcheState {}

    /// @param cable number of the cable that told headquarters
    record Reported(String cable) implements DemarcheState {}

    /// A later démarche brought the answer that was missing.
    ///
    /// @param closedBy that démarche
    record Answered(DemarcheId closedBy) implements DemarcheState {}

    /// Word in the database and the API.
    default String code() {
        return switch (this) {
            case Planned() -> "PLANNED";
            case Requested(_, _) -> "REQUESTED";
            case Deferred(_, _) -> "DEFERRED";
            case NotDelivered(_) -> "NOT_DELIVERED";
            case Delivered() -> "DELIVERED";
            case Reported(_) -> "REPORTED";
            case Answered(_) -> "ANSWERED";
        };
    }

    /// @throws Refusal `PLAN_ENDED` (DEM-012) once it was delivered or given up
    default Requested request(String by, Instant at) {
        requireOpen();
        return new Requested(by, at);
    }

    /// @throws Refusal `PLAN_ENDED` (DEM-012) once it was delivered or given up
    default Deferred defer(LocalDate until, String reason) {
        requireOpen();
        return new Deferred(until, reason);
    }

    /// @throws Refusal `PLAN_ENDED` (DEM-012) once it was delivered or given up
    default NotDelivered giveUp(String reason) {
        requireOpen();
        return new NotDelivered(reason);
    }

    /// @throws Refusal `PLAN_ENDED` (DEM-012) once it was delivered or given up
    default Delivered deliver() {
        requireOpen();
        return new Delivered();
    }

    default boolean open() {
        return switch (this) {
            case Planned(), Requested(_, _), Deferred(_, _) -> true;
            case NotDelivered(_), Delivered(), Reported(_), Answered(_) -> false;
        };
    }

    /// Why, where a reason was given.
    default String reason() {
        return switch (this) {
            case Deferred(_, var reason) -> reason;
            case NotDelivered(var reason) -> reason;
            case Planned(), Requested(_, _), Delivered(), Reported(_), Answered(_) -> "";
        };
    }

    private void requireOpen() {
        if (!open()) {
            throw new Refusal(EngagementRefusal.PLAN_ENDED, code());
        }
    }
}
