// SPDX-License-Identifier: Apache-2.0
package org.chancery.draft;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chancery.access.ReadScope;
import org.chancery.cable.Classification;
import org.chancery.cable.Content;
import org.chancery.kernel.KernelRefusal;
import org.chancery.policy.Handling;
import org.chancery.policy.Policy;
import org.springframework.stereotype.Component;

/// Marks of the portions, the banner above them, and on whose authority and how long the cable is
/// classified (MSG-012 to MSG-016).
@Component
class MarkingRules implements ReleaseCheck {

    private final Policy policy;
    private final Banner banner;
    private final Clock clock;

    MarkingRules(Policy policy, Banner banner, Clock clock) {
        this.policy = policy;
        this.banner = banner;
        this.clock = clock;
    }

    /// A portion and its mark.
    ///
    /// @param kind `subject`, `paragraph` or `attachment`
    /// @param name number of the paragraph or name of the file
    private record Portion(String kind, String name, String mark, String field) {}

    @Override
    public List<Check> check(Draft draft, ReadScope reader) {
        var content = draft.content();
        var found = new ArrayList<Check>();
        var portions = portions(content);
        portions.stream().filter(this::unmarked).map(MarkingRules::missing).forEach(found::add);
        banner(content, portions).ifPresent(found::add);
        if (policy.handling().level(banner.rank(content)).classified()) {
            authority(content.classification()).ifPresent(found::add);
        }
        declassify(content.classification().declassifyOn()).ifPresent(found::add);
        return found;
    }

    private static List<Portion> portions(Content content) {
        var portions = new ArrayList<Portion>();
        portions.add(new Portion("subject", "", content.subjectMark(), "subjectMark"));
        var number = 0;
        for (var row : content.paragraphs()) {
            portions.add(
                    new Portion(
                            "paragraph", String.valueOf(++number), row.mark(), "mark-" + row.id()));
        }
        for (var file : content.attachments()) {
            portions.add(
                    new Portion("attachment", file.name(), file.mark(), "attachment-" + file.id()));
        }
        return portions;
    }

    /// A mark nobody knows is none; an empty one is only where the policy asks for each.
    private boolean unmarked(Portion portion) {
        return portion.mark().isEmpty()
                ? policy.limits().portionMarks()
                : policy.handling().find(portion.mark()).isEmpty();
    }

    private static Check missing(Portion portion) {
        return switch (portion.kind()) {
            case "subject" -> Check.blocks(portion.field(), DraftRefusal.SUBJECT_MARK_MISSING);
            case "attachment" ->
                    Check.blocks(
                            portion.field(), DraftRefusal.ATTACHMENT_MARK_MISSING, portion.name());
            default ->
                    Check.blocks(
                            portion.field(), DraftRefusal.PORTION_MARK_MISSING, portion.name());
        };
    }

    private Optional<Check> banner(Content content, List<Portion> portions) {
        var handling = policy.handling();
        var chosen = content.classification().banner();
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        if (handling.find(chosen).isEmpty()) {
            var known = handling.levels().stream().map(Handling.Level::code).toList();
            return Optional.of(
                    Check.blocks(
                            "banner",
                            KernelRefusal.VALUE_UNKNOWN,
                            chosen,
                            String.join(", ", known)));
        }
        var highest = banner.highestMark(content);
        if (handling.rank(chosen) < highest) {
            return Optional.of(tooLow(chosen, highest, portions));
        }
        return handling.rank(chosen) > highest
                        && content.classification().compilationReason().isBlank()
                ? Optional.of(
                        Check.blocks(
                                "compilationReason",
                                DraftRefusal.COMPILATION_UNEXPLAINED,
                                handling.level(highest).code(),
                                mixed(portions) ? "mixed" : "same"))
                : Optional.empty();
    }

    private static boolean mixed(List<Portion> portions) {
        return portions.stream().map(Portion::mark).distinct().count() > 1;
    }

    private Check tooLow(String chosen, int highest, List<Portion> portions) {
        var first =
                portions.stream()
                        .filter(portion -> policy.handling().rank(portion.mark()) == highest)
                        .findFirst()
                        .orElseThrow();
        return Check.blocks(
                "banner",
                DraftRefusal.BANNER_TOO_LOW,
                first.kind(),
                first.name(),
                policy.handling().level(highest).code(),
                chosen);
    }

    private static Optional<Check> authority(Classification block) {
        var original = !block.classifiedBy().isBlank() && !block.reason().isBlank();
        var derived = !block.derivedFrom().isBlank() && !block.declassifyOn().isBlank();
        return original || derived
                ? Optional.empty()
                : Optional.of(Check.blocks("authority", DraftRefusal.AUTHORITY_INCOMPLETE));
    }

    private Optional<Check> declassify(String written) {
        if (written.isBlank()) {
            return Optional.empty();
        }
        var today = LocalDate.now(clock);
        var longest = policy.limits().longestClassification();
        try {
            var day = LocalDate.parse(written.strip());
            if (day.isBefore(today)) {
                return Optional.of(
                        Check.blocks("declassifyOn", DraftRefusal.DECLASSIFY_PAST, day.toString()));
            }
            return day.isAfter(today.plusYears(longest))
                    ? Optional.of(
                            Check.blocks(
                                    "declassifyOn",
                                    DraftRefusal.DECLASSIFY_TOO_LATE,
                                    longest,
                                    today.plusYears(longest).toString()))
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.of(
                    Check.blocks(
                            "declassifyOn", DraftRefusal.DECLASSIFY_MALFORMED, written.strip()));
        }
    }
}
