// SPDX-License-Identifier: Apache-2.0
package org.chancery.position;

import java.time.LocalDate;
import java.util.Optional;
import org.chancery.access.ReadScope;
import org.chancery.instruction.Instruction;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Problems;
import org.chancery.kernel.Refusal;

/// What an entry must hold before it stands on record.
final class PositionRules {

    private PositionRules() {}

    /// @param today where the entry is made
    /// @throws Refusal with every mistake at once (POS-001 to POS-018)
    static void check(
            NewPosition entry,
            Instruction instruction,
            Optional<BasisFile.Record> basis,
            Optional<Delivery> delivery,
            LocalDate today,
            ReadScope reader) {
        var problems = new Problems();
        problems.require(
                instruction.asks().stream().anyMatch(ask -> ask.label().equals(entry.ask())),
                "ask",
                PositionRefusal.NO_SUCH_ASK,
                entry.ask());
        asOf(entry, today, problems);
        basis(entry, basis, problems);
        confidence(entry, problems);
        problems.require(
                entry.step() != Step.NOT_APPLICABLE || !entry.reason().isBlank(),
                "reason",
                PositionRefusal.REASON_NOT_APPLICABLE);
        delivery(entry.step(), entry.ask(), delivery, reader, problems);
        problems.refuse();
    }

    private static void asOf(NewPosition entry, LocalDate today, Problems problems) {
        var asOf = entry.asOf();
        if (asOf == null) {
            problems.add(Problem.at("asOf", PositionRefusal.AS_OF_MISSING));
        } else {
            problems.require(
                    !asOf.first().isAfter(today),
                    "asOf",
                    PositionRefusal.AS_OF_IN_FUTURE,
                    asOf.text());
        }
    }

    private static void basis(
            NewPosition entry, Optional<BasisFile.Record> basis, Problems problems) {
        var filed = entry.basis();
        if (filed == null) {
            problems.add(Problem.at("basis", PositionRefusal.BASIS_MISSING));
            return;
        }
        if (basis.isEmpty()) {
            problems.add(Problem.at("basis", PositionRefusal.SOURCE_NOT_ON_FILE, filed.id()));
            return;
        }
        var record = basis.get();
        var government = record.government();
        problems.require(
                entry.rank().compareTo(record.strongest()) >= 0,
                "rank",
                PositionRefusal.BASIS_CLASS_TOO_STRONG,
                entry.rank().name(),
                record.strongest().name());
        problems.require(
                government == null || government.equals(entry.government()),
                "basis",
                PositionRefusal.BASIS_OF_ANOTHER_GOVERNMENT,
                String.valueOf(government),
                entry.government().value());
        problems.require(
                record.lane() == null || record.lane() == entry.lane(),
                "lane",
                PositionRefusal.BASIS_OF_OTHER_LANE,
                entry.lane().name());
        var strong =
                entry.rank().strong()
                        || entry.rank() == BasisClass.PRIVATE_RESPONSE && entry.written();
        problems.require(
                !entry.step().firm() || strong && record.answer(),
                "step",
                PositionRefusal.FIRM_STEP_WEAK_BASIS,
                entry.step().name());
    }

    private static void confidence(NewPosition entry, Problems problems) {
        problems.require(
                !entry.confidenceReason().isBlank(),
                "confidenceReason",
                PositionRefusal.CONFIDENCE_WITHOUT_REASON);
        if (entry.rank() != BasisClass.REPORTED) {
            return;
        }
        var items = entry.items() == null ? 0 : entry.items();
        var origins = entry.origins() == null ? 0 : entry.origins();
        if (origins < 1 || items < origins) {
            problems.add(Problem.at("origins", PositionRefusal.ORIGINS_MISSING, items, origins));
            return;
        }
        problems.require(
                !entry.confidence().above(Confidence.cap(origins)),
                "confidence",
                PositionRefusal.CONFIDENCE_ABOVE_ORIGINS,
                items,
                origins,
                Confidence.cap(origins).name());
    }

    /// NOT_RAISED stands only while nothing was delivered (POS-002), NO_RESPONSE only after (POS-003).
    static void delivery(
            Step step,
            String ask,
            Optional<Delivery> delivery,
            ReadScope reader,
            Problems problems) {
        if (step == Step.NO_RESPONSE) {
            problems.require(
                    delivery.isPresent(), "step", PositionRefusal.NO_RESPONSE_WITHOUT_DELIVERY);
        }
        if (step == Step.NOT_RAISED && delivery.isPresent()) {
            var known = delivery.get();
            problems.add(
                    reader.covers(known.label())
                            ? Problem.at(
                                    "step",
                                    PositionRefusal.NOT_RAISED_AFTER_DELIVERY,
                                    known.office(),
                                    ask,
                                    known.day())
                            : Problem.at("step", PositionRefusal.NOT_RAISED_AGAINST_RECORD, ask));
        }
    }
}
