// SPDX-License-Identifier: Apache-2.0
package org.chancery.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.directory.OfficeCode;
import org.chancery.kernel.Problems;
import org.chancery.kernel.Refusal;
import org.chancery.kernel.Sha256;
import org.chancery.policy.ClearingPolicy.Editorial;
import org.springframework.util.unit.DataSize;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/// Reads a policy file. Every mistake is reported with its place, not only the first.
final class PolicyFile {

    private final PolicyNode file;
    private final Problems problems = new Problems();

    private PolicyFile(Object content) {
        file = new PolicyNode("", content, problems);
    }

    /// @throws Refusal with everything that is wrong with the file (POL-001)
    static Policy read(String text) {
        try {
            Object content = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            return new PolicyFile(content == null ? Map.of() : content).policy(Sha256.hex(text));
        } catch (YAMLException e) {
            throw new Refusal(PolicyRefusal.POLICY_UNREADABLE, String.valueOf(e.getMessage()));
        }
    }

    private Policy policy(String hash) {
        var levels = levels();
        var levelCodes = levels.stream().map(Handling.Level::code).collect(Collectors.toSet());
        var captions = file.each("captions", entry -> caption(entry, levelCodes));
        var letterheads = file.each("letterheads", PolicyFile::letterhead);
        var heads = letterheads.stream().map(Letterhead::code).collect(Collectors.toSet());
        var traffic =
                new Traffic(
                        precedences(),
                        file.each("topics", PolicyFile::topic),
                        file.each("types", entry -> type(entry, heads)),
                        letterheads);
        var numbering = file.each("numbering", PolicyFile::numbering);
        var clearing = clearing(file.child("clearing"));
        var limits = limits(file.child("limits"));
        var domains = file.each("mailDomains", entry -> domain(entry, levelCodes));
        var name = file.text("name");
        var version = file.text("version");
        requireSome("levels", levels);
        requireSome("precedences", traffic.precedences());
        requireSome("types", traffic.types());
        requireSome("letterheads", letterheads);
        requireFallback(numbering);
        file.refuseUnknown();
        problems.refuse();
        return new Policy(
                name,
                version,
                hash,
                new Handling(levels, captions),
                traffic,
                numbering,
                clearing,
                limits,
                domains);
    }

    private void requireSome(String key, List<?> entries) {
        if (entries.isEmpty()) {
            file.wrong(key, "[]", "1 – n");
        }
    }

    /// Every office must find a scheme: the last one is for all that none before was for.
    private void requireFallback(List<Numbering> numbering) {
        if (numbering.isEmpty() || !numbering.getLast().offices().isEmpty()) {
            file.wrong("numbering", String.valueOf(numbering.size()), "offices: []");
        }
    }

    private List<Handling.Level> levels() {
        var ranks = new int[1];
        return file.each(
                "levels",
                entry ->
                        new Handling.Level(
                                entry.text("code"),
                                ranks[0]++,
                                entry.names(),
                                entry.text("portion"),
                                entry.flag("classified")));
    }

    private static Handling.Caption caption(PolicyNode entry, Set<String> levels) {
        var atLeast = entry.optional("atLeast");
        entry.requireKnown("atLeast", atLeast, levels);
        return new Handling.Caption(
                entry.text("code"),
                entry.names(),
                entry.flag("channel"),
                entry.flag("alone"),
                entry.flag("held"),
                atLeast,
                entry.flag("nationalsOnly"),
                !entry.flag("informs"));
    }

    private List<Precedence> precedences() {
        var ranks = new int[1];
        return file.each(
                "precedences",
                entry ->
                        new Precedence(
                                entry.text("code"),
                                ranks[0]++,
                                entry.text("letter"),
                                entry.duration("handling"),
                                entry.flag("nightAction"),
                                entry.flag("actionOnly"),
                                entry.flag("justified"),
                                entry.flag("alerts"),
                                entry.names()));
    }

    private static Topic topic(PolicyNode entry) {
        return new Topic(
                entry.text("code"), entry.names(), entry.date("from"), entry.date("until"));
    }

    private static CableType type(PolicyNode entry, Set<String> letterheads) {
        var letterhead = entry.text("letterhead");
        entry.requireKnown("letterhead", letterhead, letterheads);
        return new CableType(
                entry.text("code"),
                entry.names(),
                entry.flag("informationOnly"),
                entry.flag("silence"),
                letterhead,
                entry.strings("outline"));
    }

    private static Letterhead letterhead(PolicyNode entry) {
        return new Letterhead(
                entry.text("code"),
                entry.text("language"),
                entry.words("words", "from", "action", "info", "subject"));
    }

    private static Numbering numbering(PolicyNode entry) {
        var scope = entry.word("scope", Numbering.Scope.class);
        var template = entry.text("template");
        if (!template.contains("{serial")) {
            entry.wrong("template", template, "{serial}");
        }
        var series =
                scope == Numbering.Scope.SYSTEM_YEAR
                        ? entry.text("series")
                        : entry.optional("series");
        return new Numbering(new HashSet<>(entry.strings("offices")), scope, series, template);
    }

    private static ClearingPolicy clearing(PolicyNode entry) {
        var operations = entry.optional("operations");
        var editorial = new HashSet<Editorial>();
        for (var word : entry.strings("editorial")) {
            editorial.add(
                    entry.parsed(
                            "editorial",
                            word,
                            Editorial::valueOf,
                            List.of(Editorial.values()).toString(),
                            Editorial.WHITE_SPACE));
        }
        var clearing =
                new ClearingPolicy(
                        offices(entry, "instructions"),
                        entry.flag("regionalBureaus"),
                        entry.flag("countryOffices"),
                        operations.isEmpty() ? null : office(entry, "operations", operations),
                        entry.duration("shortestSilence"),
                        editorial);
        entry.refuseUnknown();
        return clearing;
    }

    private static List<OfficeCode> offices(PolicyNode entry, String key) {
        var codes = new ArrayList<OfficeCode>();
        entry.strings(key).forEach(code -> codes.add(office(entry, key, code)));
        return codes;
    }

    private static OfficeCode office(PolicyNode entry, String key, String code) {
        return entry.parsed(key, code, OfficeCode::new, "A-Z 0-9", new OfficeCode("X"));
    }

    private static Limits limits(PolicyNode entry) {
        var limits =
                new Limits(
                        entry.number("summaryOver", 200, 200_000),
                        entry.number("longestClassification", 1, 100),
                        entry.flag("portionMarks"),
                        entry.parsed(
                                "largestAttachment",
                                entry.text("largestAttachment"),
                                DataSize::parse,
                                "10MB",
                                DataSize.ofMegabytes(1)),
                        new HashSet<>(entry.strings("attachmentTypes")));
        entry.refuseUnknown();
        return limits;
    }

    private static Policy.MailDomain domain(PolicyNode entry, Set<String> levels) {
        var upTo = entry.text("upTo");
        entry.requireKnown("upTo", upTo, levels);
        return new Policy.MailDomain(entry.text("domain"), upTo);
    }
}
