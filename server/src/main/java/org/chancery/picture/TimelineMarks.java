// SPDX-License-Identifier: Apache-2.0
package org.chancery.picture;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.chancery.access.ReadScope;
import org.chancery.directory.GovernmentCode;
import org.chancery.engagement.Demarches;
import org.chancery.finding.Finding;
import org.chancery.finding.Findings;
import org.chancery.instruction.Instruction;
import org.chancery.instruction.Instructions;
import org.chancery.kernel.ReducedDate;
import org.chancery.position.Lane;
import org.springframework.stereotype.Component;

/// Collects what happened with a government from the modules that know.
@Component
class TimelineMarks {

    private final PictureRepository repository;
    private final Instructions instructions;
    private final Demarches demarches;
    private final Findings findings;

    TimelineMarks(
            PictureRepository repository,
            Instructions instructions,
            Demarches demarches,
            Findings findings) {
        this.repository = repository;
        this.instructions = instructions;
        this.demarches = demarches;
        this.findings = findings;
    }

    /// Oldest first.
    List<Timeline.Mark> of(GovernmentCode government, Clocks clocks, ReadScope reader) {
        var marks = new ArrayList<Timeline.Mark>();
        for (var finding : findings.of(government, clocks.asOf(), reader)) {
            if (!finding.facts().recordedAt().isAfter(clocks.knownAt())) {
                mark(finding, marks);
            }
        }
        for (var instruction : instructions.list(reader)) {
            engaged(instruction, government, clocks, reader, marks);
        }
        marks.sort(
                Comparator.comparing(Timeline.Mark::on)
                        .thenComparing(Timeline.Mark::track)
                        .thenComparing(Timeline.Mark::text)
                        .thenComparing(Timeline.Mark::address));
        return marks;
    }

    private static void mark(Finding finding, List<Timeline.Mark> into) {
        var facts = finding.facts();
        var address = "/findings/" + facts.id();
        switch (finding) {
            case Finding.Measure measure ->
                    into.add(
                            new Timeline.Mark(
                                    Timeline.Track.MEASURE,
                                    facts.date(),
                                    facts.title(),
                                    measure.stage().name(),
                                    null,
                                    address));
            case Finding.Event event ->
                    into.add(
                            new Timeline.Mark(
                                    Timeline.Track.MEASURE,
                                    facts.date(),
                                    facts.title(),
                                    event.stage(),
                                    null,
                                    address));
            case Finding.Statement _ ->
                    into.add(
                            new Timeline.Mark(
                                    Timeline.Track.STATEMENT,
                                    facts.date(),
                                    facts.title(),
                                    "",
                                    null,
                                    address));
            case Finding.Statistic _ -> {}
        }
    }

    /// The instruction itself only where this government has something to do with it.
    private void engaged(
            Instruction instruction,
            GovernmentCode government,
            Clocks clocks,
            ReadScope reader,
            List<Timeline.Mark> into) {
        if (!clocks.cover(instruction.releasedAt(), instruction.releasedAt())) {
            return;
        }
        var delivered =
                demarches.of(instruction.id(), reader).stream()
                        .filter(d -> d.what().government().equals(government))
                        .filter(d -> clocks.cover(d.what().deliveredAt(), d.recordedAt()))
                        .toList();
        var entries = repository.history(instruction.id(), government, clocks, reader);
        if (delivered.isEmpty()
                && entries.isEmpty()
                && !repository.tasked(instruction.id(), reader).contains(government)) {
            return;
        }
        into.add(
                new Timeline.Mark(
                        Timeline.Track.INSTRUCTION,
                        day(instruction.releasedAt()),
                        instruction.subject(),
                        instruction.id().value(),
                        null,
                        "/instructions/" + instruction.id()));
        for (var demarche : delivered) {
            into.add(
                    new Timeline.Mark(
                            Timeline.Track.DEMARCHE,
                            day(demarche.what().deliveredAt()),
                            demarche.what().interlocutor().function(),
                            instruction.id().value(),
                            null,
                            "/demarches/" + demarche.id()));
        }
        for (var entry : entries) {
            if (entry.flags().withdrawn().isEmpty()) {
                into.add(stand(instruction, entry, clocks));
            }
        }
    }

    private static Timeline.Mark stand(Instruction instruction, Entry entry, Clocks clocks) {
        return new Timeline.Mark(
                entry.lane() == Lane.WORD ? Timeline.Track.WORD : Timeline.Track.DEED,
                entry.asOf(),
                entry.ask(),
                instruction.id().value(),
                entry.step(),
                "/picture/%s/basis?government=%s&ask=%s&as-of=%s"
                        .formatted(
                                instruction.id(), entry.government(), entry.ask(), clocks.asOf()));
    }

    private static ReducedDate day(Instant at) {
        return ReducedDate.of(LocalDate.ofInstant(at, ZoneOffset.UTC));
    }
}
