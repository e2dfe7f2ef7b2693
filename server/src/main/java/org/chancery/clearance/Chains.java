// SPDX-License-Identifier: Apache-2.0
package org.chancery.clearance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chancery.access.Accounts;
import org.chancery.access.Actor;
import org.chancery.access.Label;
import org.chancery.access.Permission;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.draft.Draft;
import org.chancery.draft.DraftState;
import org.chancery.draft.Drafts;
import org.chancery.kernel.Problems;
import org.chancery.kernel.Refusal;
import org.chancery.policy.CableType;
import org.chancery.policy.Handling;
import org.chancery.policy.Policy;
import org.chancery.policy.Traffic;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes and changes the chain of a draft, for its drafting office.
@Component
class Chains {

    private final ClearanceRepository repository;
    private final Ledger ledger;
    private final MandatoryClearers clearers;
    private final Drafts drafts;
    private final Accounts accounts;
    private final Offices offices;
    private final Policy policy;
    private final Traffic traffic;
    private final Handling handling;

    Chains(
            ClearanceRepository repository,
            Ledger ledger,
            MandatoryClearers clearers,
            Drafts drafts,
            Accounts accounts,
            Offices offices,
            Policy policy,
            Traffic traffic,
            Handling handling) {
        this.repository = repository;
        this.ledger = ledger;
        this.clearers = clearers;
        this.drafts = drafts;
        this.accounts = accounts;
        this.offices = offices;
        this.policy = policy;
        this.traffic = traffic;
        this.handling = handling;
    }

    void send(Draft draft, Asking asking, Actor actor) {
        requireOwn(draft, actor);
        if (draft.state() instanceof DraftState.InClearance) {
            throw new Refusal(ClearanceRefusal.IN_CLEARANCE_ALREADY);
        }
        var mandatory = mandatory(draft);
        var asked = new LinkedHashSet<>(mandatory);
        asked.addAll(asking.offices());
        asked.addAll(asking.informed());
        asked.remove(draft.office());
        var known = known(draft);
        asked.forEach(office -> known.merge(office, fresh(office, asking), (old, next) -> old));
        var steps =
                known.values().stream()
                        .map(step -> again(step, asking, mandatory.contains(step.office())))
                        .toList();
        var problems = new Problems();
        checkSilence(draft, asking.silentUntil(), problems);
        checkReaders(draft, steps, problems);
        problems.refuse();
        repository.open(draft.id(), draft.version());
        ledger.note(draft, draft.office(), ClearanceEvent.Kind.SENT, "", actor);
        steps.forEach(step -> ledger.keep(draft, step));
        drafts.submit(draft, known.keySet());
        ledger.advance(draft.id(), draft.version());
    }

    private Map<OfficeCode, Clearance> known(Draft draft) {
        var steps = new LinkedHashMap<OfficeCode, Clearance>();
        ledger.steps(draft.id()).forEach(step -> steps.put(step.office(), step));
        return steps;
    }

    private Clearance fresh(OfficeCode office, Asking asking) {
        return asking.informed().contains(office) && !asking.offices().contains(office)
                ? Clearance.informed(office, ledger.now())
                : Clearance.waiting(office, asking.position(office), false, asking.silentUntil());
    }

    /// What was given for this very text stays, and so does an objection; all others are asked anew.
    private static Clearance again(Clearance step, Asking asking, boolean mandatory) {
        var ruled = mandatory ? step.ruled() : step.further();
        var placed = asking.ordered() ? ruled.at(asking.position(ruled.office())) : ruled;
        return switch (placed.answer()) {
            case WAITING, ASKED, VOIDED -> placed.waits();
            case CLEARED, CLEARED_WITH_EDITS, NO_OBJECTION, SILENT, OBJECTED, OVERRULED, INFORMED ->
                    placed;
        };
    }

    void withdraw(Draft draft, Actor actor) {
        requireOwn(draft, actor);
        requireInClearance(draft);
        drafts.withdraw(draft);
        repository.close(draft.id());
        repository.forgetApproval(draft.id());
        ledger.note(draft, draft.office(), ClearanceEvent.Kind.WITHDRAWN, "", actor);
    }

    void add(
            Draft draft,
            OfficeCode office,
            int position,
            @Nullable Instant silentUntil,
            Actor actor) {
        requireOwn(draft, actor);
        requireInClearance(draft);
        var problems = new Problems();
        requirePosition(position, problems);
        checkSilence(draft, silentUntil, problems);
        var mandatory = mandatory(draft).contains(office);
        var step =
                Clearance.waiting(
                        office, Math.max(1, position), mandatory, mandatory ? null : silentUntil);
        checkReaders(draft, List.of(step), problems);
        var known = known(draft).get(office);
        problems.require(
                !office.equals(draft.office())
                        && (known == null || known.answer() == Clearance.Answer.INFORMED),
                "offices",
                ClearanceRefusal.OFFICE_IN_CHAIN,
                office.value());
        problems.refuse();
        ledger.keep(draft, step);
        repository.forgetApproval(draft.id());
        ledger.note(draft, office, ClearanceEvent.Kind.ADDED, "", actor);
        drafts.submit(draft, List.of(office));
        ledger.advance(draft.id(), draft.version());
    }

    void remove(Draft draft, OfficeCode office, Actor actor) {
        requireOwn(draft, actor);
        requireInClearance(draft);
        var step = ledger.step(draft.id(), office);
        if (step.mandatory() || mandatory(draft).contains(office)) {
            throw new Refusal(ClearanceRefusal.CLEARER_MANDATORY, office.value());
        }
        if (step.answer() == Clearance.Answer.OBJECTED) {
            throw new Refusal(ClearanceRefusal.OBJECTION_STANDS, office.value(), step.comment());
        }
        repository.remove(draft.id(), office);
        ledger.note(draft, office, ClearanceEvent.Kind.REMOVED, "", actor);
        ledger.advance(draft.id(), draft.version());
    }

    /// Who was asked already stays asked; only who still waits is asked at another time.
    void order(Draft draft, Map<OfficeCode, Integer> positions, Actor actor) {
        requireOwn(draft, actor);
        requireInClearance(draft);
        var problems = new Problems();
        positions.values().forEach(position -> requirePosition(position, problems));
        problems.refuse();
        for (var step : ledger.steps(draft.id())) {
            ledger.keep(draft, step.at(positions.getOrDefault(step.office(), step.position())));
        }
        ledger.note(draft, draft.office(), ClearanceEvent.Kind.REORDERED, "", actor);
        ledger.advance(draft.id(), draft.version());
    }

    /// After a clearer's edit: asks whom the new text needs, and again those whose silence it broke.
    void refresh(Draft draft) {
        var mandatory = mandatory(draft);
        var steps = known(draft);
        for (var office : mandatory) {
            var step = steps.get(office);
            steps.put(
                    office, step == null ? Clearance.waiting(office, 1, true, null) : step.ruled());
        }
        var problems = new Problems();
        checkReaders(draft, steps.values(), problems);
        problems.refuse();
        repository.open(draft.id(), draft.version());
        steps.values().forEach(step -> ledger.keep(draft, step));
        for (var step : ledger.steps(draft.id())) {
            if (step.answer() == Clearance.Answer.VOIDED && step.silentUntil() != null) {
                ledger.ask(draft.id(), draft.version(), step);
            }
        }
        drafts.submit(draft, mandatory);
        ledger.advance(draft.id(), draft.version());
    }

    List<OfficeCode> mandatory(Draft draft) {
        return clearers.of(draft).stream().map(Mandate::office).toList();
    }

    private void checkSilence(Draft draft, @Nullable Instant until, Problems problems) {
        if (until == null) {
            return;
        }
        var type = traffic.type(draft.content().type());
        var shortest = policy.clearing().shortestSilence();
        problems.require(
                        type.map(CableType::silence).orElse(false),
                        "silentUntil",
                        ClearanceRefusal.SILENCE_NOT_ALLOWED,
                        draft.content().type())
                .require(
                        !until.isBefore(ledger.now().plus(shortest)),
                        "silentUntil",
                        ClearanceRefusal.SILENCE_TOO_SHORT,
                        shortest.toHours());
    }

    /// Every office has somebody who may read the text (CLR-008): one asked a clearer, one informed
    /// anybody.
    private void checkReaders(Draft draft, Collection<Clearance> steps, Problems problems) {
        var label =
                new Label(
                        drafts.banner(draft),
                        handling.restrictive(draft.content().captions()),
                        Set.of());
        var word = new ArrayList<>(List.of(handling.level(label.level()).code()));
        word.addAll(label.captions().stream().sorted().toList());
        for (var step : steps) {
            var office = step.office();
            problems.attempt("offices", () -> offices.get(office));
            if (offices.find(office).isPresent()) {
                var readers =
                        step.answer() == Clearance.Answer.INFORMED
                                ? accounts.people(office)
                                : accounts.holders(office, Permission.CLEAR);
                problems.require(
                        readers.stream().anyMatch(reader -> reader.scope().covers(label)),
                        "offices",
                        ClearanceRefusal.NOBODY_CLEARED,
                        office.value(),
                        String.join("//", word));
            }
        }
    }

    private static void requirePosition(int position, Problems problems) {
        problems.require(
                position >= 1 && position <= 99,
                "position",
                ClearanceRefusal.POSITION_MALFORMED,
                position);
    }

    private static void requireOwn(Draft draft, Actor actor) {
        if (!draft.office().equals(actor.office())) {
            throw new Refusal(ClearanceRefusal.NOT_YOUR_CLEARANCE, actor.office().value());
        }
    }

    static void requireInClearance(Draft draft) {
        if (!(draft.state() instanceof DraftState.InClearance)) {
            throw new Refusal(ClearanceRefusal.NOT_IN_CLEARANCE);
        }
    }
}
