// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.compose;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chancery.cable.AddressLine;
import org.chancery.cable.Addressing;
import org.chancery.cable.Attachment;
import org.chancery.cable.Classification;
import org.chancery.cable.Content;
import org.chancery.cable.Reference;
import org.chancery.cable.Timing;
import org.chancery.draft.DraftRefusal;
import org.chancery.evidence.ClaimId;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Problems;
import org.chancery.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// The compose form as it was sent. What cannot be read is a problem at its field, together with all
/// others, and the rest is taken over as typed.
///
/// @param content what was written; what the form does not have stays as it was
/// @param claims the claim each row rests on, empty for none
/// @param problems what could not be read
/// @param typed what was typed where it could not be read, by the name of the input
record DraftForm(
        Content content,
        Map<UUID, Optional<ClaimId>> claims,
        List<Problem> problems,
        Map<String, String> typed) {

    DraftForm {
        problems = List.copyOf(problems);
        typed = Map.copyOf(typed);
    }

    /// @param before the draft as it stood
    /// @param zone of the drafting office, for its times of day
    static DraftForm of(MultiValueMap<String, String> form, Content before, ZoneId zone) {
        return new Reading(form, before, zone).read();
    }

    /// @throws Refusal with everything that could not be read, if anything
    void requireReadable() {
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
    }

    /// One reading of one form.
    private static final class Reading {

        private final MultiValueMap<String, String> form;
        private final Content before;
        private final ZoneId zone;
        private final Problems problems = new Problems();
        private final Map<String, String> typed = new java.util.HashMap<>();

        private Reading(MultiValueMap<String, String> form, Content before, ZoneId zone) {
            this.form = form;
            this.before = before;
            this.zone = zone;
        }

        private DraftForm read() {
            var rows = DraftRows.of(form, before, first("subjectMark", before.subjectMark()));
            rows.problems().forEach(problems::add);
            var content =
                    before.with()
                            .type(first("type", before.type()))
                            .subject(first("subject", before.subject()).strip())
                            .subjectMark(first("subjectMark", before.subjectMark()))
                            .classification(classification(before.classification()))
                            .captions(Set.copyOf(all("captions")))
                            .topics(all("topics").stream().distinct().toList())
                            .precedence(
                                    first("actionPrecedence", before.actionPrecedence()),
                                    first("infoPrecedence", before.infoPrecedence()))
                            .timing(
                                    new Timing(
                                            time("replyBy", before.timing().replyBy()),
                                            time("deskBy", before.timing().deskBy())))
                            .addresses(addresses())
                            .excluded(new HashSet<>(all("excluded")))
                            .attention(words(first("attention", "")).toList())
                            .paragraphs(rows.paragraphs())
                            .references(references())
                            .attachments(attachments())
                            .minimizeConsidered(first("minimizeConsidered", "").equals("true"))
                            .exercise(first("exercise", before.exercise()).strip())
                            .signedBy(first("signedBy", before.signedBy()).strip())
                            .build();
            return new DraftForm(content, rows.claims(), problems.all(), typed);
        }

        private Classification classification(Classification stood) {
            return new Classification(
                    first("banner", stood.banner()),
                    first("compilationReason", stood.compilationReason()).strip(),
                    first("classifiedBy", stood.classifiedBy()).strip(),
                    first("reason", stood.reason()).strip(),
                    first("derivedFrom", stood.derivedFrom()).strip(),
                    first("declassifyOn", stood.declassifyOn()).strip());
        }

        private @Nullable Instant time(String name, @Nullable Instant stood) {
            if (!form.containsKey(name)) {
                return stood;
            }
            var text = first(name, "").strip();
            if (text.isEmpty()) {
                return null;
            }
            try {
                return LocalDateTime.parse(text).atZone(zone).toInstant();
            } catch (DateTimeException e) {
                problems.add(Problem.at(name, DraftRefusal.TIME_MALFORMED, text));
                typed.put(name, text);
                return stood;
            }
        }

        private List<AddressLine> addresses() {
            var lines = new ArrayList<AddressLine>();
            words(first("action", "")).map(w -> line(w, Addressing.ACTION)).forEach(lines::add);
            words(first("info", "")).map(w -> line(w, Addressing.INFO)).forEach(lines::add);
            return lines.stream().distinct().toList();
        }

        /// `BERLIN`, or `BERLIN/FLASH` with a precedence of its own.
        private static AddressLine line(String word, Addressing role) {
            var parts = word.toUpperCase(Locale.ROOT).split("/", 2);
            return new AddressLine(
                    parts[0].strip(), role, parts.length == 1 ? "" : parts[1].strip());
        }

        private static java.util.stream.Stream<String> words(String text) {
            return Arrays.stream(text.split("[,;]"))
                    .map(String::strip)
                    .filter(word -> !word.isEmpty())
                    .distinct();
        }

        private List<Reference> references() {
            var numbers = all("refNumber");
            var references = new ArrayList<Reference>();
            for (int i = 0; i < numbers.size(); i++) {
                var number = numbers.get(i).strip().toUpperCase(Locale.ROOT);
                if (!number.isEmpty()) {
                    references.add(
                            new Reference(
                                    number,
                                    relation(at("refRelation", i), "ref-" + references.size()),
                                    at("refNotal", i).equals("true"),
                                    at("refExternal", i).equals("true")));
                }
            }
            return references;
        }

        private Reference.Relation relation(String text, String field) {
            for (var known : Reference.Relation.values()) {
                if (known.name().equals(text)) {
                    return known;
                }
            }
            if (!text.isEmpty()) {
                problems.add(
                        Problem.at(
                                field,
                                KernelRefusal.VALUE_UNKNOWN,
                                text,
                                Arrays.stream(Reference.Relation.values())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", "))));
            }
            return Reference.Relation.REFERS;
        }

        /// Those of before that were sent again, with the mark they have now.
        private List<Attachment> attachments() {
            var ids = all("attachmentId");
            return before.attachments().stream()
                    .filter(file -> ids.contains(file.id().toString()))
                    .map(
                            file ->
                                    new Attachment(
                                            file.id(),
                                            file.hash(),
                                            file.name(),
                                            file.mediaType(),
                                            file.size(),
                                            at(
                                                    "attachmentMark",
                                                    ids.indexOf(file.id().toString()))))
                    .toList();
        }

        private List<String> all(String name) {
            return form.getOrDefault(name, List.of());
        }

        private String first(String name, String absent) {
            var values = all(name);
            return values.isEmpty() ? absent : values.getFirst();
        }

        private String at(String name, int index) {
            var values = all(name);
            return index < values.size() ? values.get(index) : "";
        }
    }
}
