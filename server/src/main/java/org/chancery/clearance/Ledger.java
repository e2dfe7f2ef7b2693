// SPDX-License-Identifier: Apache-2.0
package org.chancery.clearance;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.chancery.access.Actor;
import org.chancery.audit.AuditTrail;
import org.chancery.cable.DraftId;
import org.chancery.directory.OfficeCode;
import org.chancery.draft.Draft;
import org.chancery.kernel.Refusal;
import org.chancery.policy.Policy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Keeps a chain: its steps as they stand, every act in order, the audit. Callers hold the chain.
@Component
class Ledger {

    private static final String SYSTEM = "system";

    private final ClearanceRepository chains;
    private final EventRepository events;
    private final Policy policy;
    private final AuditTrail audit;
    private final Clock clock;

    Ledger(
            ClearanceRepository chains,
            EventRepository events,
            Policy policy,
            AuditTrail audit,
            Clock clock) {
        this.chains = chains;
        this.events = events;
        this.policy = policy;
        this.audit = audit;
        this.clock = clock;
    }

    List<Clearance> steps(DraftId draft) {
        return chains.of(draft);
    }

    List<ClearanceEvent> events(DraftId draft) {
        return events.of(draft);
    }

    Optional<Approval> approval(DraftId draft) {
        return chains.approval(draft);
    }

    /// @throws Refusal `NOT_YOUR_CLEARANCE` if the office is not in the chain
    Clearance step(DraftId draft, OfficeCode office) {
        return steps(draft).stream()
                .filter(step -> step.office().equals(office))
                .findFirst()
                .orElseThrow(
                        () -> new Refusal(ClearanceRefusal.NOT_YOUR_CLEARANCE, office.value()));
    }

    void keep(Draft draft, Clearance step) {
        chains.put(draft.id(), step);
    }

    /// Keeps what an office said, under the name of who said it.
    void answer(
            Draft draft,
            Clearance step,
            Clearance.Answer said,
            ClearanceEvent.Kind kind,
            String comment,
            Actor actor) {
        keep(draft, step.answered(said, actor.signIn(), now(), draft.version(), comment.strip()));
        note(draft, step.office(), kind, comment.strip(), actor);
    }

    void note(
            Draft draft, OfficeCode office, ClearanceEvent.Kind kind, String comment, Actor actor) {
        append(draft.id(), draft.version(), office, kind, comment, actor.signIn(), actor.office());
    }

    void append(
            DraftId draft,
            long version,
            OfficeCode office,
            ClearanceEvent.Kind kind,
            String comment,
            String by,
            OfficeCode byOffice) {
        events.append(draft, new ClearanceEvent(office, kind, by, now(), version, comment));
        audit.append(by, byOffice.value(), kind.act(), "draft", draft.toString());
    }

    /// Asks those whose turn has come: all at the lowest position that is not given yet.
    void advance(DraftId draft, long version) {
        var steps = steps(draft);
        var turn =
                steps.stream()
                        .filter(Clearance::inTheWay)
                        .mapToInt(Clearance::position)
                        .min()
                        .orElse(0);
        for (var step : steps) {
            if (step.answer() == Clearance.Answer.WAITING && step.position() <= turn) {
                ask(draft, version, step);
            }
        }
    }

    /// A silence never runs shorter than the policy allows, whenever its turn comes.
    void ask(DraftId draft, long version, Clearance step) {
        chains.put(draft, step.asked(now(), deadline(step.silentUntil())));
        append(draft, version, step.office(), ClearanceEvent.Kind.ASKED, "", SYSTEM, step.office());
    }

    private @Nullable Instant deadline(@Nullable Instant wanted) {
        if (wanted == null) {
            return null;
        }
        var earliest = now().plus(policy.clearing().shortestSilence());
        return wanted.isBefore(earliest) ? earliest : wanted;
    }

    /// Gives what silence gives, in every open chain where it has run out and nobody objects.
    void grantSilence() {
        for (var draft : chains.silenceOver(now())) {
            var version = chains.lock(draft).orElseThrow();
            for (var step : steps(draft)) {
                if (over(step)) {
                    chains.put(
                            draft,
                            step.answered(Clearance.Answer.SILENT, null, now(), version, ""));
                    append(
                            draft,
                            version,
                            step.office(),
                            ClearanceEvent.Kind.SILENT,
                            "",
                            SYSTEM,
                            step.office());
                }
            }
            advance(draft, version);
        }
    }

    private boolean over(Clearance step) {
        return step.answer() == Clearance.Answer.ASKED
                && step.silentUntil() != null
                && !step.silentUntil().isAfter(now());
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
