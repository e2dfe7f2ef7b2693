// SPDX-License-Identifier: Apache-2.0
package org.chancery.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chancery.access.Actor;
import org.chancery.access.ReadScope;
import org.chancery.directory.Government;
import org.chancery.finding.Jurisdictions;
import org.chancery.finding.LawVersions;
import org.chancery.finding.MeasureImports;
import org.chancery.finding.Vocabularies;
import org.chancery.finding.Vocabulary;
import org.chancery.kernel.LoadReport;
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
import org.springframework.web.multipart.MultipartFile;

/// Vocabularies, registered jurisdictions, and files of measures that come in.
@RestController
@RequestMapping("/api/v1")
class CodebooksApi {

    private final Vocabularies vocabularies;
    private final Jurisdictions jurisdictions;
    private final MeasureImports imports;
    private final LawVersions laws;

    CodebooksApi(
            Vocabularies vocabularies,
            Jurisdictions jurisdictions,
            MeasureImports imports,
            LawVersions laws) {
        this.vocabularies = vocabularies;
        this.jurisdictions = jurisdictions;
        this.imports = imports;
        this.laws = laws;
    }

    record Subject(String subject, List<Integer> versions) {}

    @GetMapping("/vocabularies")
    Listing<Subject> vocabularies(ReadScope reader) {
        return Listing.of(vocabularies.subjects(), s -> new Subject(s, vocabularies.versions(s)));
    }

    /// @param version 0 for the one valid today
    @GetMapping("/vocabularies/{subject}")
    Vocabulary vocabulary(
            @PathVariable String subject,
            @RequestParam(defaultValue = "0") int version,
            ReadScope reader) {
        return vocabularies.get(subject, version);
    }

    /// A further version, YAML in the body.
    @PostMapping(value = "/vocabularies", consumes = "application/yaml")
    @ResponseStatus(HttpStatus.CREATED)
    Vocabulary keep(@RequestBody String source, Actor actor) {
        return vocabularies.keep(source, actor);
    }

    record JurisdictionText(String code, Map<String, String> names, String region) {}

    @GetMapping("/jurisdictions")
    Listing<JurisdictionText> jurisdictions(ReadScope reader) {
        return Listing.of(jurisdictions.registered(), CodebooksApi::text);
    }

    record NewJurisdiction(
            @Nullable String code,
            @Nullable String en,
            @Nullable String de,
            @Nullable String region) {}

    @PostMapping("/jurisdictions")
    @ResponseStatus(HttpStatus.CREATED)
    JurisdictionText register(@RequestBody NewJurisdiction said, Actor actor) {
        return text(
                jurisdictions.register(
                        text(said.code()),
                        text(said.en()),
                        text(said.de()),
                        text(said.region()),
                        actor));
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    private static JurisdictionText text(Government government) {
        return new JurisdictionText(
                government.code().value(), government.names().byLanguage(), government.region());
    }

    record RefusedRow(long line, String code, String detail, String mend) {}

    record Loaded(String source, int read, int stored, int known, List<RefusedRow> refused) {}

    /// A table in the body. A parameter `map.<field>` names the column that says the field; without
    /// any, the columns remembered for this header, or else guessed.
    @PostMapping(value = "/measures/imports", consumes = "text/csv")
    Loaded load(
            @RequestParam String name,
            @RequestParam Map<String, String> parameters,
            @RequestBody byte[] body,
            Actor actor) {
        var id = imports.take(name, new String(body, StandardCharsets.UTF_8), actor);
        var columns = new TreeMap<String, String>();
        parameters.forEach(
                (key, column) -> {
                    if (key.startsWith("map.")) {
                        columns.put(key.substring(4), column);
                    }
                });
        var understood = imports.preview(id, columns, actor).columns().columns();
        return loaded(imports.run(id, understood, actor));
    }

    private static Loaded loaded(LoadReport report) {
        return new Loaded(
                report.source(),
                report.read(),
                report.stored(),
                report.known(),
                report.refused().stream()
                        .flatMap(
                                row ->
                                        row.problems().stream()
                                                .map(
                                                        p ->
                                                                new RefusedRow(
                                                                        row.line(),
                                                                        p.code().code(),
                                                                        p.detail(),
                                                                        p.mend())))
                        .toList());
    }

    /// Texts of a law over time, several files at once.
    ///
    /// @param jurisdiction code of the government whose law it is
    @PostMapping("/measures/law-versions")
    Listing<LawVersions.Line> laws(
            @RequestParam String jurisdiction,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Actor actor) {
        return Listing.of(laws.load(read(files), jurisdiction, actor), line -> line);
    }

    private static List<LawVersions.File> read(@Nullable List<MultipartFile> uploads) {
        var files = new ArrayList<LawVersions.File>();
        for (var upload : uploads == null ? List.<MultipartFile>of() : uploads) {
            var name = upload.getOriginalFilename();
            try {
                files.add(new LawVersions.File(name == null ? "" : name, upload.getBytes()));
            } catch (IOException e) {
                throw new UncheckedIOException("reading the upload", e);
            }
        }
        return files;
    }
}
