// SPDX-License-Identifier: Apache-2.0
package org.chancery.api;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.chancery.access.Actor;
import org.chancery.access.ReadScope;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.OfficeCode;
import org.chancery.finding.Coding;
import org.chancery.finding.Direction;
import org.chancery.finding.Document;
import org.chancery.finding.FindingId;
import org.chancery.finding.FindingRefusal;
import org.chancery.finding.LegalReference;
import org.chancery.finding.Measure;
import org.chancery.finding.MeasureDesk;
import org.chancery.finding.MeasureId;
import org.chancery.finding.MeasureOn;
import org.chancery.finding.MeasureQuery;
import org.chancery.finding.MeasureState;
import org.chancery.finding.Measures;
import org.chancery.finding.NewDocument;
import org.chancery.finding.NewMeasure;
import org.chancery.finding.NewStep;
import org.chancery.instruction.InstructionId;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.chancery.kernel.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// Measures of governments on a day, and what coders do with them. The same doors and the same rules
/// as the pages.
@RestController
@RequestMapping("/api/v1/measures")
class MeasuresApi {

    private final Measures measures;
    private final MeasureDesk desk;
    private final MeasureJson json;
    private final Clock clock;

    MeasuresApi(Measures measures, MeasureDesk desk, MeasureJson json, Clock clock) {
        this.measures = measures;
        this.desk = desk;
        this.json = json;
        this.clock = clock;
    }

    record MeasureRow(
            String id,
            String government,
            String title,
            String stage,
            String direction,
            String area,
            String date,
            boolean inForce,
            boolean overdue,
            boolean stalled,
            String source,
            String sourceUri,
            String confidence) {}

    /// @param inForceOn only rules in force on that day, short for `standing` and `asOf`
    @GetMapping
    Listing<MeasureRow> list(
            @RequestParam(defaultValue = "") Set<String> government,
            @RequestParam(defaultValue = "") String instruction,
            @RequestParam(required = false) @Nullable Direction direction,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "ALL") MeasureQuery.Standing standing,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String inForceOn,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit,
            ReadScope reader) {
        var day =
                inForceOn != null
                        ? day("inForceOn", inForceOn)
                        : asOf == null ? today() : day("asOf", asOf);
        var query =
                new MeasureQuery(
                        jurisdictions(government, instruction, reader),
                        direction,
                        area,
                        subject,
                        inForceOn == null ? standing : MeasureQuery.Standing.IN_FORCE,
                        day);
        return Listing.of(measures.page(query, after, limit, reader), MeasuresApi::row);
    }

    private Set<GovernmentCode> jurisdictions(
            Set<String> codes, String instruction, ReadScope reader) {
        var found = new HashSet<GovernmentCode>();
        codes.stream()
                .filter(code -> !code.isBlank())
                .map(code -> new GovernmentCode(code.strip().toUpperCase(Locale.ROOT)))
                .forEach(found::add);
        if (!instruction.isBlank()) {
            found.addAll(measures.addressees(new InstructionId(instruction), reader));
        }
        return found;
    }

    private static MeasureRow row(MeasureOn measure) {
        var facts = measure.state().last().finding().facts();
        return new MeasureRow(
                measure.id().value(),
                measure.government().value(),
                measure.title("en"),
                measure.state().stage().name(),
                measure.direction().name(),
                measure.area(),
                facts.date().text(),
                measure.state().inForce(),
                measure.state().overdue(),
                measure.stalled(),
                facts.source().title(),
                facts.source().uri(),
                facts.confidence().name());
    }

    /// There is no such number: for whoever looks for it (MEA-005).
    @GetMapping("/sum")
    Listing<MeasureRow> sum(ReadScope reader) {
        throw new Refusal(FindingRefusal.DIRECTIONS_NOT_ADDED);
    }

    @GetMapping("/agreement")
    Listing<Measure.Agreement> agreement(ReadScope reader) {
        return Listing.of(measures.agreement(reader), agreement -> agreement);
    }

    /// @param office its own office without
    @GetMapping("/reviews")
    Listing<MeasureRow> reviews(
            @RequestParam(required = false) @Nullable String office, Actor actor) {
        var code = office == null ? actor.office() : new OfficeCode(office);
        return Listing.of(measures.reviews(code, actor.scope()), MeasuresApi::row);
    }

    record StepText(
            String id,
            String stage,
            String date,
            String title,
            String note,
            String source,
            String sourceUri) {}

    record ReferenceText(LegalReference reference, LegalReference.State state) {}

    record Notice(String code, String detail, String mend) {}

    record SecondText(
            String area, String direction, String magnitude, String office, boolean agrees) {}

    record VersionText(
            long version, String kind, String reason, String office, Instant at, Coding coding) {}

    record MeasureText(
            String id,
            String government,
            long version,
            String direction,
            boolean codedDifferently,
            @Nullable String stage,
            @Nullable Boolean inForce,
            String codingState,
            Coding coding,
            List<StepText> steps,
            List<ReferenceText> references,
            List<Document> documents,
            List<String> provisions,
            List<VersionText> versions,
            @Nullable SecondText second,
            List<Notice> notices) {}

    @GetMapping("/{id}")
    MeasureText get(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String asOf,
            Locale language,
            ReadScope reader) {
        var day = asOf == null ? today() : day("asOf", asOf);
        return text(measures.get(new MeasureId(id), day, reader), Texts.in(language));
    }

    private static MeasureText text(Measure.File file, Texts texts) {
        var measure = file.measure();
        var state = file.state();
        var references = measure.coding().references();
        var second = file.second();
        return new MeasureText(
                measure.id().value(),
                measure.government().value(),
                measure.version(),
                measure.direction().name(),
                file.codedDifferently(),
                state == null ? null : state.stage().name(),
                state == null ? null : state.inForce(),
                measure.state().name(),
                measure.coding(),
                state == null ? List.of() : state.steps().stream().map(MeasuresApi::step).toList(),
                references.stream().map(r -> new ReferenceText(r, r.state(references))).toList(),
                file.documents(),
                file.provisions().stream().map(p -> p.id().value()).toList(),
                file.versions().stream().map(MeasuresApi::version).toList(),
                second == null
                        ? null
                        : new SecondText(
                                second.area(),
                                second.direction().name(),
                                second.magnitude(),
                                second.office(),
                                second.agrees(measure.coding())),
                file.notices().stream()
                        .map(n -> new Notice(n.code().code(), texts.detail(n), texts.mend(n)))
                        .toList());
    }

    private static StepText step(MeasureState.Step step) {
        var facts = step.finding().facts();
        return new StepText(
                facts.id().toString(),
                step.stage().name(),
                facts.date().text(),
                facts.title(),
                facts.note(),
                facts.source().title(),
                facts.source().uri());
    }

    private static VersionText version(Measure.Version version) {
        return new VersionText(
                version.version(),
                version.kind(),
                version.reason(),
                version.office(),
                version.at(),
                version.coding());
    }

    record Entered(String id, long version) {}

    /// Enters a measure; `steps` is its history, the other fields its coding.
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Entered enter(@RequestBody JsonNode body, Actor actor) {
        var steps = new ArrayList<NewStep>();
        body.path("steps").forEach(step -> steps.add(json.step(step)));
        var entered = desk.enter(json.measure(body, NewMeasure.blank()), steps, actor);
        return new Entered(entered.id().value(), entered.version());
    }

    record Recorded(String step) {}

    @PostMapping("/{id}/steps")
    @ResponseStatus(HttpStatus.CREATED)
    Recorded step(@PathVariable String id, @RequestBody JsonNode body, Actor actor) {
        return new Recorded(desk.step(new MeasureId(id), json.step(body), actor).toString());
    }

    /// Corrects the coding: fields left out stay. `version` is the one it was made from.
    @PostMapping("/{id}/corrections")
    Entered correct(@PathVariable String id, @RequestBody JsonNode body, Actor actor) {
        var measure = new MeasureId(id);
        var stands = NewMeasure.of(measures.measure(measure, actor.scope()).coding());
        var said = json.measure(body.path("coding"), stands);
        var reason = body.path("reason").asString("");
        var version = body.path("version").asLong(0);
        var corrected =
                body.path("settles").asBoolean(false)
                        ? desk.reconcile(measure, version, said, reason, actor)
                        : desk.correct(measure, version, said, reason, actor);
        return new Entered(corrected.id().value(), corrected.version());
    }

    /// Puts another step in the place of a wrong one, or none where `step` is missing.
    @PostMapping("/{id}/steps/{step}/corrections")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void correctStep(
            @PathVariable String id,
            @PathVariable String step,
            @RequestBody JsonNode body,
            Actor actor) {
        desk.correctStep(
                new MeasureId(id),
                FindingId.parse(step),
                body.hasNonNull("step") ? json.step(body.get("step")) : null,
                body.path("reason").asString(""),
                actor);
    }

    @PostMapping("/{id}/second-codings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void secondCode(@PathVariable String id, @RequestBody JsonNode body, Actor actor) {
        desk.secondCode(
                new MeasureId(id),
                body.path("area").asString(""),
                body.path("direction").asString(""),
                body.path("magnitude").asString(""),
                actor);
    }

    @PostMapping("/{id}/documents")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void document(@PathVariable String id, @RequestBody JsonNode body, Actor actor) {
        desk.document(
                new MeasureId(id),
                new NewDocument(
                        body.path("role").asString(""),
                        body.path("language").asString(""),
                        body.path("title").asString(""),
                        body.path("uri").asString(""),
                        body.path("dated").asString(""),
                        body.path("sha256").asString("")),
                actor);
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
