// SPDX-License-Identifier: Apache-2.0
package org.chancery.finding;

import java.util.List;
import java.util.Objects;
import org.chancery.kernel.ReducedDate;
import org.jspecify.annotations.Nullable;

/// A measure as a person or a program says it: texts as typed, checked all at once (MEA-001 to
/// MEA-012). Nothing given is the empty text.
///
/// @param summaryEn and the other texts: own words
/// @param version of the vocabulary; 0 for the one valid today
/// @param personsChecked a person confirms that what looks like a name of a person is none (MEA-008)
public record NewMeasure(
        String titleEn,
        String titleDe,
        String summaryEn,
        String summaryDe,
        String originalTitle,
        String originalLanguage,
        String jurisdiction,
        String subdivision,
        String level,
        List<String> affects,
        String subject,
        int version,
        String area,
        List<String> tools,
        List<String> targetGroups,
        List<String> targetOrigins,
        String groupNote,
        String instrument,
        String direction,
        String magnitude,
        String justification,
        String effectiveFrom,
        String effectiveTo,
        List<Reference> references,
        List<Relation> relations,
        String implementationNote,
        String confidence,
        String confidenceReason,
        List<Citation> sources,
        String family,
        boolean personsChecked) {

    public record Reference(
            String scheme, String value, String uri, String source, boolean checked) {}

    public record Relation(String kind, String target) {}

    public record Citation(String kind, String title, String uri, String date) {}

    public NewMeasure {
        affects = List.copyOf(affects);
        tools = List.copyOf(tools);
        targetGroups = List.copyOf(targetGroups);
        targetOrigins = List.copyOf(targetOrigins);
        references = List.copyOf(references);
        relations = List.copyOf(relations);
        sources = List.copyOf(sources);
    }

    public static NewMeasure blank() {
        return new NewMeasure(
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "NATIONAL",
                List.of(),
                "migration",
                0,
                "",
                List.of(),
                List.of(),
                List.of(),
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                List.of(),
                List.of(),
                "",
                "MODERATE",
                "",
                List.of(),
                "",
                false);
    }

    /// What stands, to begin a correction from.
    public static NewMeasure of(Coding coding) {
        var headline = coding.headline();
        var classes = coding.classes();
        var effect = coding.effect();
        var magnitude = effect.magnitude();
        return new NewMeasure(
                headline.title().getOrDefault("en", ""),
                headline.title().getOrDefault("de", ""),
                headline.summary().getOrDefault("en", ""),
                headline.summary().getOrDefault("de", ""),
                headline.original(),
                headline.language(),
                coding.reach().jurisdiction(),
                coding.reach().subdivision(),
                coding.reach().level().name(),
                coding.reach().affects(),
                classes.subject(),
                0,
                classes.area(),
                classes.tools(),
                classes.targetGroups(),
                classes.targetOrigins(),
                classes.groupNote(),
                coding.instrument().name(),
                effect.direction().name(),
                magnitude == null ? "" : magnitude.name(),
                effect.justification(),
                text(effect.from()),
                text(effect.to()),
                coding.references().stream().map(NewMeasure::of).toList(),
                coding.relations().stream()
                        .map(r -> new Relation(r.kind().name(), r.target()))
                        .toList(),
                coding.implementationNote(),
                coding.grounds().confidence().name(),
                coding.grounds().reason(),
                coding.grounds().sources().stream()
                        .map(s -> new Citation(s.kind().name(), s.title(), s.uri(), s.date()))
                        .toList(),
                coding.family(),
                false);
    }

    private static Reference of(LegalReference reference) {
        return new Reference(
                reference.scheme().name(),
                reference.value(),
                reference.uri(),
                reference.source(),
                reference.checked());
    }

    private static String text(@Nullable ReducedDate date) {
        return Objects.toString(date, "");
    }
}
