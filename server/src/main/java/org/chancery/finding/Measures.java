// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chancery.access.ReadScope;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.Office;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.instruction.InstructionId;
import org.chancery.instruction.Instructions;
import org.chancery.kernel.Page;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.chancery.kernel.Sheet;
import org.chancery.kernel.Texts;
import org.chancery.task.Tasks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Door to measures, for reading: which rules stood on a day, and the file of each.
@Component
public class Measures {

    private static final int SHEET_LIMIT = 50_000;

    private final MeasureRepository repository;
    private final StepRepository steps;
    private final SecondCodingRepository seconds;
    private final MeasureStates states;
    private final Vocabularies vocabularies;
    private final Instructions instructions;
    private final Tasks tasks;
    private final Offices offices;
    private final Clock clock;

    Measures(
            MeasureRepository repository,
            StepRepository steps,
            SecondCodingRepository seconds,
            MeasureStates states,
            Vocabularies vocabularies,
            Instructions instructions,
            Tasks tasks,
            Offices offices,
            Clock clock) {
        this.repository = repository;
        this.steps = steps;
        this.seconds = seconds;
        this.states = states;
        this.vocabularies = vocabularies;
        this.instructions = instructions;
        this.tasks = tasks;
        this.offices = offices;
        this.clock = clock;
    }

    /// By jurisdiction and name.
    ///
    /// @param limit 1 to 200
    public Page<MeasureOn> page(
            MeasureQuery query, @Nullable String after, int limit, ReadScope reader) {
        var keys =
                steps.matching(
                        query, StepRepository.Key.parse(after), Page.limit(limit) + 1, reader);
        var shown = keys.size() > limit ? keys.subList(0, limit) : keys;
        return new Page<>(
                on(shown, query.asOf(), reader),
                keys.size() > limit ? shown.getLast().toString() : null);
    }

    private List<MeasureOn> on(List<StepRepository.Key> keys, LocalDate asOf, ReadScope reader) {
        return states.of(keys, asOf, reader).stream()
                .map(known -> new MeasureOn(known.state(), known.coded(), stalled(known)))
                .toList();
    }

    private boolean stalled(MeasureStates.Known known) {
        return known.state().stage().beforeForce()
                && MeasureOn.stalled(known.state(), vocabulary(known.coded()).stalledAfterDays());
    }

    private Vocabulary vocabulary(@Nullable Measure coded) {
        return vocabularies.current(
                coded == null ? "migration" : coded.coding().classes().subject());
    }

    /// Governments an instruction asks posts to speak to, as far as this reader knows of them.
    ///
    /// @throws Refusal `ABSENT` if the reader knows of none
    public Set<GovernmentCode> addressees(InstructionId id, ReadScope reader) {
        instructions.get(id, reader);
        var governments = new HashSet<GovernmentCode>();
        tasks.of(id, reader).forEach(task -> governments.add(task.government()));
        if (governments.isEmpty()) {
            throw Refusal.absent(id.value());
        }
        return governments;
    }

    /// The file of a measure as this reader may see it.
    ///
    /// @throws Refusal `ABSENT` if there is none for this reader
    public Measure.File get(MeasureId id, LocalDate asOf, ReadScope reader) {
        var measure = repository.find(id, reader).orElseThrow(() -> Refusal.absent(id.toString()));
        var state =
                MeasureStates.state(steps.of(List.of(id.value()), reader), measure, asOf)
                        .orElse(null);
        return new Measure.File(
                measure,
                state,
                steps.replaced(id, reader),
                repository.versions(id, reader),
                repository.documents(id, reader),
                repository.provisions(id, reader),
                second(measure, reader).orElse(null),
                notices(measure, state));
    }

    /// @throws Refusal `ABSENT` if there is none for this reader
    public Measure measure(MeasureId id, ReadScope reader) {
        return repository.find(id, reader).orElseThrow(() -> Refusal.absent(id.toString()));
    }

    /// How it was coded again, once: what a correction has overtaken is history.
    private Optional<Measure.SecondCoding> second(Measure measure, ReadScope reader) {
        return seconds.of(measure.id(), reader);
    }

    /// What must be said beside a measure: conflicts (MEA-006), an end that passed (MEA-009), a
    /// stall (MEA-013).
    private List<Problem> notices(Measure measure, @Nullable MeasureState state) {
        var notices = new ArrayList<Problem>();
        measure.conflicts().forEach(conflict -> notices.add(conflict.notice()));
        if (state != null && state.overdue()) {
            notices.add(overdue(state));
        }
        var days = vocabulary(measure).stalledAfterDays();
        if (state != null && MeasureOn.stalled(state, days)) {
            notices.add(
                    Problem.of(
                            MeasureRefusal.STALLED,
                            state.stage().name(),
                            state.last().finding().facts().date().text(),
                            days));
        }
        return notices;
    }

    /// “Its last known day was … and nobody has said what followed” (MEA-009).
    public static Problem overdue(MeasureState state) {
        var ends = state.measure().effectiveTo();
        return Problem.of(MeasureRefusal.END_PASSED, String.valueOf(ends));
    }

    /// Conflicts between legal references of a measure or, for a package, of its provisions too; for
    /// the footnotes of a brief (MEA-006).
    ///
    /// @param family of a step, as [Finding.Measure#family] says it
    public List<LegalReference.Conflict> conflicts(String family, ReadScope reader) {
        var id = new MeasureId(family);
        var conflicts = new ArrayList<LegalReference.Conflict>();
        repository.find(id, reader).ifPresent(m -> conflicts.addAll(m.conflicts()));
        repository.provisions(id, reader).forEach(m -> conflicts.addAll(m.conflicts()));
        return conflicts;
    }

    /// Measures whose last known day is past without anybody having said what followed, of the
    /// governments the office answers for: a post for those it is accredited to, a bureau for those
    /// of its posts (MEA-009).
    public List<MeasureOn> reviews(OfficeCode office, ReadScope reader) {
        var governments = governments(office);
        var today = today();
        return governments.stream()
                .sorted()
                .flatMap(government -> states.on(government, today, reader).stream())
                .filter(MeasureState::overdue)
                .map(state -> new MeasureOn(state, null, false))
                .toList();
    }

    private Set<GovernmentCode> governments(OfficeCode office) {
        var governments = new HashSet<GovernmentCode>();
        for (var post : offices.posts()) {
            if (post.code().equals(office)
                    || offices.regionalBureau(post.code()).filter(office::equals).isPresent()) {
                governments.addAll(accredited(post));
            }
        }
        return governments;
    }

    private static List<GovernmentCode> accredited(Office.Post post) {
        return post.accreditedTo();
    }

    /// On how many measures two coders agreed, by area (a count, never a score of states).
    public List<Measure.Agreement> agreement(ReadScope reader) {
        return seconds.agreement(reader);
    }

    /// The list as a table to keep.
    public Sheet sheet(MeasureQuery query, Texts texts, ReadScope reader) {
        var rows = new ArrayList<List<String>>();
        String after = null;
        do {
            var page = page(query, after, Page.MAX_LIMIT, reader);
            page.rows().forEach(row -> rows.add(cells(row, texts)));
            after = page.next();
        } while (after != null && rows.size() < SHEET_LIMIT);
        return new Sheet("measures-" + query.asOf(), columns(texts), rows);
    }

    private static List<String> columns(Texts texts) {
        return List.of(
                texts.say("measure.id"),
                texts.say("measure.jurisdiction"),
                texts.say("measure.title"),
                texts.say("finding.stage"),
                texts.say("finding.date"),
                texts.say("finding.direction"),
                texts.say("measure.area"),
                texts.say("measure.inForceThen"),
                texts.say("measure.effectiveTo"),
                texts.say("measure.overdueColumn"),
                texts.say("finding.confidence"),
                texts.say("finding.sourceTitle"),
                texts.say("finding.sourceUri"),
                texts.say("measure.asOf"),
                texts.say("measure.vocabulary"));
    }

    private List<String> cells(MeasureOn row, Texts texts) {
        var facts = row.state().last().finding().facts();
        var vocabulary = vocabulary(row.coded());
        var ends = row.state().measure().effectiveTo();
        var yes = texts.say("measure.yes");
        return List.of(
                row.id().value(),
                row.government().value(),
                row.title(texts.locale().getLanguage()),
                row.state().stage().name(),
                facts.date().text(),
                row.direction().name(),
                row.area(),
                row.state().inForce() ? yes : "",
                ends == null ? "" : ends.toString(),
                row.state().overdue() ? yes : "",
                facts.confidence().name(),
                facts.source().title(),
                facts.source().uri(),
                row.state().asOf().toString(),
                vocabulary.subject() + " " + vocabulary.version());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
