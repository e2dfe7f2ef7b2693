// SPDX-License-Identifier: Apache-2.0
package org.chancery.brief;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.access.ReadScope;
import org.chancery.directory.GovernmentCode;
import org.chancery.engagement.Demarche;
import org.chancery.engagement.Demarches;
import org.chancery.finding.Finding;
import org.chancery.finding.Findings;
import org.chancery.finding.MeasureState;
import org.chancery.instruction.Instruction;
import org.chancery.picture.Board;
import org.chancery.picture.Clocks;
import org.chancery.picture.Coverages;
import org.chancery.picture.Entry;
import org.chancery.picture.Pictures;
import org.chancery.policy.Policies;
import org.chancery.position.JointTexts;
import org.chancery.position.Lane;
import org.chancery.position.Positions;
import org.springframework.stereotype.Component;

/// Reads, under the maker's own scope, what a brief is made of. What the maker may not read is not
/// there and leaves no trace (PIC-002); what the brief's readers may not see is counted (RPT-006).
@Component
class Gatherer {

    private final Pictures pictures;
    private final Coverages coverages;
    private final Positions positions;
    private final Demarches demarches;
    private final Findings findings;
    private final JointTexts texts;
    private final Reliances reliances;
    private final Policies policies;
    private final List<OpenQuestions> questions;

    Gatherer(
            Pictures pictures,
            Coverages coverages,
            Positions positions,
            Demarches demarches,
            Findings findings,
            JointTexts texts,
            Reliances reliances,
            Policies policies,
            List<OpenQuestions> questions) {
        this.pictures = pictures;
        this.coverages = coverages;
        this.positions = positions;
        this.demarches = demarches;
        this.findings = findings;
        this.texts = texts;
        this.reliances = reliances;
        this.policies = policies;
        this.questions = List.copyOf(questions);
    }

    Contents gather(BriefFilter filter, Instruction instruction, ReadScope reader) {
        var sieve = new Sieve(filter.level());
        if (!sieve.lets(instruction.label())) {
            throw new IllegalArgumentException("the instruction is above the level of the brief");
        }
        var clocks = new Clocks(filter.asOf(), filter.knownAt());
        var board = pictures.board(instruction.id(), clocks, reader);
        var governments = governments(board, filter);
        var marks = marks(board, filter, sieve, reader);
        var rules =
                filter.has(Part.MEASURES)
                        ? rules(filter, Set.copyOf(governments), sieve, reader)
                        : List.<Contents.Rule>of();
        var current = policies.current();
        return new Contents(
                filter,
                instruction,
                current.name() + " " + current.version(),
                governments,
                marks,
                filter.has(Part.COVERAGE)
                        ? deliveries(filter, instruction, sieve, reader)
                        : List.of(),
                rules,
                filter.has(Part.STATEMENTS)
                        ? statements(filter, governments, sieve, reader)
                        : List.of(),
                reliances.claims(instruction, filter.knownAt()),
                filter.has(Part.INDICATORS) ? reliances.sideBySide(filter) : List.of(),
                questions(filter, rules, sieve, reader),
                sieve.highest(),
                sieve.captions(),
                sieve.withheldCells(),
                sieve.withheldRecords());
    }

    private static List<GovernmentCode> governments(Board board, BriefFilter filter) {
        var asked = filter.government();
        return asked != null
                ? List.of(asked)
                : board.rows().stream().map(Board.Row::government).toList();
    }

    /// Positions and the state of the file are worked out from them; without either part none is
    /// read, so that none raises the marking.
    private List<Contents.Mark> marks(
            Board board, BriefFilter filter, Sieve sieve, ReadScope reader) {
        if (!filter.has(Part.POSITIONS) && !filter.has(Part.STATE)) {
            return List.of();
        }
        var entries = new ArrayList<Entry>();
        for (var row : board.rows()) {
            if (filter.about(row.government())) {
                for (var ask : board.asks()) {
                    for (var lane : Lane.values()) {
                        row.cell(ask.label()).of(lane).ifPresent(entries::add);
                    }
                }
            }
        }
        var labels = positions.labels(entries.stream().map(Entry::id).toList(), reader);
        var sources = new Sources(findings, demarches, texts, filter, reader);
        var marks = new ArrayList<Contents.Mark>();
        for (var entry : entries) {
            var label = labels.get(entry.id());
            var basis = sources.of(entry);
            if (label == null || basis.isEmpty()) {
                continue;
            }
            if (label.level() > filter.level() || basis.get().label().level() > filter.level()) {
                sieve.withholdCell(entry.government() + " " + entry.ask());
                continue;
            }
            sieve.lets(label);
            sieve.lets(basis.get().label());
            marks.add(new Contents.Mark(entry, basis.get().origin()));
        }
        return marks;
    }

    private List<Contents.Delivery> deliveries(
            BriefFilter filter, Instruction instruction, Sieve sieve, ReadScope reader) {
        var known =
                demarches.of(instruction.id(), reader).stream()
                        .filter(demarche -> !demarche.recordedAt().isAfter(filter.knownAt()))
                        .filter(demarche -> !day(demarche).isAfter(filter.asOf()))
                        .sorted(
                                Comparator.comparing(
                                                (Demarche demarche) ->
                                                        demarche.what().deliveredAt())
                                        .thenComparing(Demarche::recordedAt)
                                        .reversed())
                        .toList();
        var lines = new ArrayList<Contents.Delivery>();
        var clocks = new Clocks(filter.asOf(), filter.knownAt());
        for (var row : coverages.of(instruction, clocks, reader).rows()) {
            if (!filter.about(row.government())) {
                continue;
            }
            var last =
                    known.stream()
                            .filter(demarche -> demarche.office().equals(row.office()))
                            .filter(d -> d.what().government().equals(row.government()))
                            .findFirst();
            if (last.isPresent() && !sieve.lets(last.get().label())) {
                sieve.withholdRecord();
                continue;
            }
            lines.add(
                    new Contents.Delivery(
                            row.office(),
                            row.government(),
                            last.map(d -> day(d).toString()).orElse(""),
                            last.map(d -> d.what().interlocutor().level().name()).orElse(""),
                            last.map(Demarche::raised).orElse(0L),
                            row.points(),
                            last.map(Demarche::inPart).orElse(false)));
        }
        lines.sort(
                Comparator.comparing((Contents.Delivery line) -> line.government().value())
                        .thenComparing(line -> line.office().value()));
        return lines;
    }

    private static LocalDate day(Demarche demarche) {
        return LocalDate.ofInstant(demarche.what().deliveredAt(), ZoneOffset.UTC);
    }

    /// A rule is printed whole or not at all: without its last step it would be said to stand where
    /// it no longer does.
    private List<Contents.Rule> rules(
            BriefFilter filter, Set<GovernmentCode> governments, Sieve sieve, ReadScope reader) {
        var rules = new ArrayList<Contents.Rule>();
        for (var state : findings.measuresOn(filter.government(), filter.asOf(), reader)) {
            var steps =
                    state.steps().stream().filter(step -> known(step.finding(), filter)).toList();
            if (steps.isEmpty()
                    || !governments.contains(steps.getFirst().finding().facts().government())) {
                continue;
            }
            if (steps.stream()
                    .anyMatch(s -> s.finding().facts().label().level() > filter.level())) {
                sieve.withholdRecord();
                continue;
            }
            var measures =
                    steps.stream()
                            .map(MeasureState.Step::finding)
                            .filter(Finding.Measure.class::isInstance)
                            .map(Finding.Measure.class::cast)
                            .toList();
            if (!measures.isEmpty()) {
                steps.forEach(step -> sieve.lets(step.finding().facts().label()));
                rules.add(rule(steps, measures.getLast(), filter.asOf()));
            }
        }
        rules.sort(
                Comparator.comparing((Contents.Rule rule) -> rule.government().value())
                        .thenComparing(Contents.Rule::since)
                        .thenComparing(Contents.Rule::family));
        return rules;
    }

    private static boolean known(Finding finding, BriefFilter filter) {
        return !finding.facts().recordedAt().isAfter(filter.knownAt());
    }

    private static Contents.Rule rule(
            List<MeasureState.Step> steps, Finding.Measure measure, LocalDate asOf) {
        var last = steps.getLast();
        var ends = measure.effectiveTo();
        var overdue = last.finding().equals(measure) && ends != null && ends.isBefore(asOf);
        return new Contents.Rule(
                measure.family(),
                measure.facts().government(),
                measure.facts().title(),
                last.stage().name(),
                last.finding().facts().date().text(),
                measure.direction().name(),
                measure.facts().confidence().name(),
                overdue ? String.valueOf(ends) : "",
                Sources.origin(last.finding()));
    }

    private List<Contents.Said> statements(
            BriefFilter filter, List<GovernmentCode> governments, Sieve sieve, ReadScope reader) {
        var lines = new ArrayList<Contents.Said>();
        for (var government : governments) {
            for (var finding : findings.of(government, filter.asOf(), reader).reversed()) {
                var facts = finding.facts();
                if (!(finding instanceof Finding.Statement)
                        || !known(finding, filter)
                        || !facts.date().certainlyBy(filter.asOf())) {
                    continue;
                }
                if (!sieve.lets(facts.label())) {
                    sieve.withholdRecord();
                    continue;
                }
                lines.add(
                        new Contents.Said(
                                government,
                                facts.title(),
                                facts.date().text(),
                                facts.confidence().name(),
                                Sources.origin(finding)));
            }
        }
        return lines;
    }

    private List<OpenQuestion> questions(
            BriefFilter filter, List<Contents.Rule> rules, Sieve sieve, ReadScope reader) {
        var subject =
                new OpenQuestions.Subject(
                        filter.instruction(),
                        filter.government(),
                        filter.asOf(),
                        filter.knownAt(),
                        rules.stream().map(Contents.Rule::family).collect(Collectors.toSet()),
                        filter.has(Part.PRESS));
        var asked = new HashSet<OpenQuestion>();
        var open = new ArrayList<OpenQuestion>();
        for (var knows : questions) {
            for (var question : knows.about(subject, reader)) {
                if (!asked.add(question)) {
                    continue;
                }
                if (sieve.lets(question.label())) {
                    open.add(question);
                } else {
                    sieve.withholdRecord();
                }
            }
        }
        return open;
    }
}
