// SPDX-License-Identifier: Apache-2.0
package org.chancery.brief;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chancery.directory.Government;
import org.chancery.directory.GovernmentCode;
import org.chancery.evidence.ClaimStatus;
import org.chancery.kernel.Texts;
import org.chancery.position.Lane;

/// Puts the contents of a brief into words of one language, part by part.
final class PaperWriter {

    private final Contents contents;
    private final Texts texts;
    private final Map<GovernmentCode, Government> governments;
    private final Notes notes = new Notes();
    private final List<Block> blocks = new ArrayList<>();

    private PaperWriter(
            Contents contents, Texts texts, Map<GovernmentCode, Government> governments) {
        this.contents = contents;
        this.texts = texts;
        this.governments = governments;
    }

    /// @param changes what moved since the last brief, empty if it was not asked for
    static Paper write(
            Contents contents,
            Changes changes,
            Texts texts,
            Map<GovernmentCode, Government> governments) {
        return new PaperWriter(contents, texts, governments).paper(changes);
    }

    private Paper paper(Changes changes) {
        var filter = contents.filter();
        var tables = new Tables(contents, texts, notes, this::name);
        changes.write(texts, this::name, blocks);
        for (var part : filter.parts()) {
            switch (part) {
                case STATE -> state();
                case POSITIONS -> part(part, tables.positions());
                case COVERAGE -> part(part, tables.coverage());
                case MEASURES -> part(part, tables.measures());
                case STATEMENTS -> part(part, tables.statements());
                case CLAIMS -> part(part, tables.claims());
                case INDICATORS -> part(part, tables.comparisons());
                case PRESS -> {
                    // Its discrepancies stand with the other open questions.
                }
            }
        }
        open();
        howToRead();
        return new Paper(texts.locale(), title(), lede(), withheld(), blocks, notes.all());
    }

    private String title() {
        var government = contents.filter().government();
        var subject = contents.instruction().subject();
        return government == null ? subject : name(government) + ": " + subject;
    }

    private String lede() {
        var day = DateTimeFormatter.ofPattern(texts.say("times.longDay"), texts.locale());
        var time = DateTimeFormatter.ofPattern(texts.say("times.dayAndTime"), texts.locale());
        return texts.say(
                "brief.lede",
                contents.instruction().id().value(),
                contents.instruction().cable().toString(),
                day.format(contents.filter().asOf()),
                time.format(contents.filter().knownAt().atOffset(ZoneOffset.UTC)) + " UTC");
    }

    private String withheld() {
        var lines = new ArrayList<String>();
        if (contents.withheldCells() > 0) {
            lines.add(texts.say("brief.withheldCells", contents.withheldCells()));
        }
        if (contents.withheldRecords() > 0) {
            lines.add(texts.say("brief.withheldRecords", contents.withheldRecords()));
        }
        return String.join(" ", lines);
    }

    private String name(GovernmentCode code) {
        var government = governments.get(code);
        return government == null ? code.value() : government.names().in(texts.locale());
    }

    private void part(Part part, List<Block> written) {
        blocks.add(new Block.Heading(texts.say("brief.part." + part.name())));
        blocks.addAll(written);
    }

    private void state() {
        var lines = new ArrayList<Block.Text>();
        var known = contents.governments().stream().filter(contents::known).count();
        var all = contents.governments().size();
        if (contents.filter().government() == null) {
            lines.add(Block.Text.of(texts.say("brief.known", known, all)));
        }
        for (var government : contents.governments()) {
            for (var ask : contents.instruction().asks()) {
                if (contents.cell(government, ask.label()).diverges()) {
                    lines.add(apart(government, ask.label()));
                }
            }
        }
        if (known == 0) {
            lines.add(Block.Text.of(texts.say("picture.nothingKnown")));
        }
        lines.add(Block.Text.of(texts.say("picture.warning")));
        part(Part.STATE, List.of(new Block.Items(lines)));
    }

    /// Says one thing and does another, each with its footnote.
    private Block.Text apart(GovernmentCode government, String ask) {
        var runs = new ArrayList<Block.Run>();
        runs.add(new Block.Run(texts.say("brief.apart", name(government), ask) + " ", List.of()));
        for (var lane : Lane.values()) {
            var mark = contents.mark(government, ask, lane).orElseThrow();
            var words =
                    texts.say("position.lane." + lane.name())
                            + ": "
                            + texts.say("position.step." + mark.entry().step().name());
            runs.add(
                    new Block.Run(
                            words + (lane == Lane.WORD ? ", " : "."),
                            List.of(Tables.note(mark, texts, notes))));
            runs.add(new Block.Run(" ", List.of()));
        }
        return new Block.Text(runs);
    }

    /// Printed whatever parts are chosen: what nobody has settled and the brief relies on (PIC-003).
    private void open() {
        var lines = new ArrayList<Block.Text>();
        for (var reliance : contents.claims()) {
            if (reliance.claim().status() == ClaimStatus.NOT_ASSESSED) {
                lines.add(
                        Block.Text.of(
                                texts.say(
                                        "brief.notAssessed",
                                        String.join(", ", reliance.points()),
                                        reliance.claim().id().value(),
                                        reliance.claim().text())));
            }
        }
        for (var question : contents.questions()) {
            lines.add(
                    Block.Text.of(
                            question.words().in(texts.locale()),
                            notes.add(new Contents.Origin(question.source(), question.uri(), ""))));
        }
        for (var pair : contents.comparisons()) {
            pair.refusal()
                    .ifPresent(
                            refusal ->
                                    lines.add(
                                            Block.Text.of(
                                                    texts.detail(refusal),
                                                    pair.origins().stream()
                                                            .map(notes::add)
                                                            .toArray(Integer[]::new))));
        }
        blocks.add(new Block.Heading(texts.say("brief.open")));
        blocks.add(
                lines.isEmpty()
                        ? new Block.Paragraph(Block.Text.of(texts.say("brief.nothingOpen")))
                        : new Block.Items(lines));
    }

    private void howToRead() {
        blocks.add(new Block.Heading(texts.say("brief.coding")));
        var lines = new ArrayList<Block.Text>();
        lines.add(Block.Text.of(texts.say("picture.warning")));
        lines.add(Block.Text.of(texts.say("picture.directionNote")));
        lines.add(Block.Text.of(texts.say("brief.codebook", DataPart.FORMAT, contents.policy())));
        blocks.add(new Block.Items(lines));
    }
}
