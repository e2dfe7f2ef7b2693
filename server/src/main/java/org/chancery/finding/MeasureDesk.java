// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.chancery.access.Actor;
import org.chancery.access.Label;
import org.chancery.access.Permission;
import org.chancery.audit.AuditTrail;
import org.chancery.audit.NewAuditEntry;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.Offices;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Problems;
import org.chancery.kernel.ReducedDate;
import org.chancery.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Door to measures, for writing. What the government does is a further step; what we said wrongly
/// is a correction with its reason, and the old words stay (MEA-007). Measures entered here are
/// public facts; what is not public is reported in a cable.
@Component
public class MeasureDesk {

    private final MeasureRepository repository;
    private final StepRepository steps;
    private final FindingRepository findings;
    private final SecondCodingRepository seconds;
    private final Vocabularies vocabularies;
    private final Offices offices;
    private final AuditTrail audit;
    private final Clock clock;

    MeasureDesk(
            MeasureRepository repository,
            StepRepository steps,
            FindingRepository findings,
            SecondCodingRepository seconds,
            Vocabularies vocabularies,
            Offices offices,
            AuditTrail audit,
            Clock clock) {
        this.repository = repository;
        this.steps = steps;
        this.findings = findings;
        this.seconds = seconds;
        this.vocabularies = vocabularies;
        this.offices = offices;
        this.audit = audit;
        this.clock = clock;
    }

    /// Enters a measure with the steps known so far.
    ///
    /// @param history at least one step
    /// @throws Refusal with every mistake (MEA-001 to MEA-004, MEA-008, MEA-010, MEA-012)
    @Transactional
    public Measure enter(NewMeasure said, List<NewStep> history, Actor actor) {
        actor.require(Permission.CODE_MEASURE);
        var problems = new Problems();
        var coding = coding(said, actor, problems);
        var known = new ArrayList<StageOrder.At>();
        problems.require(!history.isEmpty(), "stage", KernelRefusal.VALUE_MISSING, "stage");
        for (int i = 0; i < history.size(); i++) {
            check(history.get(i), history.size() == 1 ? "" : "s" + i + "-", known, problems);
        }
        order(known, said.jurisdiction(), problems);
        problems.refuse();
        var sure = Objects.requireNonNull(coding);
        var id = MeasureId.fresh();
        var measure =
                new Measure(
                        id,
                        new GovernmentCode(sure.reach().jurisdiction()),
                        1,
                        sure,
                        null,
                        Measure.CodingState.CODED_BY_POST,
                        actor.office().value(),
                        actor.office().value(),
                        now(),
                        Label.OPEN);
        repository.insert(measure);
        repository.insertVersion(id, version(1, "ENTERED", "", sure, actor));
        history.forEach(step -> insert(measure, step));
        derive(sure.family());
        record("measure.entered", id, Map.of(), actor);
        return measure;
    }

    /// The government did something further: a step more, nothing changed.
    ///
    /// @throws Refusal with every mistake (MEA-002, MEA-003, MEA-008); `ABSENT`
    @Transactional
    public FindingId step(MeasureId id, NewStep step, Actor actor) {
        actor.require(Permission.CODE_MEASURE);
        var measure = get(id, actor);
        checkHistory(measure, step, null, actor);
        var recorded = insert(measure, step);
        record("measure.step", id, Map.of("stage", step.stage().strip()), actor);
        return recorded;
    }

    private void checkHistory(
            Measure measure, NewStep step, @Nullable FindingId instead, Actor actor) {
        var problems = new Problems();
        var known = new ArrayList<StageOrder.At>();
        for (var finding : steps.of(List.of(measure.id().value()), actor.scope())) {
            if (!finding.facts().id().equals(instead)) {
                at(finding).ifPresent(known::add);
            }
        }
        check(step, "", known, problems);
        if (problems.isEmpty()) {
            order(known, measure.government().value(), problems);
        }
        problems.refuse();
    }

    private static Optional<StageOrder.At> at(Finding finding) {
        return switch (finding) {
            case Finding.Measure m -> Optional.of(new StageOrder.At(m.stage(), m.facts().date()));
            case Finding.Event e when !e.stage().isEmpty() ->
                    Optional.of(new StageOrder.At(Stage.valueOf(e.stage()), e.facts().date()));
            case Finding.Event _, Finding.Statement _, Finding.Statistic _ -> Optional.empty();
        };
    }

    /// What was recorded wrongly of a step: the row stays, another stands in its place, or none.
    ///
    /// @param right the step as it should read, null if it never happened
    /// @throws Refusal `CORRECTION_WITHOUT_REASON` and every mistake of the step; `ABSENT`;
    ///   `CHANGED_MEANWHILE` if somebody replaced it before
    @Transactional
    public void correctStep(
            MeasureId id, FindingId wrong, @Nullable NewStep right, String reason, Actor actor) {
        actor.require(Permission.CODE_MEASURE);
        var measure = get(id, actor);
        var history = steps.of(List.of(id.value()), actor.scope());
        if (history.stream().noneMatch(step -> step.facts().id().equals(wrong))) {
            throw Refusal.absent(wrong.toString());
        }
        var problems = new Problems();
        requireReason(reason, problems);
        if (right == null) {
            problems.require(history.size() > 1, "stage", KernelRefusal.VALUE_MISSING, "stage");
        } else {
            problems.attempt("", () -> checkHistory(measure, right, wrong, actor));
        }
        problems.refuse();
        var instead = right == null ? null : insert(measure, right);
        if (!steps.insertReplaced(
                wrong,
                instead,
                id,
                reason.strip(),
                actor.displayName(),
                actor.office().value(),
                now())) {
            throw new Refusal(KernelRefusal.CHANGED_MEANWHILE, id.value());
        }
        record("measure.step.corrected", id, Map.of("step", wrong.toString()), actor);
    }

    /// What we said wrongly: the same measure, a further version, the old one kept (MEA-007).
    ///
    /// @param version the correction was made from
    /// @throws Refusal `CORRECTION_WITHOUT_REASON` and every mistake of the coding; `ABSENT`;
    ///   `CHANGED_MEANWHILE` if another correction came first
    @Transactional
    public Measure correct(
            MeasureId id, long version, NewMeasure said, String reason, Actor actor) {
        actor.require(Permission.CODE_MEASURE);
        var stood = get(id, actor);
        var coding = corrected(stood, said, reason, actor);
        var next = stood.version() + 1;
        advance(stood, version, coding, Measure.CodingState.CODED_BY_POST, actor);
        repository.insertVersion(id, version(next, "CORRECTED", reason.strip(), coding, actor));
        derive(stood.coding().family());
        derive(coding.family());
        record("measure.corrected", id, Map.of("version", String.valueOf(next)), actor);
        return get(id, actor);
    }

    private Coding corrected(Measure stood, NewMeasure said, String reason, Actor actor) {
        var problems = new Problems();
        requireReason(reason, problems);
        var coding = coding(said, actor, problems);
        problems.require(
                said.jurisdiction().strip().equals(stood.government().value()),
                "jurisdiction",
                KernelRefusal.VALUE_UNKNOWN,
                said.jurisdiction(),
                stood.government().value());
        problems.require(
                !said.family().strip().equals(stood.id().value()),
                "family",
                MeasureRefusal.FAMILY_OF_FAMILY,
                said.family());
        derivedAsSaid(stood, said, problems);
        problems.refuse();
        return Objects.requireNonNull(coding);
    }

    /// The direction of a package is that of its provisions (MEA-004).
    private void derivedAsSaid(Measure stood, NewMeasure said, Problems problems) {
        var provisions = repository.directionsOfProvisions(stood.id());
        if (provisions.isEmpty()) {
            return;
        }
        problems.require(
                said.family().isBlank(), "family", MeasureRefusal.FAMILY_OF_FAMILY, said.family());
        var derived = Measure.derive(provisions);
        for (int i = 1; i < provisions.size(); i++) {
            if (provisions.get(i) != provisions.getFirst()) {
                problems.require(
                        derived.name().equals(said.direction()),
                        "direction",
                        MeasureRefusal.PROVISIONS_DIFFER,
                        1,
                        i + 1,
                        derived.name());
                return;
            }
        }
    }

    private void advance(
            Measure stood, long version, Coding coding, Measure.CodingState state, Actor actor) {
        if (stood.version() != version
                || !repository.advance(stood, coding, state, actor.office().value())) {
            throw new Refusal(KernelRefusal.CHANGED_MEANWHILE, stood.id().value());
        }
    }

    /// Codes the version in use once more, without sight of the first.
    ///
    /// @throws Refusal every mistake; `SECOND_CODER_IS_THE_FIRST`, `SECOND_CODED_ALREADY`
    @Transactional
    public void secondCode(
            MeasureId id, String area, String direction, String magnitude, Actor actor) {
        actor.require(Permission.CODE_MEASURE);
        var measure = get(id, actor);
        var versions = repository.versions(id, actor.scope());
        var vocabulary = vocabularies.current(measure.coding().classes().subject());
        var problems = new Problems();
        problems.require(
                !versions.getFirst().by().equals(actor.displayName())
                        || !versions.getFirst().office().equals(actor.office().value()),
                "",
                MeasureRefusal.SECOND_CODER_IS_THE_FIRST,
                actor.displayName());
        problems.require(
                vocabulary.area(area.strip()).isPresent(),
                "area",
                MeasureRefusal.TERM_UNKNOWN,
                area,
                vocabulary.subject(),
                String.join(", ", vocabulary.areas().stream().map(Vocabulary.Term::code).toList()));
        problems.attempt("direction", () -> MeasureRules.named(Direction.class, direction));
        if (!magnitude.isBlank()) {
            problems.attempt(
                    "magnitude", () -> MeasureRules.named(Coding.Magnitude.class, magnitude));
        }
        problems.refuse();
        var coded =
                new Measure.SecondCoding(
                        measure.version(),
                        area.strip(),
                        MeasureRules.named(Direction.class, direction),
                        magnitude.strip(),
                        actor.displayName(),
                        actor.office().value(),
                        now());
        if (!seconds.insert(id, coded)) {
            throw new Refusal(MeasureRefusal.SECOND_CODED_ALREADY, id.value());
        }
        repository.state(
                id,
                coded.agrees(measure.coding())
                        ? Measure.CodingState.RECONCILED
                        : Measure.CodingState.SECOND_CODED);
        record("measure.second-coded", id, Map.of(), actor);
    }

    /// Settles what two coders saw differently: a further version that says why.
    ///
    /// @throws Refusal `NOTHING_TO_RECONCILE` unless two coders differ, and as for a correction
    @Transactional
    public Measure reconcile(
            MeasureId id, long version, NewMeasure said, String reason, Actor actor) {
        actor.require(Permission.CODE_MEASURE);
        var stood = get(id, actor);
        if (stood.state() != Measure.CodingState.SECOND_CODED) {
            throw new Refusal(MeasureRefusal.NOTHING_TO_RECONCILE, id.value());
        }
        var coding = corrected(stood, said, reason, actor);
        advance(stood, version, coding, Measure.CodingState.RECONCILED, actor);
        repository.insertVersion(
                id, version(stood.version() + 1, "RECONCILED", reason.strip(), coding, actor));
        derive(coding.family());
        record("measure.reconciled", id, Map.of(), actor);
        return get(id, actor);
    }

    /// Adds a document; the same one twice changes nothing.
    ///
    /// @throws Refusal with every mistake; `ABSENT`
    @Transactional
    public void document(MeasureId id, NewDocument said, Actor actor) {
        actor.require(Permission.CODE_MEASURE);
        var measure = get(id, actor);
        var document = said.document(now());
        if (repository.insertDocument(measure.id(), document)) {
            record("measure.document", id, Map.of("sha256", document.sha256()), actor);
        }
    }

    private Measure get(MeasureId id, Actor actor) {
        return repository.find(id, actor.scope()).orElseThrow(() -> Refusal.absent(id.toString()));
    }

    private static void requireReason(String reason, Problems problems) {
        problems.require(!reason.isBlank(), "reason", MeasureRefusal.CORRECTION_WITHOUT_REASON);
        MeasureRules.person("reason", reason, problems);
    }

    private @Nullable Coding coding(NewMeasure said, Actor actor, Problems problems) {
        var vocabulary = new ArrayList<Vocabulary>();
        problems.attempt(
                "subject", () -> vocabulary.add(vocabularies.get(said.subject(), said.version())));
        family(said.family().strip(), said.jurisdiction().strip(), actor, problems);
        var coding = new ArrayList<Coding>();
        if (!vocabulary.isEmpty()) {
            problems.attempt(
                    "",
                    () ->
                            coding.add(
                                    MeasureRules.coding(
                                            said,
                                            vocabulary.getFirst(),
                                            offices.governmentsByCode().keySet())));
        }
        return coding.isEmpty() ? null : coding.getFirst();
    }

    /// A package is of the same jurisdiction and no provision itself.
    private void family(String family, String jurisdiction, Actor actor, Problems problems) {
        if (family.isEmpty()) {
            return;
        }
        problems.attempt(
                "family",
                () -> {
                    var of = get(new MeasureId(family), actor);
                    if (!of.coding().family().isEmpty()
                            || !of.government().value().equals(jurisdiction)) {
                        throw new Refusal(MeasureRefusal.FAMILY_OF_FAMILY, family);
                    }
                });
    }

    private static void check(
            NewStep step, String at, List<StageOrder.At> known, Problems problems) {
        var before = problems.all().size();
        problems.attempt(at + "stage", () -> MeasureRules.named(Stage.class, step.stage()));
        problems.attempt(at + "stepDate", () -> ReducedDate.parse(step.date().strip()));
        problems.attempt(at + "stepEnds", () -> MeasureRules.day(step.effectiveTo()));
        problems.require(
                !step.sourceTitle().isBlank() || !step.sourceUri().isBlank(),
                at + "stepSource",
                FindingRefusal.SOURCE_MISSING);
        problems.attempt(
                at + "stepSource",
                () -> new Source(step.sourceTitle().strip(), step.sourceUri().strip(), ""));
        if (!step.personsChecked()) {
            MeasureRules.person(at + "stepTitle", step.title(), problems);
            MeasureRules.person(at + "stepNote", step.note(), problems);
        }
        if (problems.all().size() == before) {
            known.add(
                    new StageOrder.At(
                            MeasureRules.named(Stage.class, step.stage()),
                            ReducedDate.parse(step.date().strip())));
        }
    }

    private void order(List<StageOrder.At> known, String jurisdiction, Problems problems) {
        StageOrder.problems(known, vocabularies.exceptions(jurisdiction.strip()))
                .forEach(problems::add);
    }

    private FindingId insert(Measure measure, NewStep step) {
        var coding = measure.coding();
        var source =
                new Source(
                        step.sourceTitle().isBlank()
                                ? step.sourceUri().strip()
                                : step.sourceTitle().strip(),
                        step.sourceUri().strip(),
                        "");
        var titles = coding.headline().titles();
        var facts =
                new Facts(
                        new FindingId(UUID.randomUUID()),
                        measure.government(),
                        step.title().isBlank() ? titles.english() : step.title().strip(),
                        coding.headline().summaryIn("en"),
                        ReducedDate.parse(step.date().strip()),
                        source,
                        coding.grounds().confidence(),
                        step.note().strip(),
                        "",
                        now(),
                        measure.label());
        findings.insert(
                new Finding.Measure(
                        facts,
                        measure.id().value(),
                        MeasureRules.named(Stage.class, step.stage()),
                        measure.direction(),
                        coding.classes().area(),
                        MeasureStates.groups(coding),
                        MeasureStates.references(coding),
                        MeasureRules.day(step.effectiveTo()),
                        ""),
                "");
        return facts.id();
    }

    private void derive(String family) {
        if (family.isEmpty()) {
            return;
        }
        var id = new MeasureId(family);
        var provisions = repository.directionsOfProvisions(id);
        repository.derived(id, provisions.isEmpty() ? null : Measure.derive(provisions));
    }

    private Measure.Version version(
            long number, String kind, String reason, Coding coding, Actor actor) {
        return new Measure.Version(
                number, kind, reason, coding, actor.displayName(), actor.office().value(), now());
    }

    private void record(String act, MeasureId id, Map<String, String> facts, Actor actor) {
        audit.append(
                new NewAuditEntry(
                        actor.signIn(), actor.office().value(), act, "measure", id.value(), facts));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
