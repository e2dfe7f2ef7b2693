// SPDX-License-Identifier: Apache-2.0
package org.chancery;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.chancery.access.Accounts;
import org.chancery.access.Actor;
import org.chancery.access.Permission;
import org.chancery.cable.AddressLine;
import org.chancery.cable.Addressing;
import org.chancery.cable.Cable;
import org.chancery.cable.Content;
import org.chancery.cable.Paragraph;
import org.chancery.clearance.Clearances;
import org.chancery.directory.Office;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.draft.Draft;
import org.chancery.draft.Drafts;
import org.chancery.evidence.ClaimId;
import org.chancery.evidence.Claims;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// Writes, clears and releases the instruction of the worked example through the same doors and
/// rules as any cable; only its moment lies in the past.
@Component
class ExampleInstruction {

    private static final String MARK = "SBU";
    private static final Instant RELEASED = Instant.parse("2025-11-21T15:30:00Z");

    private final Accounts accounts;
    private final Offices offices;
    private final Drafts drafts;
    private final Clearances clearances;
    private final Claims claims;

    ExampleInstruction(
            Accounts accounts,
            Offices offices,
            Drafts drafts,
            Clearances clearances,
            Claims claims) {
        this.accounts = accounts;
        this.offices = offices;
        this.drafts = drafts;
        this.clearances = clearances;
        this.claims = claims;
    }

    void load(Consumer<String> say) {
        var file = read("instruction.yaml");
        var rests = new HashMap<UUID, ClaimId>();
        var desk = actor("desk");
        var draft = drafts.start(content(file, rests), desk);
        rests.forEach(
                (paragraph, claim) -> claims.link(paragraph, draft, Optional.of(claim), desk));
        var cable = release(draft, RELEASED);
        say.accept(
                "instruction.yaml: "
                        + cable.mrn()
                        + " to "
                        + cable.offices(Addressing.ACTION).size()
                        + " posts");
    }

    /// Through the clearances the policy asks for, then out, as of a moment of the past.
    Cable release(Draft draft, Instant at) {
        var sent = clearances.send(draft.id(), draft.version(), Set.of(), actor("desk"));
        for (var step : clearances.of(sent)) {
            clearances.clear(draft.id(), draft.version(), "", clearer(step.office()));
        }
        return drafts.releaseAt(draft.id(), draft.version(), actor("director"), at);
    }

    private Actor clearer(OfficeCode office) {
        return accounts.holders(office, Permission.CLEAR).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody clears for " + office));
    }

    Actor actor(String signIn) {
        return accounts.actor(signIn)
                .orElseThrow(() -> new IllegalStateException("nobody signs in as " + signIn));
    }

    private Content content(Map<String, Object> file, Map<UUID, ClaimId> rests) {
        var rows = new ArrayList<Paragraph>();
        rows.add(row("OBJECTIVE", "", text(file, "objective"), Map.of()));
        rows.add(row("BACKGROUND", "", text(file, "background"), Map.of()));
        rows.add(row("ACTION_REQUEST", "", text(file, "level"), Map.of()));
        rows.add(
                row(
                        "CONTACT",
                        "",
                        text(map(file, "contact"), "function"),
                        Map.of("office", text(map(file, "contact"), "office"))));
        for (var point : list(file, "points")) {
            var row =
                    row(
                            "POINT",
                            "P" + text(point, "n"),
                            text(point, "text"),
                            Map.of("scope", text(point, "scope")));
            rows.add(row);
            if (point.get("claim") != null) {
                rests.put(row.id(), new ClaimId(text(point, "claim")));
            }
        }
        list(file, "asks")
                .forEach(ask -> rows.add(row("ASK", text(ask, "id"), text(ask, "text"), Map.of())));
        list(file, "requirements")
                .forEach(
                        requirement ->
                                rows.add(
                                        row(
                                                "REQUIREMENT",
                                                text(requirement, "id"),
                                                text(requirement, "text"),
                                                terms(requirement))));
        var precedence = map(file, "precedence");
        return Content.blank("INSTRUCTION", MARK, text(precedence, "action"))
                .with()
                .subject(text(file, "subject"))
                .topics(strings(file, "topics"))
                .precedence(text(precedence, "action"), text(precedence, "info"))
                .addresses(addresses(file))
                .paragraphs(rows)
                .exercise(text(file, "exercise"))
                .signedBy(text(file, "signed_by"))
                .build();
    }

    private static Map<String, String> terms(Map<String, Object> requirement) {
        var terms = new HashMap<String, String>();
        terms.put("form", text(requirement, "form"));
        if (requirement.get("due") != null) {
            terms.put("due", date(requirement.get("due")));
        }
        if (requirement.get("recurring") != null) {
            terms.put("recurring", text(requirement, "recurring"));
        }
        if (requirement.get("rounds") instanceof List<?> rounds) {
            terms.put(
                    "rounds",
                    rounds.stream().map(ExampleInstruction::date).collect(Collectors.joining(",")));
        }
        if (requirement.get("nil_report") != null) {
            terms.put("nilReport", text(requirement, "nil_report"));
        }
        return terms;
    }

    private List<AddressLine> addresses(Map<String, Object> file) {
        var action = map(file, "action");
        var lines = new ArrayList<AddressLine>();
        strings(action, "collectives")
                .forEach(code -> lines.add(new AddressLine(code, Addressing.ACTION)));
        var hosts = Set.copyOf(strings(action, "posts_in"));
        for (var post : offices.posts()) {
            if (hosts.contains(post.host().value())) {
                lines.add(new AddressLine(post.code().value(), Addressing.ACTION));
            }
        }
        for (var office : offices.all()) {
            if (office instanceof Office.Bureau bureau && bureau.taskingAuthority()) {
                lines.add(new AddressLine(bureau.code().value(), Addressing.INFO));
            }
        }
        return lines;
    }

    private static Paragraph row(
            String role, String label, String text, Map<String, String> terms) {
        return new Paragraph(UUID.randomUUID(), role, label, "", text.strip(), MARK, terms);
    }

    static Map<String, Object> read(String name) {
        return readFrom("/example/" + name);
    }

    static Map<String, Object> readFrom(String path) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(open(path));
    }

    static List<Map<String, Object>> readList(String name) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(open("/example/" + name));
    }

    private static String open(String name) {
        try (InputStream stream = ExampleInstruction.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("The jar has no " + name);
            }
            return new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("reading " + name, e);
        }
    }

    static String text(Map<String, Object> entry, String key) {
        var value = entry.get(key);
        return value == null ? "" : value.toString();
    }

    /// A date as YAML gives it: its own type, or a word.
    static String date(@Nullable Object value) {
        return value instanceof java.util.Date date
                ? LocalDate.ofInstant(date.toInstant(), java.time.ZoneOffset.UTC).toString()
                : String.valueOf(value);
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> list(Map<String, Object> entry, String key) {
        return entry.get(key) instanceof List<?> list
                ? (List<Map<String, Object>>) list
                : List.of();
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Map<String, Object> entry, String key) {
        return entry.get(key) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    static List<String> strings(Map<String, Object> entry, String key) {
        return entry.get(key) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
