// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
import org.chancery.directory.StaffId;
import org.chancery.draft.Draft;
import org.chancery.draft.DraftState;
import org.chancery.draft.Drafts;
import org.chancery.instruction.InstructionId;
import org.chancery.instruction.Instructions;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.chancery.task.Task;
import org.chancery.task.TaskId;
import org.chancery.task.TaskRefusal;
import org.chancery.task.Tasks;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Door to reports. A filed report becomes a draft of the reporting cable; the two stay one until
/// the head of mission releases it. Then its findings stand on record and the task is answered.
///
/// Whoever reads a report reads protected sources masked; only the form of the post that wrote it
/// shows them again.
@Component
public class Reports {

    private final ReportRepository repository;
    private final FindingRepository findings;
    private final ReportingCable reportingCable;
    private final ReportGround ground;
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
            ReportGround ground,
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
        this.ground = ground;
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
    /// @throws Refusal with every mistake (RPT-001 to RPT-003, RPT-007, RPT-010, MEA-002, TSK-005,
    ///   TSK-007, TSK-009); `REPORT_WAITS` while another report on the task waits for release
    @Transactional
    public Report file(NewReport report, Actor actor) {
        actor.require(Permission.REPORT);
        var task = ownTask(report.task(), actor);
        task.state().requireOpen();
        if (!repository.open(task.id(), actor.scope()).isEmpty()) {
            throw new Refusal(FindingRefusal.REPORT_WAITS);
        }
        ReportRules.check(report, ground.of(task, actor));
        var filed = report.nil() ? nil(report, task, actor) : draft(report, task, actor);
        repository.insert(filed, label(task, actor));
        note(actor, report.nil() ? "report.nil" : "report.filed", filed);
        events.publishEvent(
                new ReportFiled(filed.id(), task.instruction().value(), actor.office().value()));
        return filed;
    }

    private Task ownTask(TaskId id, Actor actor) {
        var task = tasks.get(id, actor.scope());
        if (!task.office().equals(actor.office())) {
            throw new Refusal(TaskRefusal.NOT_YOUR_TASK, actor.office().value());
        }
        return task;
    }

    private Label label(Task task, Actor actor) {
        var of = instructions.get(task.instruction(), actor.scope());
        return new Label(
                of.label().level(),
                of.label().captions(),
                reportingCable.readers(of.from(), actor.office()));
    }

    private Report nil(NewReport report, Task task, Actor actor) {
        tasks.answeredFor(task.id(), report.nilReason(), report.coveredPosts(), actor);
        return filed(report, task, new ReportState.Nil(), null, actor);
    }

    private Report draft(NewReport report, Task task, Actor actor) {
        var instruction = instructions.get(task.instruction(), actor.scope());
        var content =
                reportingCable.content(
                        report, task, instruction, ground.onRecord(task, actor.scope()));
        var draft = drafts.start(content, actor);
        clearances.send(draft.id(), draft.version(), Set.of(), actor);
        return filed(report, task, new ReportState.Filed(), draft, actor);
    }

    private Report filed(
            NewReport report, Task task, ReportState state, @Nullable Draft draft, Actor actor) {
        return new Report(
                UUID.randomUUID(),
                task.instruction(),
                task.requirement(),
                task.office(),
                task.government(),
                state,
                draft == null ? null : draft.id(),
                draft == null ? 0 : draft.version(),
                report,
                List.of(),
                actor.signIn(),
                now());
    }

    /// Changes a report that is not released, and its cable with it.
    ///
    /// @param anew writes the cable anew even where somebody has changed it by hand
    /// @throws Refusal as [#file]; `REPORT_ENDED`, `CABLE_CHANGED_BY_HAND`
    @Transactional
    public Report change(UUID id, NewReport report, boolean anew, Actor actor) {
        actor.require(Permission.REPORT);
        var stood = own(id, actor);
        stood.state().requireOpen();
        if (!stood.content().task().equals(report.task()) || report.nil()) {
            throw new Refusal(
                    Problem.at(
                            "task",
                            KernelRefusal.VALUE_UNKNOWN,
                            report.task().toString(),
                            stood.content().task().toString()));
        }
        var task = ownTask(report.task(), actor);
        ReportRules.check(report, ground.of(task, actor));
        var draft = drafts.get(draftOf(stood), actor.scope());
        if (draft.version() != stood.drafted() && !anew) {
            throw new Refusal(FindingRefusal.CABLE_CHANGED_BY_HAND, draft.version());
        }
        repository.change(id, report, rewrite(draft, report, task, actor));
        note(actor, "report.changed", stood);
        return get(id, actor.scope());
    }

    /// @return version of the draft as it now stands, before its clearers
    private long rewrite(Draft draft, NewReport report, Task task, Actor actor) {
        var mark = draft.content().paragraphs().getFirst().mark();
        var rows =
                reportingCable.paragraphs(report, task, ground.onRecord(task, actor.scope()), mark);
        var changed =
                drafts.change(
                        draft.id(),
                        draft.version(),
                        draft.content().with().paragraphs(rows).build(),
                        actor);
        if (changed.state() instanceof DraftState.Writing) {
            clearances.send(changed.id(), changed.version(), Set.of(), actor);
        }
        return changed.version();
    }

    /// Takes a report back; its cable is given up, and the task is owed as before.
    ///
    /// @throws Refusal `REASON_MISSING`, `REPORT_ENDED`
    @Transactional
    public Report withdraw(UUID id, String reason, Actor actor) {
        actor.require(Permission.REPORT);
        var stood = own(id, actor);
        stood.state().requireOpen();
        ReportRules.requireReason(reason);
        var draft = outOfClearance(stood, actor);
        if (draft.state().open()) {
            drafts.discard(draft.id(), draft.version(), actor);
        }
        repository.move(id, new ReportState.Withdrawn(actor.signIn(), now(), reason.strip()));
        note(actor, "report.withdrawn", stood);
        return get(id, actor.scope());
    }

    /// The head of mission wants it changed before it goes out.
    ///
    /// @throws Refusal `NOT_PERMITTED` without the permission to release; `REASON_MISSING`,
    ///   `REPORT_ENDED`
    @Transactional
    public Report sendBack(UUID id, String reason, Actor actor) {
        actor.require(Permission.RELEASE);
        var stood = own(id, actor);
        stood.state().requireOpen();
        ReportRules.requireReason(reason);
        outOfClearance(stood, actor);
        repository.move(id, new ReportState.SentBack(actor.signIn(), now(), reason.strip()));
        note(actor, "report.sent-back", stood);
        return get(id, actor.scope());
    }

    private Draft outOfClearance(Report report, Actor actor) {
        var draft = drafts.get(draftOf(report), actor.scope());
        return draft.state() instanceof DraftState.InClearance
                ? clearances.withdraw(draft.id(), draft.version(), actor)
                : draft;
    }

    /// The head of mission says why words that look like data on a person must stand (RPT-003).
    ///
    /// @throws Refusal `NOT_PERMITTED` without the permission to release, `STANDING_REASON_MISSING`,
    ///   `REPORT_ENDED`
    @Transactional
    public Report stand(UUID id, String reason, Actor actor) {
        actor.require(Permission.RELEASE);
        var stood = own(id, actor);
        stood.state().requireOpen();
        if (reason.isBlank()) {
            throw new Refusal(Problem.at("why", FindingRefusal.STANDING_REASON_MISSING));
        }
        var words = suspected(stood, actor);
        var stands = new ArrayList<>(stood.stands());
        stands.add(new Report.Standing(words, reason.strip(), actor.signIn(), now()));
        repository.stand(id, stands);
        note(actor, "report.personal-data-stands", stood);
        return get(id, actor.scope());
    }

    /// What looks like data on a person and keeps the cable from going out, in reading order. Told to
    /// the post alone.
    public Set<String> suspected(UUID id, Actor actor) {
        var report = repository.find(id, actor.scope()).orElseThrow(() -> absent(id));
        return report.office().equals(actor.office()) && report.state().open()
                ? suspected(report, actor)
                : Set.of();
    }

    private Set<String> suspected(Report report, Actor actor) {
        var draft = drafts.get(draftOf(report), actor.scope());
        return PersonalDataCheck.open(report, draft.content());
    }

    private Report own(UUID id, Actor actor) {
        var report = repository.lock(id, actor.scope()).orElseThrow(() -> absent(id));
        if (!report.office().equals(actor.office())) {
            throw new Refusal(TaskRefusal.NOT_YOUR_TASK, actor.office().value());
        }
        return report;
    }

    private static DraftId draftOf(Report report) {
        var draft = report.draft();
        if (draft == null) {
            throw new Refusal(FindingRefusal.REPORT_ENDED, report.state().code());
        }
        return draft;
    }

    /// What the post has on record of the task besides its findings.
    public List<OnRecord.Part> onRecord(Task task, ReadScope reader) {
        return ground.onRecord(task, reader);
    }

    /// Reports on an instruction, newest first.
    public List<Report> of(InstructionId instruction, ReadScope reader) {
        return repository.of(instruction, reader).stream().map(Reports::masked).toList();
    }

    /// @throws Refusal `ABSENT` if there is none for this reader
    public Report get(UUID id, ReadScope reader) {
        return masked(repository.find(id, reader).orElseThrow(() -> absent(id)));
    }

    /// The report of a task that waits for its release or was sent back.
    public Optional<Report> open(TaskId task, ReadScope reader) {
        return repository.open(task, reader).stream().findFirst().map(Reports::masked);
    }

    /// The report as the post typed it, to be changed.
    ///
    /// @throws Refusal `ABSENT` to anybody but the post, `REPORT_ENDED`
    public Report toChange(UUID id, Actor actor) {
        actor.require(Permission.REPORT);
        var report =
                repository
                        .find(id, actor.scope())
                        .filter(found -> found.office().equals(actor.office()))
                        .orElseThrow(() -> absent(id));
        report.state().requireOpen();
        return report;
    }

    private static Report masked(Report report) {
        return new Report(
                report.id(),
                report.instruction(),
                report.requirement(),
                report.office(),
                report.government(),
                report.state(),
                report.draft(),
                report.drafted(),
                report.content().masked(),
                report.stands(),
                report.by(),
                report.filedAt());
    }

    private static Refusal absent(UUID id) {
        return Refusal.absent(id.toString());
    }

    private void note(Actor actor, String act, Report report) {
        audit.append(actor.signIn(), actor.office().value(), act, "report", report.id().toString());
    }

    /// The reporting cable is out: findings stand on record, the task is answered.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    @Unscoped("part of the release itself, shown to nobody")
    public void on(CableReleasing event) {
        var cable = event.cable();
        var filed = repository.ofDraft(cable.draft()).filter(report -> report.state().open());
        if (filed.isEmpty()) {
            return;
        }
        var report = filed.get();
        repository.move(
                report.id(), new ReportState.Released(cable.mrn().toString(), cable.releasedAt()));
        var releaser = releaser(cable);
        var instruction = instructions.get(report.instruction(), releaser.scope());
        for (var typed : report.content().findings()) {
            var entered = new EnteredFinding(typed, report, cable, now());
            var finding = entered.finding();
            findings.insert(finding, "", entered.sourceReaders(instruction));
            events.publishEvent(
                    new FindingRecorded(
                            finding.facts().id().value(),
                            report.instruction().value(),
                            typed.ask(),
                            report.office().value()));
        }
        tasks.answeredFor(
                report.content().task(),
                cable.mrn().toString(),
                report.content().coveredPosts(),
                releaser);
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

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
