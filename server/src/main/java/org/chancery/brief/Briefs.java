// SPDX-License-Identifier: Apache-2.0
package org.chancery.brief;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.chancery.access.Actor;
import org.chancery.access.Label;
import org.chancery.access.Permission;
import org.chancery.access.ReadScope;
import org.chancery.directory.Offices;
import org.chancery.instruction.Instructions;
import org.chancery.kernel.Problems;
import org.chancery.kernel.Refusal;
import org.chancery.kernel.Sha256;
import org.chancery.kernel.Texts;
import org.chancery.policy.Policies;
import org.springframework.stereotype.Component;

/// Door to briefs: the picture of an instruction, or of one government, as a document. It shows what
/// its maker may read and its readers may see, carries mark, number and maker on each sheet
/// (ACC-004), and is kept as it went out.
@Component
public class Briefs {

    private final BriefOrders orders;
    private final Gatherer gatherer;
    private final PaperFiles files;
    private final BriefRepository repository;
    private final BriefLedger ledger;
    private final Instructions instructions;
    private final Offices offices;
    private final Policies policies;
    private final Clock clock;

    Briefs(
            BriefOrders orders,
            Gatherer gatherer,
            PaperFiles files,
            BriefRepository repository,
            BriefLedger ledger,
            Instructions instructions,
            Offices offices,
            Policies policies,
            Clock clock) {
        this.orders = orders;
        this.gatherer = gatherer;
        this.files = files;
        this.repository = repository;
        this.ledger = ledger;
        this.instructions = instructions;
        this.offices = offices;
        this.policies = policies;
        this.clock = clock;
    }

    /// A brief gathered and put into words, not yet made.
    private record Draft(
            BriefFilter filter,
            Contents contents,
            Paper paper,
            Label label,
            Texts texts,
            String exercise) {}

    /// What the brief would say and how it would be marked. Nothing is kept.
    ///
    /// @throws Refusal with everything that is wrong with the order
    public Preview preview(BriefOrder order, Actor actor) {
        actor.require(Permission.MAKE_BRIEF);
        var draft = draft(order, orders.filter(order, actor), actor);
        var filter = draft.filter();
        return new Preview(
                draft.paper(),
                marking(draft),
                level(draft),
                list(actor).stream()
                        .filter(brief -> brief.instruction().equals(filter.instruction()))
                        .filter(
                                brief ->
                                        java.util.Objects.equals(
                                                brief.government(), filter.government()))
                        .toList());
    }

    /// Makes a brief in every format asked for, with its data part, and keeps it.
    ///
    /// @throws Refusal with everything that is wrong with the order
    public Brief make(BriefOrder order, Actor actor) {
        actor.require(Permission.MAKE_BRIEF);
        var problems = new Problems();
        var formats = new ArrayList<Format>();
        var filters = new ArrayList<BriefFilter>();
        problems.attempt("", () -> filters.add(orders.filter(order, actor)));
        problems.attempt("", () -> formats.addAll(orders.formats(order)));
        problems.refuse();
        var draft = draft(order, filters.getFirst(), actor);
        var madeAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var number = number(madeAt);
        var data = DataPart.json(draft.contents());
        var dataHash = Sha256.hex(data);
        var entry = ledger.begin(number, facts(draft.filter(), dataHash), actor);
        var stamp = stamp(draft, number, madeAt, dataHash, entry.sequence(), entry.hash(), actor);
        var written = new LinkedHashMap<String, byte[]>();
        for (var format : formats) {
            written.put(format.ending(), files.write(format, draft.paper(), stamp));
        }
        var sheet = DataPart.sheet(number, draft.contents());
        written.put("csv", sheet.csv().getBytes(StandardCharsets.UTF_8));
        written.put("json", data);
        var brief =
                new Brief(
                        number,
                        draft.filter().instruction(),
                        draft.filter().government(),
                        draft.paper().title(),
                        draft.filter().asOf(),
                        draft.filter().knownAt(),
                        actor.office(),
                        actor.signIn(),
                        madeAt,
                        draft.filter().language(),
                        dataHash,
                        entry.sequence(),
                        draft.label(),
                        written.entrySet().stream()
                                .map(
                                        file ->
                                                new Brief.File(
                                                        file.getKey(),
                                                        Sha256.hex(file.getValue()),
                                                        file.getValue().length))
                                .toList());
        ledger.keep(brief, written, actor);
        return brief;
    }

    /// The data part alone: canonical JSON, the same bytes for the same filter (PIC-004).
    ///
    /// @throws Refusal with everything that is wrong with the order
    public byte[] data(BriefOrder order, Actor actor) {
        actor.require(Permission.MAKE_BRIEF);
        return DataPart.json(draft(order, orders.filter(order, actor), actor).contents());
    }

    /// Briefs of the reader's own office that the reader may open, newest first.
    public List<Brief> list(Actor actor) {
        return repository.page(actor.office(), actor.scope());
    }

    /// @throws Refusal `ABSENT` if there is none for this reader
    public Brief get(String number, ReadScope reader) {
        return repository.find(number, reader).orElseThrow(() -> Refusal.absent(number));
    }

    /// The bytes as they went out; that they were opened is written down.
    ///
    /// @param ending `pdf`, `docx`, `html`, `json` or `csv`
    /// @throws Refusal `ABSENT` if there is none for this reader, or it was not made in this format
    public Brief.Copy open(String number, String ending, Actor actor) {
        var brief = get(number, actor.scope());
        var bytes =
                repository
                        .content(number, ending, actor.scope())
                        .orElseThrow(() -> Refusal.absent(number + "." + ending));
        ledger.opened(brief, ending, actor);
        return new Brief.Copy(number + "." + ending, mediaType(ending), bytes);
    }

    private static String mediaType(String ending) {
        for (var format : Format.values()) {
            if (format.ending().equals(ending)) {
                return format.mediaType();
            }
        }
        return ending.equals("csv") ? "text/csv" : "application/json";
    }

    private Draft draft(BriefOrder order, BriefFilter filter, Actor actor) {
        var instruction = instructions.get(filter.instruction(), actor.scope());
        var contents = gatherer.gather(filter, instruction, actor.scope());
        var label = new Label(contents.level(), contents.captions(), Set.of(actor.office()));
        var changes = Changes.NOT_ASKED;
        if (order.sinceLast()) {
            var last =
                    repository.last(
                            filter.instruction(),
                            filter.government(),
                            actor.office(),
                            filter.level(),
                            actor.scope());
            changes = last.map(b -> changes(b, contents, actor)).orElse(Changes.FIRST);
            label = last.map(Brief::label).map(label::join).orElse(label);
        }
        var texts = Texts.in(filter.language());
        var paper = PaperWriter.write(contents, changes, texts, offices.governmentsByCode());
        return new Draft(filter, contents, paper, label, texts, instruction.exercise());
    }

    private Changes changes(Brief last, Contents contents, Actor actor) {
        var data = repository.content(last.number(), "json", actor.scope());
        return data.map(bytes -> Changes.between(last.number(), bytes, contents))
                .orElse(Changes.FIRST);
    }

    private static String number(Instant at) {
        var year = at.atOffset(ZoneOffset.UTC).getYear() % 100;
        var random = UUID.randomUUID().toString().replace("-", "").substring(20);
        return "B-%02d-%s".formatted(year, random);
    }

    private static Map<String, String> facts(BriefFilter filter, String dataHash) {
        var government = filter.government();
        return Map.of(
                "instruction",
                filter.instruction().value(),
                "government",
                government == null ? "" : government.value(),
                "asOf",
                filter.asOf().toString(),
                "data",
                dataHash);
    }

    private String level(Draft draft) {
        var handling = policies.current().handling();
        var words = new ArrayList<String>();
        words.add(handling.level(draft.label().level()).names().in(draft.texts().locale()));
        for (var code : new TreeSet<>(draft.label().captions())) {
            words.add(
                    handling.caption(code)
                            .map(caption -> caption.names().in(draft.texts().locale()))
                            .orElse(code));
        }
        return String.join(" // ", words);
    }

    private String marking(Draft draft) {
        return draft.exercise().isEmpty()
                ? level(draft)
                : draft.exercise() + " · " + level(draft) + " · " + draft.exercise();
    }

    private Stamp stamp(
            Draft draft,
            String number,
            Instant madeAt,
            String dataHash,
            long audit,
            String auditHash,
            Actor actor) {
        var texts = draft.texts();
        var time =
                DateTimeFormatter.ofPattern(texts.say("times.dayAndTime"), texts.locale())
                                .format(madeAt.atOffset(ZoneOffset.UTC))
                        + " UTC";
        var maker = actor.displayName() + ", " + actor.office().value();
        return new Stamp(
                number,
                marking(draft),
                maker,
                number + " · " + Words.atMost(maker, 60) + " · " + time + " · #" + audit,
                List.of(
                        texts.say("brief.made", time, actor.displayName(), actor.office().value()),
                        texts.say("brief.numberIs", number),
                        texts.say("brief.auditIs", audit, auditHash),
                        texts.say("brief.dataIs", dataHash)),
                new Stamp.Labels(
                        texts.say("brief.notes"),
                        texts.say("brief.about"),
                        texts.say("brief.note")));
    }
}
