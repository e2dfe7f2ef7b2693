// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chancery.access.Actor;
import org.chancery.access.Label;
import org.chancery.access.Permission;
import org.chancery.access.ReadScope;
import org.chancery.access.Unscoped;
import org.chancery.audit.AuditTrail;
import org.chancery.cable.Cable;
import org.chancery.cable.CableReleasing;
import org.chancery.cable.DraftId;
import org.chancery.clearance.Clearances;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.StaffId;
import org.chancery.draft.Drafts;
import org.chancery.instruction.InstructionId;
import org.chancery.instruction.InstructionRefusal;
import org.chancery.instruction.Instructions;
import org.chancery.instruction.Task;
import org.chancery.instruction.Tasks;
import org.chancery.kernel.ReducedDate;
import org.chancery.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Door to reports. A filed report becomes a draft of the reporting cable; once the head of mission
/// releases it, its findings stand on record and the task is answered.
@Component
public class Reports {

    private final ReportRepository repository;
    private final FindingRepository findings;
    private final ReportingCable reportingCable;
    private final Instructions instructions;
    private final Tasks tasks;
    private final Drafts drafts;
    private final Clearances clearances;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reports(
            ReportRepository repository,
            FindingRepository findings,
            ReportingCable reportingCable,
            Instructions instructions,
            Tasks tasks,
            Drafts drafts,
            Clearances clearances,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.findings = findings;
        this.reportingCable = reportingCable;
        this.instructions = instructions;
        this.tasks = tasks;
        this.drafts = drafts;
        this.clearances = clearances;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// Files a report and drafts its cable, or files a nil report that answers the task at once.
    ///
    /// @param record paragraphs Chancery has drafted from what is on record, for example démarches
    /// @throws Refusal with every mistake (RPT-001, MEA-002, TSK-005, TSK-007)
    @Transactional
    public Report file(NewReport report, List<String> record, Actor actor) {
        actor.require(Permission.REPORT);
        var task = tasks.get(report.task(), actor.scope());
        if (!task.office().equals(actor.office())) {
            throw new Refusal(InstructionRefusal.NOT_YOUR_TASK, actor.office().value());
        }
        task.state().requireOpen();
        ReportRules.check(report, task.form());
        var filed = report.nil() ? nil(report, task, actor) : draft(report, task, record, actor);
        repository.insert(filed, task.government(), label(task, actor));
        audit.append(
                actor.signIn(),
                actor.office().value(),
                report.nil() ? "report.nil" : "report.filed",
                "report",
                filed.id().toString());
        events.publishEvent(
                new ReportFiled(filed.id(), task.instruction().value(), actor.office().value()));
        return filed;
    }

    private Label label(Task task, Actor actor) {
        var of = instructions.get(task.instruction(), actor.scope());
        return new Label(
                of.label().level(),
                of.label().captions(),
                reportingCable.readers(of.from(), actor.office()));
    }

    private Report nil(NewReport report, Task task, Actor actor) {
        tasks.answered(task.id(), report.nilReason(), actor);
        return filed(report, task, Report.State.NIL, null, actor);
    }

    private Report draft(NewReport report, Task task, List<String> record, Actor actor) {
        var instruction = instructions.get(task.instruction(), actor.scope());
        var draft = drafts.start(reportingCable.content(report, task, instruction, record), actor);
        clearances.send(draft.id(), draft.version(), Set.of(), actor);
        return filed(report, task, Report.State.FILED, draft.id(), actor);
    }

    private Report filed(
            NewReport report, Task task, Report.State state, @Nullable DraftId draft, Actor actor) {
        return new Report(
                UUID.randomUUID(),
                task.instruction(),
                task.requirement(),
                task.office(),
                state,
                draft,
                "",
                report,
                actor.signIn(),
                now());
    }

    /// Reports on an instruction, newest first.
    public List<Report> of(InstructionId instruction, ReadScope reader) {
        return repository.of(instruction, reader);
    }

    /// The reporting cable is out: findings stand on record, the task is answered.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    @Unscoped("part of the release itself, shown to nobody")
    public void on(CableReleasing event) {
        var cable = event.cable();
        Optional<Report> filed = repository.ofDraft(cable.draft());
        if (filed.isEmpty()) {
            return;
        }
        var report = filed.get();
        repository.released(report.id(), cable.mrn().toString());
        var releaser = releaser(cable);
        var task = tasks.get(report.content().task(), releaser.scope());
        for (var entered : report.content().findings()) {
            var finding = finding(entered, task.government(), cable);
            findings.insert(finding, "");
            events.publishEvent(
                    new FindingRecorded(
                            finding.facts().id().value(),
                            report.instruction().value(),
                            entered.ask(),
                            report.office().value()));
        }
        tasks.answered(report.content().task(), cable.mrn().toString(), releaser);
    }

    /// Who answers the task: the post, by the hand that released the cable.
    private static Actor releaser(Cable cable) {
        return new Actor(
                new StaffId(new UUID(0, 0)),
                cable.releasedBy(),
                cable.releasedBy(),
                cable.from(),
                Set.of(Permission.REPORT),
                new ReadScope(
                        cable.label().level(), cable.label().captions(), Set.of(cable.from())));
    }

    private Finding finding(NewFinding entered, GovernmentCode government, Cable cable) {
        var facts =
                new Facts(
                        new FindingId(UUID.randomUUID()),
                        government,
                        entered.title().strip(),
                        entered.summary().strip(),
                        ReducedDate.parse(entered.date().strip()),
                        new Source(
                                entered.sourceTitle().isBlank()
                                        ? entered.sourceUri().strip()
                                        : entered.sourceTitle().strip(),
                                entered.sourceUri().strip(),
                                LocalDate.ofInstant(cable.releasedAt(), ZoneOffset.UTC).toString()),
                        Confidence.MODERATE,
                        "",
                        cable.mrn().toString(),
                        now(),
                        cable.label());
        return switch (entered.kind()) {
            case "MEASURE" ->
                    new Finding.Measure(
                            facts,
                            facts.id().toString(),
                            Stage.valueOf(entered.stage()),
                            Direction.valueOf(entered.direction()),
                            entered.area(),
                            "",
                            "",
                            null,
                            entered.ask());
            case "STATEMENT" -> new Finding.Statement(facts, "");
            case "STATISTIC" ->
                    new Finding.Statistic(
                            facts,
                            entered.value(),
                            entered.unit(),
                            entered.population(),
                            entered.denominator(),
                            entered.period(),
                            entered.method());
            default -> new Finding.Event(facts, "", "");
        };
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
