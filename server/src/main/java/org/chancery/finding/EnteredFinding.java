// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.chancery.cable.Cable;
import org.chancery.directory.OfficeCode;
import org.chancery.instruction.Instruction;
import org.chancery.kernel.ReducedDate;

/// What a post entered, as it stands on record once the reporting cable is released.
record EnteredFinding(NewFinding entered, Report report, Cable cable, Instant now) {

    Finding finding() {
        var facts =
                new Facts(
                        new FindingId(UUID.randomUUID()),
                        report.government(),
                        entered.headline(),
                        entered.summary().strip(),
                        ReducedDate.parse(entered.date().strip()),
                        source(),
                        entered.confidence().isEmpty()
                                ? Confidence.MODERATE
                                : Confidence.valueOf(entered.confidence()),
                        entered.note().strip(),
                        cable.mrn().toString(),
                        now,
                        cable.label());
        return switch (entered.kind()) {
            case MEASURE ->
                    new Finding.Measure(
                            facts,
                            facts.id().toString(),
                            Stage.valueOf(entered.term("stage")),
                            Direction.valueOf(entered.term("direction")),
                            entered.term("area"),
                            entered.term("targetGroup"),
                            entered.term("legalReference"),
                            null,
                            entered.ask());
            case STATEMENT ->
                    new Finding.Statement(
                            facts,
                            entered.term("original"),
                            entered.term("language"),
                            entered.term("translation"),
                            entered.term("translationBy").equals("OFFICIAL"),
                            entered.term("speaker"),
                            !entered.term("onRecord").equals("IN_CONFIDENCE"),
                            entered.term("stance"),
                            entered.ask());
            case STATISTIC ->
                    new Finding.Statistic(
                            facts,
                            entered.term("value"),
                            entered.term("unit"),
                            entered.term("population"),
                            entered.term("denominator"),
                            entered.term("period"),
                            entered.term("method"));
            case EVENT -> new Finding.Event(facts, "", "");
        };
    }

    private Source source() {
        var typed = entered.source();
        return new Source(
                typed.words(),
                typed.uri().strip(),
                typed.date().isBlank()
                        ? LocalDate.ofInstant(cable.releasedAt(), ZoneOffset.UTC).toString()
                        : typed.date().strip(),
                typed.kind().isEmpty() ? Source.Kind.NOT_SAID : Source.Kind.valueOf(typed.kind()),
                false);
    }

    /// Offices that may read the source: the post, the instructing bureau and those named; empty if
    /// it is not protected.
    Set<OfficeCode> sourceReaders(Instruction instruction) {
        if (!entered.source().shielded()) {
            return Set.of();
        }
        var readers = new HashSet<OfficeCode>();
        readers.add(report.office());
        readers.add(instruction.from());
        entered.source().readers().forEach(code -> readers.add(new OfficeCode(code)));
        return readers;
    }
}
