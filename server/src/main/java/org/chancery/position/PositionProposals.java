// SPDX-License-Identifier: Apache-2.0
package org.chancery.position;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.chancery.access.Unscoped;
import org.chancery.directory.Names;
import org.chancery.engagement.AskResponse;
import org.chancery.engagement.DemarcheRecorded;
import org.chancery.engagement.DemarcheTakenBack;
import org.chancery.engagement.Demarches;
import org.chancery.finding.Direction;
import org.chancery.finding.Facts;
import org.chancery.finding.Finding;
import org.chancery.finding.FindingRecorded;
import org.chancery.finding.Findings;
import org.chancery.finding.Stage;
import org.chancery.instruction.InstructionId;
import org.chancery.kernel.ReducedDate;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Makes proposals of what posts record, in the transaction of the record.
@Component
class PositionProposals {

    private final PositionRepository repository;
    private final PositionLedger ledger;
    private final Demarches demarches;
    private final Findings findings;

    PositionProposals(
            PositionRepository repository,
            PositionLedger ledger,
            Demarches demarches,
            Findings findings) {
        this.repository = repository;
        this.ledger = ledger;
        this.demarches = demarches;
        this.findings = findings;
    }

    /// What was answered in private becomes a proposal in the lane of words.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    @Unscoped("part of the record itself, shown to nobody")
    public void on(DemarcheRecorded event) {
        var demarche = demarches.recorded(event);
        var day = LocalDate.ofInstant(demarche.what().deliveredAt(), ZoneOffset.UTC);
        for (var response : demarche.what().responses()) {
            if (response.code() == AskResponse.Code.NOT_RAISED) {
                continue;
            }
            ledger.keep(
                    new Position(
                            UUID.randomUUID(),
                            demarche.what().instruction(),
                            demarche.what().government(),
                            response.ask(),
                            Lane.WORD,
                            step(response.code()),
                            new Basis(
                                    BasisClass.PRIVATE_RESPONSE,
                                    Basis.Kind.DEMARCHE,
                                    demarche.id().toString()),
                            ReducedDate.of(day),
                            "MODERATE",
                            "",
                            demarche.what().approach(response).word(),
                            "",
                            Names.of(response.words(), response.words()),
                            Position.State.PROPOSED,
                            demarche.office().value(),
                            ledger.now(),
                            null,
                            null,
                            demarche.label()));
        }
    }

    /// What was proposed from a record that was taken back no longer counts.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    @Unscoped("part of the act itself, shown to nobody")
    public void on(DemarcheTakenBack event) {
        for (var entry : repository.restingOn(Basis.Kind.DEMARCHE, event.demarche().toString())) {
            ledger.withdraw(entry, event.office(), "DEMARCHE_TAKEN_BACK");
        }
    }

    /// An answer in private is never firm by itself (POS-001).
    private static Step step(AskResponse.Code code) {
        return switch (code) {
            case ACCEPTED, ACCEPTED_IN_PART -> Step.LEANS_SUPPORT;
            case TOOK_NOTE, WILL_CONSULT, REFERRED_ELSEWHERE, COUNTER_PROPOSAL ->
                    Step.NON_COMMITTAL;
            case DECLINED, PROTESTED -> Step.LEANS_OPPOSE;
            case NOT_RAISED -> Step.NOT_RAISED;
            case NO_RESPONSE -> Step.NO_RESPONSE;
        };
    }

    /// A measure that a post linked to an ask becomes a proposal in the lane of deeds, a statement
    /// with a stance one in the lane of words.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    @Unscoped("part of the release itself, shown to nobody")
    public void on(FindingRecorded event) {
        if (event.ask().isEmpty()) {
            return;
        }
        switch (findings.recorded(event)) {
            case Finding.Measure measure ->
                    propose(
                            event,
                            measure.facts(),
                            Lane.DEED,
                            step(measure.direction(), measure.stage()),
                            BasisClass.OFFICIAL_ACT);
            case Finding.Statement statement ->
                    step(statement.stance()).ifPresent(step -> propose(event, statement, step));
            case Finding.Statistic _, Finding.Event _ -> {}
        }
    }

    /// What was said in confidence is an answer in private: it carries no firm step, and the release
    /// that brings it never fails for that.
    private void propose(FindingRecorded event, Finding.Statement statement, Step step) {
        propose(
                event,
                statement.facts(),
                Lane.WORD,
                statement.onRecord() ? step : step.leaning(),
                statement.onRecord() ? BasisClass.ON_RECORD : BasisClass.PRIVATE_RESPONSE);
    }

    private void propose(
            FindingRecorded event, Facts facts, Lane lane, Step step, BasisClass rank) {
        ledger.keep(
                new Position(
                        UUID.randomUUID(),
                        new InstructionId(event.instruction()),
                        facts.government(),
                        event.ask(),
                        lane,
                        step,
                        new Basis(rank, Basis.Kind.FINDING, facts.id().toString()),
                        facts.date(),
                        facts.confidence().name(),
                        facts.note(),
                        "",
                        "",
                        Names.of(facts.title(), facts.title()),
                        Position.State.PROPOSED,
                        event.office(),
                        ledger.now(),
                        null,
                        null,
                        facts.label()));
    }

    private static Step step(Direction direction, Stage stage) {
        var done = stage.inForce() || stage == Stage.ADOPTED || stage == Stage.PROMULGATED;
        return switch (direction) {
            case MORE_RESTRICTIVE -> done ? Step.SUPPORTS : Step.LEANS_SUPPORT;
            case LESS_RESTRICTIVE -> done ? Step.OPPOSES : Step.LEANS_OPPOSE;
            case NEUTRAL, MIXED, UNCLEAR -> Step.NON_COMMITTAL;
        };
    }

    /// The collector's word for what was said. A word that takes no stand proposes nothing.
    private static Optional<Step> step(String stance) {
        return switch (stance) {
            case "SUPPORTS", "ALIGNED" -> Optional.of(Step.SUPPORTS);
            case "LEANS_SUPPORT" -> Optional.of(Step.LEANS_SUPPORT);
            case "NON_COMMITTAL" -> Optional.of(Step.NON_COMMITTAL);
            case "LEANS_OPPOSE", "NOT_ALIGNED" -> Optional.of(Step.LEANS_OPPOSE);
            case "OPPOSES", "DECLINES" -> Optional.of(Step.OPPOSES);
            default -> Optional.empty();
        };
    }
}
