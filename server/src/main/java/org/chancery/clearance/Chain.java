// SPDX-License-Identifier: Apache-2.0
package org.chancery.clearance;

import java.util.List;
import java.util.Optional;
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

    /// An objection stands.
    public boolean objected() {
        return steps.stream().anyMatch(step -> step.answer() == Clearance.Answer.OBJECTED);
    }

    /// All is given and nothing is left to ask.
    public boolean cleared() {
        return stage == Stage.CLEARED || stage == Stage.APPROVED;
    }
}
