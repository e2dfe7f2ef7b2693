// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.chancery.access.Actor;
import org.chancery.access.Permission;
import org.chancery.access.Unscoped;
import org.chancery.audit.AuditTrail;
import org.chancery.audit.NewAuditEntry;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.Offices;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Problems;
import org.chancery.kernel.Refusal;
import org.chancery.kernel.Table;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Door to the vocabularies measures are coded with, and to the exceptions of procedure.
@Component
public class Vocabularies {

    private static final List<String> SHIPPED = List.of("migration", "trade");

    private final VocabularyRepository repository;
    private final Offices offices;
    private final AuditTrail audit;
    private final Clock clock;
    private final Map<String, Vocabulary> parsed = new ConcurrentHashMap<>();

    Vocabularies(VocabularyRepository repository, Offices offices, AuditTrail audit, Clock clock) {
        this.repository = repository;
        this.offices = offices;
        this.audit = audit;
        this.clock = clock;
    }

    /// In the order of their codes.
    @Transactional
    public List<String> subjects() {
        keepShipped();
        return repository.subjects();
    }

    /// The version valid today.
    ///
    /// @throws Refusal `ABSENT` if there is none
    @Transactional
    public Vocabulary current(String subject) {
        keepShipped();
        return repository
                .valid(subject, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .map(this::read)
                .orElseThrow(() -> Refusal.absent(subject));
    }

    /// @param version 0 for the one valid today
    /// @throws Refusal `ABSENT` if there is none
    @Transactional
    public Vocabulary get(String subject, int version) {
        return version == 0
                ? current(subject)
                : repository
                        .source(subject, version)
                        .map(this::read)
                        .orElseThrow(() -> Refusal.absent(subject + " " + version));
    }

    /// Newest first.
    public List<Integer> versions(String subject) {
        return repository.versions(subject);
    }

    /// Takes a further version in. The same file twice changes nothing.
    ///
    /// @param source the file, YAML
    /// @throws Refusal every mistake of the file (MEA-011), `VOCABULARY_CHANGED` if this version
    ///   is here and says something else
    @Transactional
    public Vocabulary keep(String source, Actor actor) {
        actor.require(Permission.ADMINISTER);
        var vocabulary = VocabularyFile.read(source);
        keepShipped();
        if (repository.insert(vocabulary, source, actor.signIn(), now())) {
            audit.append(
                    new NewAuditEntry(
                            actor.signIn(),
                            actor.office().value(),
                            "vocabulary.kept",
                            "vocabulary",
                            vocabulary.subject(),
                            Map.of("version", String.valueOf(vocabulary.version()))));
        } else if (!repository
                .source(vocabulary.subject(), vocabulary.version())
                .orElse("")
                .equals(source)) {
            throw new Refusal(
                    Problem.at(
                            "version",
                            MeasureRefusal.VOCABULARY_CHANGED,
                            vocabulary.subject(),
                            vocabulary.version()));
        }
        return vocabulary;
    }

    /// A source is parsed once; versions never change.
    private Vocabulary read(String source) {
        return parsed.computeIfAbsent(source, VocabularyFile::read);
    }

    /// What the product brings stands from the first use on.
    private void keepShipped() {
        var known = Set.copyOf(repository.subjects());
        for (var subject : SHIPPED) {
            if (!known.contains(subject)) {
                var source = resource("/vocabulary/" + subject + ".yaml");
                repository.insert(VocabularyFile.read(source), source, "system", now());
            }
        }
        if (repository.exceptions().isEmpty()) {
            keepShippedExceptions();
        }
    }

    private void keepShippedExceptions() {
        var governments = offices.governmentsByCode();
        try (var table = Table.ofResource("/vocabulary/procedures.csv")) {
            table.forEach(
                    row -> {
                        if (governments.containsKey(new GovernmentCode(row.get("jurisdiction")))) {
                            repository.insertException(
                                    row.get("jurisdiction"),
                                    Stage.valueOf(row.get("earlier")),
                                    Stage.valueOf(row.get("later")),
                                    row.get("reason"));
                        }
                    });
        }
    }

    /// Exceptions of all jurisdictions, by their codes.
    @Transactional
    public List<ProcedureException> exceptions() {
        keepShipped();
        return repository.exceptions();
    }

    /// Lets a stage come before another in one jurisdiction (MEA-003).
    ///
    /// @throws Refusal `GOVERNMENT_NOT_ASSIGNED`, `VALUE_MISSING`, all that apply
    @Transactional
    public void except(ProcedureException exception, Actor actor) {
        actor.require(Permission.ADMINISTER);
        new Problems()
                .attempt(
                        "jurisdiction",
                        () -> offices.government(new GovernmentCode(exception.jurisdiction())))
                .require(
                        !exception.reason().isBlank(),
                        "reason",
                        KernelRefusal.VALUE_MISSING,
                        "reason")
                .refuse();
        keepShipped();
        repository.insertException(
                exception.jurisdiction(),
                exception.earlier(),
                exception.later(),
                exception.reason().strip());
        audit.append(
                new NewAuditEntry(
                        actor.signIn(),
                        actor.office().value(),
                        "procedure.excepted",
                        "government",
                        exception.jurisdiction(),
                        Map.of(
                                "earlier", exception.earlier().name(),
                                "later", exception.later().name())));
    }

    /// Pairs `EARLIER LATER` that may stand so in this jurisdiction.
    @Transactional
    @Unscoped("a codebook")
    Set<String> exceptions(String jurisdiction) {
        keepShipped();
        return repository.exceptions(jurisdiction);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String resource(String path) {
        try (var stream = Vocabularies.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("The jar has no " + path);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + path, e);
        }
    }
}
