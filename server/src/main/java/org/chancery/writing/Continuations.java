// SPDX-License-Identifier: Apache-2.0
package org.chancery.writing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.chancery.access.Actor;
import org.chancery.cable.AddressLine;
import org.chancery.cable.Addressing;
import org.chancery.cable.Attachment;
import org.chancery.cable.Cable;
import org.chancery.cable.Cables;
import org.chancery.cable.Classification;
import org.chancery.cable.Content;
import org.chancery.cable.Paragraph;
import org.chancery.cable.Reference;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.draft.Draft;
import org.chancery.draft.Drafts;
import org.chancery.kernel.Refusal;
import org.chancery.kernel.Texts;
import org.chancery.policy.Handling;
import org.chancery.policy.Traffic;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Starts drafts from released cables: replies, forwards, supplements, corrections, cancellations.
@Component
public class Continuations {

    private final Cables cables;
    private final Drafts drafts;
    private final Offices offices;
    private final Handling handling;
    private final Traffic traffic;

    Continuations(
            Cables cables, Drafts drafts, Offices offices, Handling handling, Traffic traffic) {
        this.cables = cables;
        this.drafts = drafts;
        this.offices = offices;
        this.handling = handling;
        this.traffic = traffic;
    }

    /// A draft begun from a cable.
    ///
    /// @param rows by row of the original, the row that carries its text on
    public record Started(Draft draft, Map<UUID, UUID> rows) {

        public Started {
            rows = Map.copyOf(rows);
        }
    }

    /// @param number MRN or printed number of a cable the actor may read
    /// @throws Refusal `ABSENT` if there is none for this reader, `NOT_PERMITTED` without the
    ///   permission to draft
    @Transactional
    public Started start(String number, Continuation as, Actor actor) {
        var cable =
                cables.byNumber(number, actor.scope()).orElseThrow(() -> Refusal.absent(number));
        var rows = new LinkedHashMap<UUID, UUID>();
        if (as.carriesText()) {
            cable.content().paragraphs().forEach(row -> rows.put(row.id(), UUID.randomUUID()));
        }
        return new Started(drafts.start(content(cable, as, rows), actor), rows);
    }

    private Content content(Cable cable, Continuation as, Map<UUID, UUID> rows) {
        var original = cable.content();
        var level = handling.level(cable.label().level()).code();
        var type = as.sameAddressees() ? original.type() : traffic.types().getFirst().code();
        return original.with()
                .type(type)
                .subject(words(type).say("cable.compose.subject." + as.name(), original.subject()))
                .classification(classification(cable, as))
                .timing(org.chancery.cable.Timing.NONE)
                .addresses(addresses(cable, as))
                .excluded(as.sameAddressees() ? original.excluded() : List.of())
                .attention(List.of())
                .paragraphs(
                        switch (as) {
                            case CORRECTION -> copied(original, rows);
                            case FORWARD -> quoted(cable, rows);
                            case CANCELLATION -> List.of(cancels(cable, type, level));
                            case REPLY -> blank(type, level);
                            case SUPPLEMENT -> List.of();
                        })
                .references(references(cable, as))
                .attachments(as.carriesText() ? carried(original) : List.of())
                .minimizeConsidered(false)
                .signedBy("")
                .build();
    }

    private Texts words(String type) {
        return Texts.in(Locale.forLanguageTag(traffic.letterhead(type).language()));
    }

    /// A correction stands on the authority of the original; everything else derives from it.
    private Classification classification(Cable cable, Continuation as) {
        var before = cable.content().classification();
        if (as == Continuation.CORRECTION) {
            return before;
        }
        return handling.level(cable.label().level()).classified()
                ? new Classification("", "", "", "", cable.mrn().toString(), before.declassifyOn())
                : Classification.NONE;
    }

    private List<AddressLine> addresses(Cable cable, Continuation as) {
        if (as == Continuation.REPLY) {
            return List.of(new AddressLine(cable.from().value(), Addressing.ACTION));
        }
        return as.sameAddressees() ? allWhoReceived(cable) : List.of();
    }

    /// The lines as they were, and by name everybody they no longer reach.
    private List<AddressLine> allWhoReceived(Cable cable) {
        var original = cable.content();
        var reached = new HashSet<OfficeCode>();
        var lines = new ArrayList<AddressLine>();
        var lists = offices.collectives();
        var known = offices.byCode().keySet();
        for (var line : original.addresses()) {
            var list = lists.stream().filter(one -> one.code().equals(line.target())).findFirst();
            var office =
                    known.stream().filter(one -> one.value().equals(line.target())).findFirst();
            office.ifPresent(reached::add);
            list.ifPresent(
                    one ->
                            one.members().stream()
                                    .filter(m -> !original.excluded().contains(m.value()))
                                    .forEach(reached::add));
            if (office.isPresent() || list.isPresent()) {
                lines.add(line);
            }
        }
        cable.addressees().stream()
                .filter(addressee -> !reached.contains(addressee.office()))
                .forEach(
                        addressee ->
                                lines.add(
                                        new AddressLine(
                                                addressee.office().value(),
                                                addressee.role(),
                                                addressee.precedence())));
        return lines;
    }

    private static List<Reference> references(Cable cable, Continuation as) {
        var all = new ArrayList<Reference>();
        all.add(new Reference(cable.mrn().toString(), as.relation(), false, false));
        if (as == Continuation.CORRECTION) {
            all.addAll(cable.content().references());
        }
        return all;
    }

    /// The rows as they are, under identities of their own: the original keeps its own.
    private static List<Paragraph> copied(Content original, Map<UUID, UUID> rows) {
        return original.paragraphs().stream()
                .map(
                        row ->
                                new Paragraph(
                                        rows.getOrDefault(row.id(), row.id()),
                                        row.role(),
                                        row.label(),
                                        row.heading(),
                                        row.text(),
                                        row.mark(),
                                        row.terms()))
                .toList();
    }

    /// The rows as plain paragraphs that say where they stood; nothing in them asks anything anew.
    private List<Paragraph> quoted(Cable cable, Map<UUID, UUID> rows) {
        var words = words(cable.content().type());
        var result = new ArrayList<Paragraph>();
        int number = 0;
        for (var row : cable.content().paragraphs()) {
            number++;
            var place = row.label().isEmpty() ? String.valueOf(number) : row.label();
            result.add(
                    new Paragraph(
                            rows.getOrDefault(row.id(), row.id()),
                            "TEXT",
                            "",
                            words.say("cable.compose.quoted", cable.mrn().toString(), place),
                            row.text(),
                            row.mark(),
                            Map.of()));
        }
        return result;
    }

    private Paragraph cancels(Cable cable, String type, String level) {
        return row("TEXT", words(type).say("cable.compose.cancels", cable.mrn().toString()), level);
    }

    private List<Paragraph> blank(String type, String level) {
        return outline(traffic, type, level);
    }

    /// Empty rows a cable of this type starts with, each at the level.
    static List<Paragraph> outline(Traffic traffic, String type, String level) {
        return Merge.numbered(
                traffic.type(type).stream()
                        .flatMap(known -> known.outline().stream())
                        .map(role -> row(role, "", level))
                        .toList());
    }

    /// A cable of this type with nothing in it but the rows it starts with.
    ///
    /// @throws Refusal `VALUE_UNKNOWN` if the policy has no such type
    @Transactional
    public Draft blank(String type, Actor actor) {
        var known =
                traffic.type(type)
                        .orElseThrow(
                                () ->
                                        new Refusal(
                                                org.chancery.kernel.KernelRefusal.VALUE_UNKNOWN,
                                                type,
                                                traffic.types().stream()
                                                        .map(one -> one.code())
                                                        .collect(
                                                                java.util.stream.Collectors.joining(
                                                                        ", "))));
        var level = handling.level(Math.min(1, handling.levels().size() - 1)).code();
        var content =
                Content.blank(known.code(), level, traffic.precedences().getFirst().code())
                        .with()
                        .paragraphs(outline(traffic, known.code(), level))
                        .build();
        return drafts.start(content, actor);
    }

    private static Paragraph row(String role, String text, String level) {
        return new Paragraph(UUID.randomUUID(), role, "", "", text, level, Map.of());
    }

    private static List<Attachment> carried(Content original) {
        return original.attachments().stream()
                .map(
                        file ->
                                new Attachment(
                                        UUID.randomUUID(),
                                        file.hash(),
                                        file.name(),
                                        file.mediaType(),
                                        file.size(),
                                        file.mark()))
                .toList();
    }
}
