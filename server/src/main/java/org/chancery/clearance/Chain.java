// SPDX-License-Identifier: Apache-2.0
package org.chancery.clearance;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.chancery.access.Actor;
import org.chancery.access.Permission;
import org.chancery.directory.OfficeCode;
import org.jspecify.annotations.Nullable;

/// Everything that is known of a draft's clearance.
///
/// @param steps in the order in which they are asked
/// @param mandates offices that must clear by the rules of today
/// @param approval null while nobody of the drafting office has approved
/// @param events every act, the oldest first
public record Chain(
        Stage stage,
        List<Clearance> steps,
        List<Mandate> mandates,
        @Nullable Approval approval,
        List<ClearanceEvent> events) {

    public Chain {
        steps = List.copyOf(steps);
        mandates = List.copyOf(mandates);
        events = List.copyOf(events);
    }

    public Optional<Clearance> step(OfficeCode office) {
        return steps.stream().filter(step -> step.office().equals(office)).findFirst();
    }

    /// The step a person could answer: of their own office, or of one they stand in for (CLR-009).
    public Optional<Clearance> stepOf(Actor actor) {
        var delegated = actor.scope().drafts().stream().flatMap(scope -> scope.offices().stream());
        return Stream.concat(Stream.of(actor.office()), delegated)
                .flatMap(office -> step(office).stream())
                .findFirst();
    }

    /// The person may speak for the step's office.
    public boolean speaks(Clearance step, Actor actor) {
        return step.office().equals(actor.office())
                ? actor.may(Permission.CLEAR)
                : stepOf(actor).filter(step::equals).isPresent();
    }

    /// Why the office must clear, empty if no rule asks it.
    public List<Mandate.Reason> reasons(OfficeCode office) {
        return mandates.stream()
                .filter(mandate -> mandate.office().equals(office))
                .flatMap(mandate -> mandate.reasons().stream())
                .toList();
    }

    /// Those that must clear and are not in the chain yet.
    public List<Mandate> notAsked() {
        return mandates.stream().filter(mandate -> step(mandate.office()).isEmpty()).toList();
    }

    /// Objections said after silence had given the clearance.
    public List<ClearanceEvent> late(OfficeCode office) {
        return events.stream()
                .filter(event -> event.kind() == ClearanceEvent.Kind.LATE_OBJECTION)
                .filter(event -> event.office().equals(office))
                .toList();
    }

    /// Steps whose objection stands.
    public List<Clearance> objections() {
        return steps.stream().filter(step -> step.answer() == Clearance.Answer.OBJECTED).toList();
    }

    /// All is given and nothing is left to ask.
    public boolean cleared() {
        return stage == Stage.CLEARED || stage == Stage.APPROVED;
    }
}
