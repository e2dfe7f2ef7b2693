// SPDX-License-Identifier: Apache-2.0
package org.chancery.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /// Type in which a report is drafted when it becomes a cable.
    private static final String REPORT = "REPORT";

    private static final String CODE = "[A-Z0-9](?:[A-Z0-9_-]{0,38}[A-Z0-9])?";
    private static final String DOMAIN =
            "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9-]{2,63}";
    private static final String MEDIA_TYPE = "[a-z0-9][a-z0-9.+-]*/[a-z0-9][a-z0-9.+-]*";

    /// What the server takes at most in one request.
    private static final DataSize LARGEST = DataSize.ofMegabytes(25);

    private final PolicyNode file;
    private final Problems problems = new Problems();

    private PolicyFile(Object content) {
        file = new PolicyNode("", content, problems);
    }

    /// @throws Refusal with everything that is wrong with the file (POL-001)
    static Policy read(String text) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            Object content = new Yaml(new SafeConstructor(options)).load(text);
            return new PolicyFile(content == null ? Map.of() : content).policy(Sha256.hex(text));
        } catch (YAMLException e) {
            throw new Refusal(PolicyRefusal.POLICY_UNREADABLE, String.valueOf(e.getMessage()));
        }
    }

    private Policy policy(String hash) {
        var levels = levels();
        var levelCodes = levels.stream().map(Handling.Level::code).collect(Collectors.toSet());
        var captions = file.each("captions", "code", entry -> caption(entry, levelCodes));
        var traffic = traffic();
        var numbering = file.some("numbering", "", PolicyFile::numbering);
        var clearing = clearing(file.child("clearing"));
        var limits = limits(file.child("limits"));
        var domains = file.each("mailDomains", "domain", entry -> domain(entry, levelCodes));
        var name = file.text("name");
        var version = file.text("version");
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

    private Traffic traffic() {
        var letterheads = file.some("letterheads", "code", PolicyFile::letterhead);
        var heads = letterheads.stream().map(Letterhead::code).collect(Collectors.toSet());
        var precedences = precedences();
        var topics = file.some("topics", "code", PolicyFile::topic);
        var types = file.some("types", "code", entry -> type(entry, heads));
        if (!types.isEmpty() && types.stream().noneMatch(type -> type.code().equals(REPORT))) {
            file.wrong("types", PolicyNode.oneOf(codes(types)), "{ code: REPORT, … }");
        }
        return new Traffic(precedences, topics, types, letterheads);
    }

    private static List<String> codes(List<CableType> types) {
        return types.stream().map(CableType::code).toList();
    }

    /// Every office must find a scheme: the last one is for all that none before was for, and no
    /// other is, or those behind it would never be asked.
    private void requireFallback(List<Numbering> numbering) {
        for (int i = 0; i < numbering.size(); i++) {
            var last = i == numbering.size() - 1;
            if (numbering.get(i).offices().isEmpty() != last) {
                file.wrong(
                        "numbering[" + (i + 1) + "].offices",
                        numbering.get(i).offices().toString(),
                        last ? "[]" : "[BERLIN]");
            }
        }
    }

    private List<Handling.Level> levels() {
        var ranks = new int[1];
        var portions = new HashSet<String>();
        return file.some(
                "levels",
                "code",
                entry -> {
                    var portion = entry.text("portion");
                    if (!portion.isBlank() && !portions.add(portion)) {
                        entry.twice("portion", portion);
                    }
                    return new Handling.Level(
                            code(entry),
                            ranks[0]++,
                            entry.names(),
                            portion,
                            entry.flag("classified"));
                });
    }

    private static String code(PolicyNode entry) {
        return entry.shaped("code", CODE, "A-Z 0-9 _ -, 1 – 40");
    }

    private static Handling.Caption caption(PolicyNode entry, Set<String> levels) {
        var atLeast = entry.optional("atLeast");
        entry.requireKnown("atLeast", atLeast, levels);
        return new Handling.Caption(
                code(entry),
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
        return file.some(
                "precedences",
                "code",
                entry ->
                        new Precedence(
                                code(entry),
                                ranks[0]++,
                                entry.shaped("letter", "\\p{Lu}", "Z"),
                                entry.duration("handling"),
                                entry.flag("nightAction"),
                                entry.flag("actionOnly"),
                                entry.flag("justified"),
                                entry.flag("alerts"),
                                entry.names()));
    }

    private static Topic topic(PolicyNode entry) {
        var from = entry.date("from");
        var until = entry.date("until");
        if (from != null && until != null && until.isBefore(from)) {
            entry.wrong("until", until.toString(), "≥ " + from);
        }
        return new Topic(code(entry), entry.names(), from, until);
    }

    private static CableType type(PolicyNode entry, Set<String> letterheads) {
        var letterhead = entry.text("letterhead");
        entry.requireKnown("letterhead", letterhead, letterheads);
        var outline = entry.strings("outline");
        outline.forEach(role -> entry.requireKnown("outline", role, Set.copyOf(CableType.ROLES)));
        return new CableType(
                code(entry),
                entry.names(),
                entry.flag("informationOnly"),
                entry.flag("silence"),
                letterhead,
                outline);
    }

    private static Letterhead letterhead(PolicyNode entry) {
        var language = entry.text("language");
        if (!language.isBlank() && Locale.forLanguageTag(language).getLanguage().isEmpty()) {
            entry.wrong("language", language, "en, de, fr");
        }
        var words = entry.words("words", "from", "action", "info", "subject");
        var allowed =
                Stream.concat(
                        Letterhead.KEYS.stream(), CableType.ROLES.stream().map(r -> "row." + r));
        entry.requireKeys("words", words.keySet(), allowed.collect(Collectors.toSet()));
        return new Letterhead(code(entry), language, words);
    }

    private static Numbering numbering(PolicyNode entry) {
        var scope = entry.word("scope", Numbering.Scope.class);
        var template = entry.text("template");
        if (!template.isBlank() && !Numbering.holds(template, scope)) {
            entry.wrong("template", template, PolicyNode.oneOf(scope.required()));
        }
        var series = "";
        if (scope == Numbering.Scope.SYSTEM_YEAR) {
            series = entry.text("series");
            office(entry, "series", series);
        }
        var offices =
                offices(entry, "offices").stream()
                        .map(OfficeCode::value)
                        .collect(Collectors.toSet());
        return new Numbering(offices, scope, series, template);
    }

    private static ClearingPolicy clearing(PolicyNode entry) {
        var operations = entry.optional("operations");
        var editorial = new HashSet<Editorial>();
        for (var word : entry.distinct("editorial")) {
            editorial.add(
                    entry.parsed(
                            "editorial",
                            word,
                            Editorial::valueOf,
                            PolicyNode.oneOf(List.of(Editorial.values())),
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
        entry.distinct(key).forEach(code -> codes.add(office(entry, key, code)));
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
                        entry.number("smallestCount", 0, 1000),
                        largestAttachment(entry),
                        mediaTypes(entry));
        entry.refuseUnknown();
        return limits;
    }

    private static DataSize largestAttachment(PolicyNode entry) {
        var key = "largestAttachment";
        var written = entry.text(key);
        var size = entry.parsed(key, written, DataSize::parse, "10MB", DataSize.ofMegabytes(1));
        if (size.toBytes() < 1 || size.compareTo(LARGEST) > 0) {
            entry.wrong(key, written, "1KB – " + LARGEST.toMegabytes() + "MB");
        }
        return size;
    }

    private static Set<String> mediaTypes(PolicyNode entry) {
        var types = entry.distinct("attachmentTypes");
        types.stream()
                .filter(type -> !type.matches(MEDIA_TYPE))
                .forEach(type -> entry.wrong("attachmentTypes", type, "application/pdf"));
        return types;
    }

    private static Policy.MailDomain domain(PolicyNode entry, Set<String> levels) {
        var upTo = entry.text("upTo");
        entry.requireKnown("upTo", upTo, levels);
        return new Policy.MailDomain(entry.shaped("domain", DOMAIN, "partner.example"), upTo);
    }
}
