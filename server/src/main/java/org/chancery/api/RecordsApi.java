// SPDX-License-Identifier: Apache-2.0
package org.chancery.api;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chancery.access.ReadScope;
import org.chancery.cable.Cable;
import org.chancery.cable.CableSummary;
import org.chancery.cable.Cables;
import org.chancery.cable.Mrn;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.OfficeCode;
import org.chancery.engagement.Demarches;
import org.chancery.finding.FindingRefusal;
import org.chancery.finding.Findings;
import org.chancery.finding.MeasureState;
import org.chancery.finding.Reports;
import org.chancery.instruction.Instruction;
import org.chancery.instruction.InstructionId;
import org.chancery.instruction.Instructions;
import org.chancery.instruction.Task;
import org.chancery.instruction.Tasks;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Cables, instructions, tasks, démarches, reports and measures, for reading. The same
/// doors and the same scope as the pages.
@RestController
@RequestMapping("/api/v1")
class RecordsApi {

    private final Cables cables;
    private final Instructions instructions;
    private final Tasks tasks;
    private final Demarches demarches;
    private final Reports reports;
    private final Findings findings;
    private final Clock clock;

    RecordsApi(
            Cables cables,
            Instructions instructions,
            Tasks tasks,
            Demarches demarches,
            Reports reports,
            Findings findings,
            Clock clock) {
        this.cables = cables;
        this.instructions = instructions;
        this.tasks = tasks;
        this.demarches = demarches;
        this.reports = reports;
        this.findings = findings;
        this.clock = clock;
    }

    record CableRow(String mrn, String from, String subject, String exercise, Instant releasedAt) {}

    record CableText(
            String mrn,
            String from,
            String subject,
            String exercise,
            Instant releasedAt,
            String hash,
            List<Map<String, String>> addressees,
            List<Map<String, Object>> paragraphs) {}

    @GetMapping("/cables")
    Listing<CableRow> cables(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit,
            ReadScope reader) {
        var office = from == null ? null : new OfficeCode(from);
        return Listing.of(cables.page(office, after, limit, reader), RecordsApi::row);
    }

    private static CableRow row(CableSummary cable) {
        return new CableRow(
                cable.mrn().toString(),
                cable.from().value(),
                cable.subject(),
                cable.exercise(),
                cable.releasedAt());
    }

    @GetMapping("/cables/{mrn}")
    CableText cable(@PathVariable String mrn, ReadScope reader) {
        return text(cables.get(Mrn.parse(mrn), reader));
    }

    private static CableText text(Cable cable) {
        var content = cable.content();
        return new CableText(
                cable.mrn().toString(),
                cable.from().value(),
                content.subject(),
                content.exercise(),
                cable.releasedAt(),
                cable.hash(),
                cable.addressees().stream()
                        .map(
                                a ->
                                        Map.of(
                                                "office", a.office().value(),
                                                "role", a.role().name(),
                                                "precedence", a.precedence(),
                                                "via", a.via()))
                        .toList(),
                content.paragraphs().stream()
                        .map(
                                p ->
                                        Map.<String, Object>of(
                                                "id", p.id(),
                                                "role", p.role(),
                                                "label", p.label(),
                                                "text", p.text(),
                                                "mark", p.mark(),
                                                "terms", p.terms()))
                        .toList());
    }

    record InstructionText(
            String id,
            String cable,
            String subject,
            String objective,
            Instant releasedAt,
            List<Map<String, String>> points,
            List<Map<String, String>> asks,
            List<Map<String, Object>> requirements) {}

    @GetMapping("/instructions")
    Listing<InstructionText> instructions(ReadScope reader) {
        return Listing.of(instructions.list(reader), RecordsApi::text);
    }

    @GetMapping("/instructions/{id}")
    InstructionText instruction(@PathVariable String id, ReadScope reader) {
        return text(instructions.get(new InstructionId(id), reader));
    }

    private static InstructionText text(Instruction instruction) {
        return new InstructionText(
                instruction.id().value(),
                instruction.cable().toString(),
                instruction.subject(),
                instruction.objective(),
                instruction.releasedAt(),
                instruction.points().stream()
                        .map(
                                p ->
                                        Map.of(
                                                "label", p.label(),
                                                "text", p.text(),
                                                "scope", p.scope()))
                        .toList(),
                instruction.asks().stream()
                        .map(a -> Map.of("label", a.label(), "text", a.text()))
                        .toList(),
                instruction.requirements().stream()
                        .map(
                                r ->
                                        Map.<String, Object>of(
                                                "label", r.label(),
                                                "text", r.text(),
                                                "form", r.form(),
                                                "due", r.due(),
                                                "monthly", r.monthly()))
                        .toList());
    }

    record TaskRow(
            String id,
            String instruction,
            String requirement,
            String text,
            String office,
            String government,
            Instant due,
            String state) {}

    /// @param office whose open tasks; the caller's scope decides whether it may see them
    @GetMapping("/tasks")
    Listing<TaskRow> tasks(@RequestParam String office, ReadScope reader) {
        return Listing.of(tasks.open(new OfficeCode(office), reader), RecordsApi::row);
    }

    private static TaskRow row(Task task) {
        return new TaskRow(
                task.id().toString(),
                task.instruction().value(),
                task.requirement(),
                task.text(),
                task.office().value(),
                task.government().value(),
                task.due(),
                task.state().code());
    }

    record DemarcheRow(
            String id,
            String office,
            String government,
            Instant deliveredAt,
            List<Map<String, String>> responses) {}

    @GetMapping("/demarches")
    Listing<DemarcheRow> demarches(@RequestParam String instruction, ReadScope reader) {
        return Listing.of(
                demarches.of(new InstructionId(instruction), reader),
                d ->
                        new DemarcheRow(
                                d.id().toString(),
                                d.office().value(),
                                d.what().government().value(),
                                d.what().deliveredAt(),
                                d.what().responses().stream()
                                        .map(
                                                r ->
                                                        Map.of(
                                                                "ask", r.ask(),
                                                                "code", r.code().name(),
                                                                "words", r.words()))
                                        .toList()));
    }

    record ReportRow(
            String id,
            String office,
            String requirement,
            String state,
            String mrn,
            String summary) {}

    @GetMapping("/reports")
    Listing<ReportRow> reports(@RequestParam String instruction, ReadScope reader) {
        return Listing.of(
                reports.of(new InstructionId(instruction), reader),
                r ->
                        new ReportRow(
                                r.id().toString(),
                                r.office().value(),
                                r.requirement(),
                                r.state().name(),
                                r.mrn(),
                                r.content().summary()));
    }

    record MeasureRow(
            String government,
            String title,
            String stage,
            String direction,
            String area,
            String date,
            boolean inForce,
            boolean overdue,
            String source,
            String sourceUri,
            String confidence) {}

    /// @param inForceOn only rules in force on that day; without it every rule as it stands today
    @GetMapping("/measures")
    Listing<MeasureRow> measures(
            @RequestParam(required = false) @Nullable String government,
            @RequestParam(required = false) @Nullable String inForceOn,
            @RequestParam(required = false) @Nullable String aggregate,
            ReadScope reader) {
        if (aggregate != null) {
            throw new Refusal(FindingRefusal.DIRECTIONS_NOT_ADDED);
        }
        var code = government == null ? null : code(government);
        return inForceOn == null
                ? Listing.of(findings.measuresOn(code, today(), reader), RecordsApi::row)
                : Listing.of(
                        findings.inForceOn(code, day("inForceOn", inForceOn), reader),
                        RecordsApi::row);
    }

    private static MeasureRow row(MeasureState state) {
        var facts = state.last().finding().facts();
        var measure = state.measure();
        return new MeasureRow(
                facts.government().value(),
                facts.title(),
                state.stage().name(),
                measure.direction().name(),
                measure.area(),
                facts.date().text(),
                state.inForce(),
                state.overdue(),
                facts.source().title(),
                facts.source().uri(),
                facts.confidence().name());
    }

    static GovernmentCode code(String text) {
        return new GovernmentCode(text.toUpperCase(Locale.ROOT));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static LocalDate day(String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new Refusal(Problem.at(field, KernelRefusal.DATE_MALFORMED, text));
        }
    }
}
