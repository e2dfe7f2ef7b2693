// SPDX-License-Identifier: Apache-2.0
package org.chancery.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.chancery.directory.GovernmentCode;
import org.chancery.instruction.Ask;
import org.chancery.kernel.Texts;
import org.chancery.position.Lane;
import org.chancery.position.Step;

/// The parts of a brief that are tables.
final class Tables {

    /// Asks side by side before a table is broken into two.
    private static final int ASKS = 5;

    private final Contents contents;
    private final Texts texts;
    private final Notes notes;
    private final Function<GovernmentCode, String> name;

    Tables(Contents contents, Texts texts, Notes notes, Function<GovernmentCode, String> name) {
        this.contents = contents;
        this.texts = texts;
        this.notes = notes;
        this.name = name;
    }

    /// Footnote of a mark: source, day, basis, confidence, who entered it and how far it is decided.
    static int note(Contents.Mark mark, Texts texts, Notes notes) {
        var entry = mark.entry();
        return notes.add(
                mark.origin(),
                texts.say("brief.asOf", entry.asOf().text()),
                texts.say("position.basis." + entry.basis().name()),
                texts.say("picture.confidence." + entry.confidence()),
                texts.say(
                        entry.confirmed() ? "brief.confirmedBy" : "brief.proposedBy",
                        entry.byOffice()),
                entry.reason().in(texts.locale()));
    }

    List<Block> positions() {
        var government = contents.filter().government();
        return government == null ? board() : one(government);
    }

    private List<Block> one(GovernmentCode government) {
        var rows = new ArrayList<List<Block.Text>>();
        for (var ask : contents.instruction().asks()) {
            for (var lane : Lane.values()) {
                var mark = contents.mark(government, ask.label(), lane);
                rows.add(
                        List.of(
                                Block.Text.of(ask.label() + " " + ask.text()),
                                Block.Text.of(texts.say("position.lane." + lane.name())),
                                step(mark.map(m -> m.entry().step()).orElse(Step.UNKNOWN)),
                                Block.Text.of(mark.map(m -> m.entry().asOf().text()).orElse("–")),
                                mark.map(m -> Block.Text.of(basis(m), note(m, texts, notes)))
                                        .orElse(Block.Text.of("–"))));
            }
        }
        return List.of(
                new Block.Grid(
                        texts.say("brief.positionsOf", name.apply(government)),
                        heads("ask", "lane", "position", "since", "basis"),
                        rows));
    }

    private String basis(Contents.Mark mark) {
        return texts.say("position.basis." + mark.entry().basis().name());
    }

    private Block.Text step(Step step) {
        return Block.Text.of(texts.say("position.step." + step.name()));
    }

    private List<Block> board() {
        var known = contents.governments().stream().filter(contents::known).toList();
        var asks = contents.instruction().asks();
        var written = new ArrayList<Block>();
        for (int from = 0; from < asks.size() && !known.isEmpty(); from += ASKS) {
            written.add(board(known, asks.subList(from, Math.min(from + ASKS, asks.size()))));
        }
        var unknown = contents.governments().size() - known.size();
        if (unknown > 0 || known.isEmpty()) {
            written.add(
                    new Block.Paragraph(
                            Block.Text.of(
                                    texts.say(
                                            "brief.unknown",
                                            unknown,
                                            contents.governments().size()))));
        }
        return written;
    }

    private Block.Grid board(List<GovernmentCode> known, List<Ask> asks) {
        var head =
                Stream.concat(
                                Stream.of(texts.say("brief.col.government")),
                                asks.stream().map(ask -> ask.label() + " " + ask.text()))
                        .toList();
        var rows = new ArrayList<List<Block.Text>>();
        for (var government : known) {
            var row = new ArrayList<Block.Text>();
            row.add(Block.Text.of(name.apply(government)));
            asks.forEach(ask -> row.add(cell(government, ask)));
            rows.add(row);
        }
        return new Block.Grid(
                texts.say("brief.board", asks.getFirst().label(), asks.getLast().label()),
                head,
                rows);
    }

    private Block.Text cell(GovernmentCode government, Ask ask) {
        var runs = new ArrayList<Block.Run>();
        for (var lane : Lane.values()) {
            var mark = contents.mark(government, ask.label(), lane);
            var step = mark.map(m -> m.entry().step()).orElse(Step.UNKNOWN);
            runs.add(
                    new Block.Run(
                            texts.say("position.lane." + lane.name())
                                    + ": "
                                    + texts.say("position.step." + step.name()),
                            mark.map(m -> List.of(note(m, texts, notes))).orElse(List.of())));
            if (lane == Lane.WORD) {
                runs.add(new Block.Run("; ", List.of()));
            }
        }
        return new Block.Text(runs);
    }

    List<Block> coverage() {
        var rows = new ArrayList<List<Block.Text>>();
        for (var line : contents.deliveries()) {
            var done =
                    line.on().isEmpty()
                            ? texts.say("brief.notDelivered")
                            : texts.say(line.inPart() ? "brief.inPart" : "brief.delivered");
            rows.add(
                    Stream.of(
                                    name.apply(line.government()),
                                    line.office().value(),
                                    done,
                                    line.on().isEmpty() ? "–" : line.on(),
                                    line.on().isEmpty() ? "–" : line.raised() + "/" + line.points())
                            .map(text -> Block.Text.of(text))
                            .toList());
        }
        return table(
                "brief.coverageTable",
                heads("government", "post", "delivery", "since", "points"),
                rows);
    }

    List<Block> measures() {
        var rows = new ArrayList<List<Block.Text>>();
        for (var rule : contents.rules()) {
            var facts = new ArrayList<String>();
            facts.add(texts.say("picture.confidence." + rule.confidence()));
            if (!rule.overdue().isEmpty()) {
                facts.add(texts.say("picture.overdueMeasure", rule.overdue()));
            }
            contents.questions().stream()
                    .filter(question -> question.about().equals(rule.family()))
                    .forEach(question -> facts.add(question.words().in(texts.locale())));
            rows.add(
                    List.of(
                            Block.Text.of(name.apply(rule.government())),
                            Block.Text.of(
                                    rule.title(),
                                    notes.add(rule.origin(), facts.toArray(String[]::new))),
                            Block.Text.of(texts.say("finding.stage." + rule.stage())),
                            Block.Text.of(rule.since()),
                            Block.Text.of(texts.say("finding.direction." + rule.direction()))));
        }
        return table(
                "brief.measuresTable",
                heads("government", "measure", "stage", "since", "direction"),
                rows);
    }

    List<Block> statements() {
        var rows = new ArrayList<List<Block.Text>>();
        for (var said : contents.statements()) {
            rows.add(
                    List.of(
                            Block.Text.of(name.apply(said.government())),
                            Block.Text.of(said.date()),
                            Block.Text.of(
                                    said.title(),
                                    notes.add(
                                            said.origin(),
                                            texts.say(
                                                    "picture.confidence." + said.confidence())))));
        }
        return table("brief.statementsTable", heads("government", "since", "statement"), rows);
    }

    List<Block> claims() {
        var rows = new ArrayList<List<Block.Text>>();
        for (var reliance : contents.claims()) {
            var claim = reliance.claim();
            rows.add(
                    List.of(
                            Block.Text.of(String.join(", ", reliance.points())),
                            Block.Text.of(
                                    claim.id().value() + " " + claim.text(),
                                    reliance.origins().stream()
                                            .map(notes::add)
                                            .toArray(Integer[]::new)),
                            Block.Text.of(texts.say("evidence.status." + claim.status().name())),
                            Block.Text.of(
                                    claim.assessments().isEmpty()
                                            ? "–"
                                            : claim.assessments().getFirst().reason())));
        }
        return table("brief.claimsTable", heads("points", "claim", "verdict", "reason"), rows);
    }

    List<Block> comparisons() {
        var rows = new ArrayList<List<Block.Text>>();
        for (var pair : contents.comparisons()) {
            var result =
                    pair.comparison()
                            .map(c -> c.percent().toPlainString() + " %")
                            .or(() -> pair.refusal().map(texts::detail))
                            .orElse("");
            rows.add(
                    List.of(
                            Block.Text.of(pair.first()),
                            Block.Text.of(pair.second()),
                            Block.Text.of(
                                    result,
                                    pair.origins().stream()
                                            .map(notes::add)
                                            .toArray(Integer[]::new))));
        }
        return table("brief.comparisonsTable", heads("first", "second", "change"), rows);
    }

    private List<String> heads(String... columns) {
        return Stream.of(columns).map(column -> texts.say("brief.col." + column)).toList();
    }

    private List<Block> table(String caption, List<String> head, List<List<Block.Text>> rows) {
        return List.of(
                rows.isEmpty()
                        ? new Block.Paragraph(Block.Text.of(texts.say("brief.none")))
                        : new Block.Grid(texts.say(caption), head, rows));
    }
}
