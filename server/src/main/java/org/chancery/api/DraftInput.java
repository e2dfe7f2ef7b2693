// SPDX-License-Identifier: Apache-2.0
package org.chancery.api;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chancery.cable.AddressLine;
import org.chancery.cable.Addressing;
import org.chancery.cable.Attachment;
import org.chancery.cable.Classification;
import org.chancery.cable.Content;
import org.chancery.cable.ContentBuilder;
import org.chancery.cable.Paragraph;
import org.chancery.cable.Reference;
import org.chancery.cable.Timing;
import org.chancery.draft.DraftRefusal;
import org.chancery.draft.Outline;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Problems;
import org.chancery.policy.CableType;
import org.jspecify.annotations.Nullable;

/// A text as a caller sends it. Whatever is left out stays as it was, in a new draft blank.
///
/// @param attachments those that stay, with their marks; files are added by their own call
/// @param others what is none of these; each is reported
record DraftInput(
        @Nullable String type,
        @Nullable String subject,
        @Nullable String subjectMark,
        @Nullable Authority classification,
        @JsonSetter(contentNulls = Nulls.FAIL) @Nullable Set<String> captions,
        @JsonSetter(contentNulls = Nulls.FAIL) @Nullable List<String> topics,
        @Nullable String actionPrecedence,
        @Nullable String infoPrecedence,
        @Nullable Times timing,
        @JsonSetter(contentNulls = Nulls.FAIL) @Nullable List<Line> addresses,
        @JsonSetter(contentNulls = Nulls.FAIL) @Nullable Set<String> excluded,
        @JsonSetter(contentNulls = Nulls.FAIL) @Nullable List<String> attention,
        @JsonSetter(contentNulls = Nulls.FAIL) @Nullable List<Row> paragraphs,
        @JsonSetter(contentNulls = Nulls.FAIL) @Nullable List<Link> references,
        @JsonSetter(contentNulls = Nulls.FAIL) @Nullable List<Kept> attachments,
        @Nullable Boolean minimizeConsidered,
        @Nullable String exercise,
        @Nullable String signedBy,
        @JsonAnySetter Map<String, Object> others) {

    record Authority(
            @Nullable String banner,
            @Nullable String compilationReason,
            @Nullable String classifiedBy,
            @Nullable String reason,
            @Nullable String derivedFrom,
            @Nullable String declassifyOn) {}

    /// @param replyBy moment as `2026-12-11T17:30:00Z`, empty for none
    record Times(@Nullable String replyBy, @Nullable String deskBy) {}

    /// @param role `ACTION` or `INFO`
    record Line(@Nullable String target, @Nullable String role, @Nullable String precedence) {}

    /// @param id keeps a row what it is through changes; a row without is a new one
    record Row(
            @Nullable String id,
            @Nullable String role,
            @Nullable String heading,
            @Nullable String text,
            @Nullable String mark,
            @JsonSetter(contentNulls = Nulls.FAIL) @Nullable Map<String, String> terms) {}

    record Link(
            @Nullable String number,
            @Nullable String relation,
            @Nullable Boolean notal,
            @Nullable Boolean external) {}

    record Kept(@Nullable String id, @Nullable String mark) {}

    /// @param stood the draft as it stood
    /// @throws org.chancery.kernel.Refusal with everything that cannot be read
    Content over(Content stood) {
        var problems = new Problems();
        others.keySet().stream()
                .sorted()
                .forEach(key -> problems.add(unknown("", key, "the fields of a draft")));
        var head = head(stood.with(), stood, problems);
        var content = text(head, stood, problems).build();
        problems.refuse();
        return content;
    }

    private ContentBuilder head(ContentBuilder into, Content stood, Problems problems) {
        return into.type(or(type, stood.type()))
                .subject(or(subject, stood.subject()).strip())
                .subjectMark(or(subjectMark, stood.subjectMark()))
                .classification(
                        classification == null
                                ? stood.classification()
                                : authority(classification, stood.classification()))
                .captions(or(captions, stood.captions()))
                .topics(or(topics, stood.topics()))
                .precedence(
                        or(actionPrecedence, stood.actionPrecedence()),
                        or(infoPrecedence, stood.infoPrecedence()))
                .timing(timing == null ? stood.timing() : timing(timing, stood.timing(), problems))
                .addresses(addresses == null ? stood.addresses() : lines(addresses, problems))
                .excluded(or(excluded, stood.excluded()))
                .attention(or(attention, stood.attention()));
    }

    private ContentBuilder text(ContentBuilder into, Content stood, Problems problems) {
        return into.paragraphs(paragraphs == null ? stood.paragraphs() : rows(paragraphs, problems))
                .references(references == null ? stood.references() : links(references, problems))
                .attachments(
                        attachments == null
                                ? stood.attachments()
                                : kept(attachments, stood.attachments(), problems))
                .minimizeConsidered(or(minimizeConsidered, stood.minimizeConsidered()))
                .exercise(or(exercise, stood.exercise()).strip())
                .signedBy(or(signedBy, stood.signedBy()).strip());
    }

    private static Classification authority(Authority input, Classification stood) {
        return new Classification(
                or(input.banner, stood.banner()),
                or(input.compilationReason, stood.compilationReason()),
                or(input.classifiedBy, stood.classifiedBy()),
                or(input.reason, stood.reason()),
                or(input.derivedFrom, stood.derivedFrom()),
                or(input.declassifyOn, stood.declassifyOn()));
    }

    private static Timing timing(Times input, Timing stood, Problems problems) {
        return new Timing(
                time("replyBy", input.replyBy, stood.replyBy(), problems),
                time("deskBy", input.deskBy, stood.deskBy(), problems));
    }

    private static @Nullable Instant time(
            String field, @Nullable String text, @Nullable Instant stood, Problems problems) {
        if (text == null) {
            return stood;
        }
        if (text.isBlank()) {
            return null;
        }
        try {
            return Instant.parse(text.strip());
        } catch (DateTimeException e) {
            problems.add(Problem.at(field, DraftRefusal.TIME_MALFORMED, text));
            return stood;
        }
    }

    private static List<AddressLine> lines(List<Line> input, Problems problems) {
        return input.stream()
                .map(
                        line ->
                                new AddressLine(
                                        given("action", line.target, "target", problems),
                                        word(
                                                "action",
                                                or(line.role, ""),
                                                Addressing.ACTION,
                                                problems),
                                        or(line.precedence, "")))
                .toList();
    }

    private static String given(
            String field, @Nullable String value, String name, Problems problems) {
        var text = or(value, "").strip();
        problems.require(!text.isEmpty(), field, KernelRefusal.VALUE_MISSING, name);
        return text;
    }

    private static List<Paragraph> rows(List<Row> input, Problems problems) {
        var rows = new ArrayList<Paragraph>();
        var ids = new HashSet<UUID>();
        for (var row : input) {
            var id = row.id == null ? UUID.randomUUID() : uuid(row.id, problems);
            var role = or(row.role, "TEXT");
            var text = or(row.text, "").strip();
            problems.require(ids.add(id), "", KernelRefusal.VALUE_UNKNOWN, id.toString(), "UUID");
            if (!CableType.ROLES.contains(role)) {
                problems.add(unknown("text-" + id, role, String.join(", ", CableType.ROLES)));
            }
            problems.require(
                    text.length() <= Paragraph.LONGEST_TEXT,
                    "text-" + id,
                    KernelRefusal.VALUE_TOO_LONG,
                    String.valueOf(rows.size() + 1),
                    text.length(),
                    Paragraph.LONGEST_TEXT);
            rows.add(
                    new Paragraph(
                            id,
                            role,
                            "",
                            or(row.heading, ""),
                            text,
                            or(row.mark, ""),
                            row.terms == null ? Map.of() : row.terms));
        }
        return Outline.named(rows);
    }

    private static List<Reference> links(List<Link> input, Problems problems) {
        var links = new ArrayList<Reference>();
        for (var link : input) {
            links.add(
                    new Reference(
                            given("ref-" + links.size(), link.number, "number", problems),
                            word(
                                    "ref-" + links.size(),
                                    or(link.relation, "REFERS"),
                                    Reference.Relation.REFERS,
                                    problems),
                            Boolean.TRUE.equals(link.notal),
                            Boolean.TRUE.equals(link.external)));
        }
        return links;
    }

    private static List<Attachment> kept(
            List<Kept> input, List<Attachment> stood, Problems problems) {
        var files = new ArrayList<Attachment>();
        for (var kept : input) {
            var id = or(kept.id, "");
            var known = stood.stream().filter(file -> file.id().toString().equals(id)).findFirst();
            if (known.isEmpty()) {
                var ids = stood.stream().map(file -> file.id().toString());
                problems.add(
                        unknown("attachment-" + id, id, ids.collect(Collectors.joining(", "))));
                continue;
            }
            var file = known.get();
            files.add(
                    new Attachment(
                            file.id(),
                            file.hash(),
                            file.name(),
                            file.mediaType(),
                            file.size(),
                            or(kept.mark, file.mark())));
        }
        return files;
    }

    private static UUID uuid(String text, Problems problems) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            problems.add(unknown("", text, "UUID"));
            return UUID.randomUUID();
        }
    }

    private static <E extends Enum<E>> E word(
            String field, String text, E standIn, Problems problems) {
        var known = standIn.getDeclaringClass().getEnumConstants();
        for (var constant : known) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        var names = Arrays.stream(known).map(Enum::name).collect(Collectors.joining(", "));
        problems.add(unknown(field, text, names));
        return standIn;
    }

    private static Problem unknown(String field, String value, String known) {
        return Problem.at(field, KernelRefusal.VALUE_UNKNOWN, value, known);
    }

    private static <T> T or(@Nullable T value, T absent) {
        return value == null ? absent : value;
    }
}
