// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chancery.access.Accounts;
import org.chancery.access.Actor;
import org.chancery.access.Permission;
import org.chancery.access.ReadScope;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.Offices;
import org.chancery.finding.Direction;
import org.chancery.finding.FindingId;
import org.chancery.finding.MeasureDesk;
import org.chancery.finding.MeasureId;
import org.chancery.finding.MeasureQuery;
import org.chancery.finding.MeasureState;
import org.chancery.finding.Measures;
import org.chancery.finding.NewMeasure;
import org.chancery.finding.NewStep;
import org.chancery.finding.Vocabularies;
import org.chancery.instruction.InstructionId;
import org.chancery.instruction.Instructions;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.chancery.kernel.Sheet;
import org.chancery.kernel.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Which rules stood on a day, and the file of each.
@Controller
class MeasuresController {

    private final Measures measures;
    private final MeasureDesk desk;
    private final Vocabularies vocabularies;
    private final Instructions instructions;
    private final Offices offices;
    private final Accounts accounts;
    private final Clock clock;

    MeasuresController(
            Measures measures,
            MeasureDesk desk,
            Vocabularies vocabularies,
            Instructions instructions,
            Offices offices,
            Accounts accounts,
            Clock clock) {
        this.measures = measures;
        this.desk = desk;
        this.vocabularies = vocabularies;
        this.instructions = instructions;
        this.offices = offices;
        this.accounts = accounts;
        this.clock = clock;
    }

    @GetMapping("/measures")
    String list(
            @RequestParam Map<String, String> filter,
            @RequestParam(required = false) @Nullable String after,
            ReadScope reader,
            Model model) {
        var query = query(filter, reader);
        var subject = query.subject().isEmpty() ? "migration" : query.subject();
        model.addAttribute("measures", measures.page(query, after, 50, reader));
        model.addAttribute("query", query);
        model.addAttribute("filter", filter);
        model.addAttribute("vocabulary", vocabularies.current(subject));
        model.addAttribute("subjects", vocabularies.subjects());
        model.addAttribute("instructions", instructions.list(reader));
        model.addAttribute("governments", offices.governmentsByCode());
        model.addAttribute("agreement", measures.agreement(reader));
        return "measure/list";
    }

    @GetMapping({"/measures.csv", "/measures.xlsx"})
    Sheet csv(@RequestParam Map<String, String> filter, Actor actor) {
        var language =
                accounts.account(actor.person()).map(a -> a.settings().language()).orElse("en");
        return measures.sheet(
                query(filter, actor.scope()),
                Texts.in(Locale.forLanguageTag(language)),
                actor.scope());
    }

    private MeasureQuery query(Map<String, String> filter, ReadScope reader) {
        var jurisdictions = new HashSet<GovernmentCode>();
        Arrays.stream(filter.getOrDefault("government", "").split("[\\s,]+"))
                .filter(code -> !code.isEmpty())
                .map(code -> new GovernmentCode(code.toUpperCase(Locale.ROOT)))
                .forEach(jurisdictions::add);
        var instruction = filter.getOrDefault("instruction", "");
        if (!instruction.isEmpty()) {
            jurisdictions.addAll(measures.addressees(new InstructionId(instruction), reader));
        }
        var direction = filter.getOrDefault("direction", "");
        return new MeasureQuery(
                jurisdictions,
                direction.isEmpty() ? null : word(Direction.class, "direction", direction),
                filter.getOrDefault("area", ""),
                filter.getOrDefault("subject", ""),
                word(
                        MeasureQuery.Standing.class,
                        "standing",
                        filter.getOrDefault("standing", "ALL")),
                day(filter.getOrDefault("as-of", "")));
    }

    private static <E extends Enum<E>> E word(Class<E> words, String field, String text) {
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> word.name().equals(text))
                .findFirst()
                .orElseThrow(
                        () ->
                                new Refusal(
                                        Problem.at(
                                                field,
                                                KernelRefusal.VALUE_UNKNOWN,
                                                text,
                                                Arrays.toString(words.getEnumConstants()))));
    }

    private LocalDate day(String text) {
        if (text.isEmpty()) {
            return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new Refusal(Problem.at("as-of", KernelRefusal.DATE_MALFORMED, text));
        }
    }

    @GetMapping("/measures/{id}")
    String show(
            @PathVariable String id,
            @RequestParam(name = "as-of", defaultValue = "") String asOf,
            ReadScope reader,
            Model model) {
        return file(new MeasureId(id), day(asOf), Map.of(), List.of(), reader, model);
    }

    private String file(
            MeasureId id,
            LocalDate asOf,
            Map<String, String> form,
            List<Problem> problems,
            ReadScope reader,
            Model model) {
        var file = measures.get(id, asOf, reader);
        var classes = file.measure().coding().classes();
        model.addAttribute("file", file);
        model.addAttribute("asOf", asOf);
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        model.addAttribute("vocabulary", vocabularies.get(classes.subject(), classes.version()));
        model.addAttribute("government", offices.government(file.measure().government()));
        return "measure/show";
    }

    @GetMapping("/measures/new")
    String blank(
            @RequestParam(defaultValue = "migration") String subject, Actor actor, Model model) {
        actor.require(Permission.CODE_MEASURE);
        var form = new LinkedMultiValueMap<String, String>();
        form.add("subject", subject);
        form.add("jurisdiction", "");
        return form(null, MeasureForm.read(form), form, List.of(), model);
    }

    private String form(
            @Nullable MeasureId id,
            NewMeasure said,
            MultiValueMap<String, String> form,
            List<Problem> problems,
            Model model) {
        var subjects = vocabularies.subjects();
        model.addAttribute("id", id == null ? "" : id.value());
        model.addAttribute("said", said);
        model.addAttribute("step", MeasureForm.step(form));
        model.addAttribute("extra", form.toSingleValueMap());
        model.addAttribute(
                "vocabulary",
                vocabularies.current(
                        subjects.contains(said.subject()) ? said.subject() : "migration"));
        model.addAttribute("subjects", subjects);
        model.addAttribute("governments", offices.governments());
        model.addAttribute("problems", problems);
        return "measure/form";
    }

    @PostMapping("/measures")
    String enter(@RequestParam MultiValueMap<String, String> form, Actor actor, Model model) {
        var said = MeasureForm.read(form);
        try {
            var entered = desk.enter(said, List.of(MeasureForm.step(form)), actor);
            return "redirect:/measures/" + entered.id();
        } catch (Refusal refusal) {
            return form(null, said, form, refusal.problems(), model);
        }
    }

    @GetMapping("/measures/{id}/correct")
    String correction(@PathVariable String id, Actor actor, Model model) {
        actor.require(Permission.CODE_MEASURE);
        var measure = measures.measure(new MeasureId(id), actor.scope());
        var form = new LinkedMultiValueMap<String, String>();
        form.add("version", String.valueOf(measure.version()));
        return form(measure.id(), NewMeasure.of(measure.coding()), form, List.of(), model);
    }

    @PostMapping("/measures/{id}/correct")
    String correct(
            @PathVariable String id,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam MultiValueMap<String, String> form,
            Actor actor,
            Model model) {
        var said = MeasureForm.read(form);
        var measure = new MeasureId(id);
        try {
            if (form.containsKey("settles")) {
                desk.reconcile(measure, version, said, reason, actor);
            } else {
                desk.correct(measure, version, said, reason, actor);
            }
            return "redirect:/measures/" + id;
        } catch (Refusal refusal) {
            measures.measure(measure, actor.scope());
            return form(measure, said, form, refusal.problems(), model);
        }
    }

    @PostMapping("/measures/{id}/steps")
    String step(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form,
            Actor actor,
            Model model) {
        return withFile(
                id,
                form,
                actor,
                model,
                () -> desk.step(new MeasureId(id), MeasureForm.step(form), actor));
    }

    @GetMapping("/measures/{id}/steps/{step}")
    String wrongStep(@PathVariable String id, @PathVariable String step, Actor actor, Model model) {
        return stepForm(id, step, Map.of(), List.of(), actor, model);
    }

    private String stepForm(
            String id,
            String step,
            Map<String, String> form,
            List<Problem> problems,
            Actor actor,
            Model model) {
        actor.require(Permission.CODE_MEASURE);
        var today = day("");
        var file = measures.get(new MeasureId(id), today, actor.scope());
        var state = file.state();
        var wrong =
                (state == null ? List.<MeasureState.Step>of() : state.steps())
                        .stream()
                                .filter(s -> s.finding().facts().id().toString().equals(step))
                                .findFirst()
                                .orElseThrow(() -> Refusal.absent(step));
        model.addAttribute("file", file);
        model.addAttribute("wrong", wrong);
        model.addAttribute("form", form.isEmpty() ? MeasureForm.of(wrong) : form);
        model.addAttribute("problems", problems);
        return "measure/step";
    }

    @PostMapping("/measures/{id}/steps/{step}")
    String correctStep(
            @PathVariable String id,
            @PathVariable String step,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam MultiValueMap<String, String> form,
            Actor actor,
            Model model) {
        NewStep right = form.containsKey("never") ? null : MeasureForm.step(form);
        try {
            desk.correctStep(new MeasureId(id), FindingId.parse(step), right, reason, actor);
            return "redirect:/measures/" + id;
        } catch (Refusal refusal) {
            return stepForm(id, step, form.toSingleValueMap(), refusal.problems(), actor, model);
        }
    }

    @PostMapping("/measures/{id}/documents")
    String document(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form,
            Actor actor,
            Model model) {
        return withFile(
                id,
                form,
                actor,
                model,
                () -> desk.document(new MeasureId(id), MeasureForm.document(form), actor));
    }

    private String withFile(
            String id, MultiValueMap<String, String> form, Actor actor, Model model, Runnable act) {
        try {
            act.run();
            return "redirect:/measures/" + id;
        } catch (Refusal refusal) {
            return file(
                    new MeasureId(id),
                    day(""),
                    form.toSingleValueMap(),
                    refusal.problems(),
                    actor.scope(),
                    model);
        }
    }

    @GetMapping("/measures/{id}/second-coding")
    String secondCoding(@PathVariable String id, Actor actor, Model model) {
        return second(id, Map.of(), List.of(), actor, model);
    }

    /// Shows the sources and not the first coding.
    private String second(
            String id, Map<String, String> form, List<Problem> problems, Actor actor, Model model) {
        actor.require(Permission.CODE_MEASURE);
        var measure = measures.measure(new MeasureId(id), actor.scope());
        model.addAttribute("measure", measure);
        model.addAttribute(
                "vocabulary", vocabularies.current(measure.coding().classes().subject()));
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        return "measure/second";
    }

    @PostMapping("/measures/{id}/second-coding")
    String secondCode(
            @PathVariable String id,
            @RequestParam Map<String, String> form,
            Actor actor,
            Model model) {
        try {
            desk.secondCode(
                    new MeasureId(id),
                    form.getOrDefault("area", ""),
                    form.getOrDefault("direction", ""),
                    form.getOrDefault("magnitude", ""),
                    actor);
            return "redirect:/measures/" + id;
        } catch (Refusal refusal) {
            return second(id, form, refusal.problems(), actor, model);
        }
    }
}
