// SPDX-License-Identifier: Apache-2.0
package org.chancery.api;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.chancery.access.Actor;
import org.chancery.access.ReadScope;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.instruction.Amended;
import org.chancery.instruction.Ask;
import org.chancery.instruction.DeliveryTerms;
import org.chancery.instruction.Guidance;
import org.chancery.instruction.Instruction;
import org.chancery.instruction.InstructionId;
import org.chancery.instruction.Instructions;
import org.chancery.instruction.Question;
import org.chancery.instruction.QuestionId;
import org.chancery.instruction.Questions;
import org.chancery.instruction.ReportingRequirement;
import org.chancery.instruction.TalkingPoint;
import org.chancery.instruction.Wording;
import org.chancery.picture.Coverage;
import org.chancery.picture.Coverages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What posts are asked, what one post gets, how it words it, what it wants to know, and who has
/// delivered. The same doors and the same scope as the pages.
@RestController
@RequestMapping("/api/v1/instructions")
class InstructionsApi {

    private final Instructions instructions;
    private final Questions questions;
    private final Coverages coverages;
    private final Offices offices;
    private final Clock clock;

    InstructionsApi(
            Instructions instructions,
            Questions questions,
            Coverages coverages,
            Offices offices,
            Clock clock) {
        this.instructions = instructions;
        this.questions = questions;
        this.coverages = coverages;
        this.offices = offices;
        this.clock = clock;
    }

    /// @param points for a post only its own
    record InstructionText(
            String id,
            String cable,
            String subject,
            String objective,
            String from,
            Instant releasedAt,
            @Nullable String supplements,
            DeliveryTerms delivery,
            GuidanceText guidance,
            List<PointText> points,
            List<Ask> asks,
            List<RequirementText> requirements) {}

    record GuidanceText(
            List<String> background,
            List<Map<String, String>> arguments,
            List<String> material,
            @Nullable Map<String, String> contact) {}

    record PointText(
            String label,
            String text,
            String scope,
            boolean onlyIfRaised,
            boolean oralOnly,
            boolean mayLeave) {}

    /// @param days as they were in the original and after each cable that moved them; the last hold
    record RequirementText(
            String label,
            String text,
            String form,
            List<LocalDate> due,
            String recurrence,
            @Nullable LocalDate until,
            boolean nilReport,
            String changes,
            List<DaysText> days) {}

    record DaysText(String by, List<LocalDate> due) {}

    @GetMapping
    Listing<InstructionText> list(ReadScope reader) {
        return Listing.of(
                instructions.list(reader),
                instruction -> text(instruction, new Amended(instruction, List.of())));
    }

    /// @param supplements in order of release
    record InstructionWhole(InstructionText instruction, List<InstructionText> supplements) {}

    @GetMapping("/{id}")
    InstructionWhole get(@PathVariable String id, ReadScope reader) {
        return whole(instructions.amended(new InstructionId(id), reader));
    }

    private static InstructionWhole whole(Amended amended) {
        return new InstructionWhole(
                text(amended.original(), amended),
                amended.supplements().stream().map(added -> text(added, amended)).toList());
    }

    private static InstructionText text(Instruction instruction, Amended amended) {
        var supplements = instruction.supplements();
        return new InstructionText(
                instruction.id().value(),
                instruction.cable().toString(),
                instruction.subject(),
                instruction.objective(),
                instruction.from().value(),
                instruction.releasedAt(),
                supplements == null ? null : supplements.value(),
                instruction.delivery(),
                guidance(instruction.guidance()),
                instruction.points().stream().map(InstructionsApi::point).toList(),
                instruction.asks(),
                instruction.requirements().stream()
                        .map(requirement -> requirement(requirement, instruction, amended))
                        .toList());
    }

    private static GuidanceText guidance(Guidance guidance) {
        var contact = guidance.contact();
        return new GuidanceText(
                guidance.background(),
                guidance.arguments().stream()
                        .map(
                                argument ->
                                        Map.of(
                                                "text", argument.text(),
                                                "counter", argument.counter(),
                                                "rebuttal", argument.rebuttal()))
                        .toList(),
                guidance.material(),
                contact == null
                        ? null
                        : Map.of(
                                "office", contact.office().value(),
                                "function", contact.function()));
    }

    private static PointText point(TalkingPoint point) {
        return new PointText(
                point.label(),
                point.text(),
                point.scope(),
                point.onlyIfRaised(),
                point.oralOnly(),
                point.mayLeave());
    }

    private static RequirementText requirement(
            ReportingRequirement requirement, Instruction owner, Amended amended) {
        return new RequirementText(
                requirement.label(),
                requirement.text(),
                requirement.form().name(),
                requirement.due(),
                requirement.recurrence().name(),
                requirement.until(),
                requirement.nilReport(),
                requirement.changes(),
                amended.days(owner, requirement.label()).stream()
                        .map(days -> new DaysText(days.by().toString(), days.due()))
                        .toList());
    }

    record WordingText(String point, String office, String text, String by, Instant at) {}

    record PackageText(
            String office,
            InstructionText instruction,
            List<InstructionText> supplements,
            List<WordingText> wordings) {}

    /// @param office a post its own; headquarters any
    @GetMapping("/{id}/packages/{office}")
    PackageText packageOf(@PathVariable String id, @PathVariable String office, ReadScope reader) {
        var given = instructions.packageOf(new InstructionId(id), code(office), reader);
        var whole = whole(given.instruction());
        return new PackageText(
                given.office().value(),
                whole.instruction(),
                whole.supplements(),
                given.wordings().stream().map(InstructionsApi::wording).toList());
    }

    @GetMapping("/{id}/wordings")
    Listing<WordingText> wordings(
            @PathVariable String id, @RequestParam String office, ReadScope reader) {
        return Listing.of(
                instructions.wordings(new InstructionId(id), code(office), reader),
                InstructionsApi::wording);
    }

    /// @param point label: `P3`
    record NewWording(@Nullable String point, @Nullable String text) {}

    @PostMapping("/{id}/wordings")
    ResponseEntity<WordingText> adapt(
            @PathVariable String id, @RequestBody NewWording wording, Actor actor) {
        var kept =
                instructions.adapt(
                        new InstructionId(id), or(wording.point()), or(wording.text()), actor);
        return ResponseEntity.status(201).body(wording(kept));
    }

    private static WordingText wording(Wording wording) {
        return new WordingText(
                wording.point(),
                wording.office().value(),
                wording.text(),
                wording.by(),
                wording.at());
    }

    /// @param office who asked, null where the caller is not to know
    record QuestionText(
            String id,
            @Nullable String office,
            String text,
            Instant at,
            List<AnswerText> answers) {}

    record AnswerText(String office, String text, Instant at) {}

    @GetMapping("/{id}/questions")
    Listing<QuestionText> questions(@PathVariable String id, ReadScope reader) {
        var instruction = instructions.get(new InstructionId(id), reader);
        return Listing.of(questions.of(instruction.id(), reader), InstructionsApi::question);
    }

    record NewQuestion(@Nullable String text) {}

    @PostMapping("/{id}/questions")
    ResponseEntity<QuestionText> ask(
            @PathVariable String id, @RequestBody NewQuestion question, Actor actor) {
        var kept = questions.ask(new InstructionId(id), or(question.text()), actor);
        return ResponseEntity.status(201).body(question(kept));
    }

    /// @param namesAsker all addressees are to know who asked
    record NewAnswer(@Nullable String text, @Nullable Boolean namesAsker) {}

    @PostMapping("/{id}/questions/{question}/answers")
    ResponseEntity<QuestionText> answer(
            @PathVariable String id,
            @PathVariable String question,
            @RequestBody NewAnswer answer,
            Actor actor) {
        var kept =
                questions.answer(
                        new InstructionId(id),
                        QuestionId.parse(question),
                        or(answer.text()),
                        Boolean.TRUE.equals(answer.namesAsker()),
                        actor);
        return ResponseEntity.status(201).body(question(kept));
    }

    private static QuestionText question(Question question) {
        var office = question.office();
        return new QuestionText(
                question.id().toString(),
                office == null ? null : office.value(),
                question.text(),
                question.at(),
                question.answers().stream()
                        .map(
                                answer ->
                                        new AnswerText(
                                                answer.office().value(),
                                                answer.text(),
                                                answer.at()))
                        .toList());
    }

    /// @param counted posts that count: all but the waived
    record CoverageText(long counted, Map<String, Long> figures, List<CoverageRow> rows) {}

    /// @param tasks state by label of the requirement, empty where only the delivery may be known
    record CoverageRow(
            String office,
            String government,
            String status,
            boolean delivered,
            @Nullable String demarche,
            Map<String, String> tasks,
            @Nullable Instant due) {}

    @GetMapping("/{id}/coverage")
    CoverageText coverage(@PathVariable String id, Actor actor) {
        var instruction = instructions.get(new InstructionId(id), actor.scope());
        var coverage = coverages.of(instruction, actor.scope());
        var now = clock.instant();
        var zone = offices.get(actor.office()).zone();
        var figures = new TreeMap<String, Long>();
        for (var group : Coverage.Group.values()) {
            figures.put(group.name(), coverage.count(group, now, zone));
        }
        return new CoverageText(
                coverage.counted(),
                figures,
                coverage.rows().stream().map(row -> row(row, now, zone)).toList());
    }

    private static CoverageRow row(Coverage.Row row, Instant now, ZoneId zone) {
        var tasks = new TreeMap<String, String>();
        row.tasks().forEach((label, task) -> tasks.put(label, task.state().code()));
        return new CoverageRow(
                row.office().value(),
                row.government().value(),
                row.group(now, zone).name(),
                row.delivered(),
                row.last().map(demarche -> demarche.id().toString()).orElse(null),
                tasks,
                row.due().orElse(null));
    }

    private static OfficeCode code(String text) {
        return new OfficeCode(text.toUpperCase(Locale.ROOT));
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
