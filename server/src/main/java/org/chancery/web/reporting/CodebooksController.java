// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.reporting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.chancery.access.Actor;
import org.chancery.access.Permission;
import org.chancery.access.ReadScope;
import org.chancery.directory.Offices;
import org.chancery.finding.Jurisdictions;
import org.chancery.finding.LawVersions;
import org.chancery.finding.MeasureImports;
import org.chancery.finding.ProcedureException;
import org.chancery.finding.Stage;
import org.chancery.finding.Vocabularies;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Vocabularies, jurisdictions, and files of measures that come in.
@Controller
class CodebooksController {

    private final Vocabularies vocabularies;
    private final Jurisdictions jurisdictions;
    private final MeasureImports imports;
    private final LawVersions laws;
    private final Offices offices;

    CodebooksController(
            Vocabularies vocabularies,
            Jurisdictions jurisdictions,
            MeasureImports imports,
            LawVersions laws,
            Offices offices) {
        this.vocabularies = vocabularies;
        this.jurisdictions = jurisdictions;
        this.imports = imports;
        this.laws = laws;
        this.offices = offices;
    }

    @GetMapping("/measures/vocabularies")
    String vocabularies(ReadScope reader) {
        return "redirect:/measures/vocabularies/" + vocabularies.subjects().getFirst();
    }

    @GetMapping("/measures/vocabularies/{subject}")
    String vocabulary(
            @PathVariable String subject,
            @RequestParam(defaultValue = "0") int version,
            ReadScope reader,
            Model model) {
        return vocabulary(subject, version, Map.of(), List.of(), model);
    }

    private String vocabulary(
            String subject,
            int version,
            Map<String, String> form,
            List<Problem> problems,
            Model model) {
        model.addAttribute("vocabulary", vocabularies.get(subject, version));
        model.addAttribute("subjects", vocabularies.subjects());
        model.addAttribute("versions", vocabularies.versions(subject));
        model.addAttribute("exceptions", vocabularies.exceptions());
        model.addAttribute("governments", offices.governmentsByCode());
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        return "measure/vocabulary";
    }

    @PostMapping("/measures/vocabularies/{subject}")
    String keep(
            @PathVariable String subject,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Actor actor,
            Model model) {
        try {
            if (file == null || file.isEmpty()) {
                throw new Refusal(Problem.at("file", KernelRefusal.VALUE_MISSING, "file"));
            }
            var kept = vocabularies.keep(text(file), actor);
            return "redirect:/measures/vocabularies/"
                    + kept.subject()
                    + "?version="
                    + kept.version();
        } catch (Refusal refusal) {
            return vocabulary(subject, 0, Map.of(), refusal.problems(), model);
        }
    }

    @PostMapping("/measures/procedures")
    String except(@RequestParam Map<String, String> form, Actor actor, Model model) {
        try {
            vocabularies.except(
                    new ProcedureException(
                            form.getOrDefault("jurisdiction", ""),
                            stage("earlier", form),
                            stage("later", form),
                            form.getOrDefault("reason", "")),
                    actor);
            return "redirect:/measures/vocabularies#procedures";
        } catch (Refusal refusal) {
            return vocabulary(
                    vocabularies.subjects().getFirst(), 0, form, refusal.problems(), model);
        }
    }

    private static Stage stage(String field, Map<String, String> form) {
        var text = form.getOrDefault(field, "");
        for (var stage : Stage.values()) {
            if (stage.name().equals(text)) {
                return stage;
            }
        }
        throw new Refusal(Problem.at(field, KernelRefusal.VALUE_MISSING, field));
    }

    @GetMapping("/measures/jurisdictions")
    String jurisdictions(ReadScope reader, Model model) {
        return jurisdictions(Map.of(), List.of(), model);
    }

    private String jurisdictions(Map<String, String> form, List<Problem> problems, Model model) {
        var regions = new LinkedHashMap<String, String>();
        jurisdictions.regions().forEach(region -> regions.put(region, region));
        model.addAttribute("registered", jurisdictions.registered());
        model.addAttribute("regions", regions);
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        return "measure/jurisdictions";
    }

    @PostMapping("/measures/jurisdictions")
    String register(@RequestParam Map<String, String> form, Actor actor, Model model) {
        try {
            jurisdictions.register(
                    form.getOrDefault("code", ""),
                    form.getOrDefault("en", ""),
                    form.getOrDefault("de", ""),
                    form.getOrDefault("region", ""),
                    actor);
            return "redirect:/measures/jurisdictions";
        } catch (Refusal refusal) {
            return jurisdictions(form, refusal.problems(), model);
        }
    }

    @GetMapping("/measures/import")
    String importing(Actor actor, Model model) {
        return importing(List.of(), actor, model);
    }

    private String importing(List<Problem> problems, Actor actor, Model model) {
        actor.require(Permission.CODE_MEASURE);
        model.addAttribute("governments", offices.governments());
        model.addAttribute("problems", problems);
        return "measure/import";
    }

    @PostMapping("/measures/import")
    String take(
            @RequestParam(required = false) @Nullable MultipartFile file,
            Actor actor,
            Model model) {
        try {
            if (file == null || file.isEmpty()) {
                throw new Refusal(Problem.at("file", KernelRefusal.VALUE_MISSING, "file"));
            }
            return "redirect:/measures/import/" + imports.take(name(file), text(file), actor);
        } catch (Refusal refusal) {
            return importing(placed("file", refusal), actor, model);
        }
    }

    @GetMapping("/measures/import/{id}")
    String preview(@PathVariable UUID id, Actor actor, Model model) {
        model.addAttribute("preview", imports.preview(id, Map.of(), actor));
        return "measure/preview";
    }

    /// Looks at the rows again with the columns as mapped, or takes them in.
    @PostMapping("/measures/import/{id}")
    String run(
            @PathVariable UUID id,
            @RequestParam Map<String, String> form,
            Actor actor,
            Model model) {
        if (form.getOrDefault("do", "").equals("check")) {
            model.addAttribute("preview", imports.preview(id, columns(form), actor));
            return "measure/preview";
        }
        try {
            model.addAttribute("report", imports.run(id, columns(form), actor));
            return "measure/imported";
        } catch (Refusal refusal) {
            model.addAttribute("preview", imports.preview(id, columns(form), actor));
            return "measure/preview";
        }
    }

    private static Map<String, String> columns(Map<String, String> form) {
        var columns = new TreeMap<String, String>();
        form.forEach(
                (name, column) -> {
                    if (name.startsWith("map-") && !column.isBlank()) {
                        columns.put(name.substring(4), column);
                    }
                });
        return columns;
    }

    @PostMapping("/measures/laws")
    String laws(
            @RequestParam(defaultValue = "") String jurisdiction,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Actor actor,
            Model model) {
        try {
            var versions = new ArrayList<LawVersions.File>();
            for (var file : files == null ? List.<MultipartFile>of() : files) {
                if (!file.isEmpty()) {
                    versions.add(new LawVersions.File(name(file), bytes(file)));
                }
            }
            model.addAttribute("lines", laws.load(versions, jurisdiction, actor));
            return "measure/laws";
        } catch (Refusal refusal) {
            return importing(refusal.problems(), actor, model);
        }
    }

    private static List<Problem> placed(String field, Refusal refusal) {
        return refusal.problems().stream()
                .map(p -> p.field().isEmpty() ? new Problem(p.code(), field, p.arguments()) : p)
                .toList();
    }

    private static String text(MultipartFile file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("reading the upload", e);
        }
    }

    private static String name(MultipartFile file) {
        var name = file.getOriginalFilename();
        return name == null ? "" : name;
    }
}
