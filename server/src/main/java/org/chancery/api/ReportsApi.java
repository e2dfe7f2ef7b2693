// SPDX-License-Identifier: Apache-2.0
package org.chancery.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.chancery.access.Actor;
import org.chancery.access.ReadScope;
import org.chancery.finding.NewFinding;
import org.chancery.finding.Report;
import org.chancery.finding.ReportPart;
import org.chancery.finding.ReportState;
import org.chancery.finding.Reports;
import org.chancery.instruction.InstructionId;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.chancery.task.TaskId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What posts answer: filing, changing, withdrawing and sending back. Protected sources are masked.
@RestController
@RequestMapping("/api/v1/reports")
class ReportsApi {

    private final Reports reports;

    ReportsApi(Reports reports) {
        this.reports = reports;
    }

    record ReportRow(
            String id,
            String office,
            String government,
            String requirement,
            String state,
            String mrn,
            Instant filedAt,
            String summary) {}

    @GetMapping
    Listing<ReportRow> list(@RequestParam String instruction, ReadScope reader) {
        return Listing.of(
                reports.of(new InstructionId(instruction), reader),
                report ->
                        new ReportRow(
                                report.id().toString(),
                                report.office().value(),
                                report.government().value(),
                                report.requirement(),
                                report.state().code(),
                                report.mrn(),
                                report.filedAt(),
                                report.content().summary()));
    }

    /// @param draft the reporting cable, told to the post alone
    /// @param reason why it was sent back or withdrawn, empty otherwise
    record ReportText(
            String id,
            String instruction,
            String requirement,
            String office,
            String government,
            String task,
            String state,
            String reason,
            String mrn,
            @Nullable String draft,
            String by,
            Instant filedAt,
            String summary,
            Map<ReportPart, String> parts,
            String comment,
            String nilReason,
            List<NewFinding> findings,
            List<String> covered) {}

    @GetMapping("/{id}")
    ReportText get(@PathVariable String id, Actor actor) {
        return text(reports.get(identity(id), actor.scope()), actor);
    }

    @PostMapping
    ResponseEntity<ReportText> file(@RequestBody ReportInput input, Actor actor) {
        var task = input.task();
        if (task == null) {
            throw new Refusal(Problem.at("task", KernelRefusal.VALUE_MISSING, "task"));
        }
        var filed = reports.file(input.report(TaskId.parse(task)), actor);
        return ResponseEntity.status(201).body(text(reports.get(filed.id(), actor.scope()), actor));
    }

    @PutMapping("/{id}")
    ReportText change(@PathVariable String id, @RequestBody ReportInput input, Actor actor) {
        var stood = reports.toChange(identity(id), actor);
        var anew = Boolean.TRUE.equals(input.anew());
        return text(
                reports.change(stood.id(), input.report(stood.content().task()), anew, actor),
                actor);
    }

    record Reason(@Nullable String reason) {

        String said() {
            return Objects.requireNonNullElse(reason, "");
        }
    }

    @PostMapping("/{id}/withdraw")
    ReportText withdraw(@PathVariable String id, @RequestBody Reason reason, Actor actor) {
        return text(reports.withdraw(identity(id), reason.said(), actor), actor);
    }

    @PostMapping("/{id}/send-back")
    ReportText sendBack(@PathVariable String id, @RequestBody Reason reason, Actor actor) {
        return text(reports.sendBack(identity(id), reason.said(), actor), actor);
    }

    /// @param words what looks like data on a person and keeps the cable from going out
    record Suspected(Set<String> words) {}

    @GetMapping("/{id}/personal-data")
    Suspected suspected(@PathVariable String id, Actor actor) {
        return new Suspected(reports.suspected(identity(id), actor));
    }

    @PostMapping("/{id}/personal-data/stand")
    ReportText stand(@PathVariable String id, @RequestBody Reason reason, Actor actor) {
        return text(reports.stand(identity(id), reason.said(), actor), actor);
    }

    private static ReportText text(Report report, Actor actor) {
        var content = report.content();
        var draft = report.draft();
        return new ReportText(
                report.id().toString(),
                report.instruction().value(),
                report.requirement(),
                report.office().value(),
                report.government().value(),
                content.task().toString(),
                report.state().code(),
                reason(report.state()),
                report.mrn(),
                draft == null || !report.office().equals(actor.office()) ? null : draft.toString(),
                report.by(),
                report.filedAt(),
                content.summary(),
                content.parts(),
                content.comment(),
                content.nilReason(),
                content.findings(),
                content.covered());
    }

    private static String reason(ReportState state) {
        return switch (state) {
            case ReportState.SentBack(_, _, var reason) -> reason;
            case ReportState.Withdrawn(_, _, var reason) -> reason;
            case ReportState.Filed(), ReportState.Nil() -> "";
            case ReportState.Released(_, _) -> "";
        };
    }

    private static UUID identity(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.absent(text);
        }
    }
}
