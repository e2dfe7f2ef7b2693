// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import com.github.difflib.DiffUtils;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.chancery.kernel.Sha256;

/// A consolidated law as its sections, each known by its heading and a fingerprint of its words.
/// Marks of the format, line breaks and bullets do not count: the same words in another format are
/// the same text.
///
/// @param title as the first line says it
/// @param sections in the order of the text, at least one
record LawText(String title, List<Section> sections) {

    /// `§ 12a`, `Article 3`, `Art. 16a`, with or without the marks of Markdown or Org before it.
    private static final Pattern HEADING =
            Pattern.compile(
                    "^(?:[#*]+\\s+)?((?:§{1,2}|Art(?:icle|ikel|\\.)?)\\s*\\d+\\s?[a-z]{0,2})(?=$|[\\s–—:.(-]).*");

    private static final int LONGEST_HEADING_LINE = 200;

    LawText {
        sections = List.copyOf(sections);
    }

    /// @param heading short: `§ 12a`
    /// @param hash of its words
    record Section(String heading, String hash) {}

    /// @param changed headings whose words differ, and those added and removed, in order
    record Change(List<String> changed, List<String> added, List<String> removed) {

        Change {
            changed = List.copyOf(changed);
            added = List.copyOf(added);
            removed = List.copyOf(removed);
        }

        boolean isEmpty() {
            return changed.isEmpty() && added.isEmpty() && removed.isEmpty();
        }

        int count() {
            return changed.size() + added.size() + removed.size();
        }
    }

    /// @throws Refusal `LAW_WITHOUT_SECTIONS` if no line is a heading
    static LawText read(String file, String text) {
        var sections = new ArrayList<Section>();
        var seen = new HashMap<String, Integer>();
        var heading = "";
        var words = new StringBuilder();
        var title = "";
        for (var line : text.lines().toList()) {
            var match = HEADING.matcher(line.strip());
            if (match.matches() && line.length() <= LONGEST_HEADING_LINE && begins(line)) {
                close(sections, heading, words);
                var plain = match.group(1).replaceAll("\\s+", " ").strip();
                var times = seen.merge(plain, 1, Integer::sum);
                heading = times == 1 ? plain : plain + " (" + times + ")";
                words.setLength(0);
            } else if (title.isEmpty() && !line.isBlank()) {
                title = line.replaceFirst("^[#%*\\s]+", "").replaceFirst("^\\[[^]]*]\\s*", "");
            }
            words.append(line).append(' ');
        }
        close(sections, heading, words);
        if (sections.isEmpty()) {
            throw new Refusal(Problem.at("files", MeasureRefusal.LAW_WITHOUT_SECTIONS, file));
        }
        return new LawText(title.replaceAll("\\s+", " ").strip(), sections);
    }

    /// A paragraph that opens with “§ 3 Absatz 2 gilt …” is no heading: a heading is marked, or
    /// stands alone on its line.
    private static boolean begins(String line) {
        var plain = line.strip();
        return plain.startsWith("#")
                || plain.startsWith("*")
                || plain.matches(
                        "(?:§{1,2}|Art(?:icle|ikel|\\.)?)\\s*\\d+\\s?[a-z]{0,2}(?:\\s*[–—-].*)?");
    }

    private static void close(List<Section> sections, String heading, StringBuilder words) {
        if (!heading.isEmpty()) {
            var plain = words.toString().replaceAll("[^\\p{L}\\p{N}§]+", " ").strip();
            sections.add(new Section(heading, Sha256.hex(plain)));
        }
    }

    /// What this text says otherwise than the one before it.
    Change since(LawText before) {
        var gone = new LinkedHashSet<String>();
        var come = new LinkedHashSet<String>();
        for (var delta : DiffUtils.diff(before.sections, sections).getDeltas()) {
            delta.getSource().getLines().forEach(section -> gone.add(section.heading()));
            delta.getTarget().getLines().forEach(section -> come.add(section.heading()));
        }
        var old = headings(before);
        var now = headings(this);
        var same = Set.copyOf(before.sections);
        return new Change(
                come.stream()
                        .filter(old::contains)
                        .filter(
                                h ->
                                        sections.stream()
                                                .noneMatch(
                                                        s ->
                                                                s.heading().equals(h)
                                                                        && same.contains(s)))
                        .toList(),
                come.stream().filter(h -> !old.contains(h)).toList(),
                gone.stream().filter(h -> !now.contains(h)).toList());
    }

    private static Set<String> headings(LawText text) {
        return text.sections.stream().map(Section::heading).collect(Collectors.toSet());
    }
}
