// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.picture;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.chancery.directory.Government;
import org.chancery.directory.GovernmentCode;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.chancery.picture.Clocks;
import org.chancery.position.Lane;
import org.jspecify.annotations.Nullable;

/// What a page of the picture is asked for: both clocks and the filter, as in its address.
///
/// @param known last day of what was on record, null for everything on record now
/// @param since day compared with
/// @param region empty for all
public record PictureQuestion(
        Clocks clocks,
        @Nullable LocalDate known,
        LocalDate since,
        Lane lane,
        boolean changed,
        boolean knownOnly,
        String region) {

    private static final int SHOWN_DAYS = 30;

    /// @param form `as-of`, `known-at`, `since`, `lane`, `changed`, `known`, `region`
    static PictureQuestion of(Map<String, String> form, Clock clock) {
        var now = clock.instant();
        var asOf = day(form, "as-of", LocalDate.ofInstant(now, ZoneOffset.UTC));
        var known =
                form.getOrDefault("known-at", "").isEmpty()
                        ? null
                        : day(form, "known-at", LocalDate.MAX);
        return new PictureQuestion(
                new Clocks(asOf, known == null ? now : end(known)),
                known,
                day(form, "since", asOf.minusDays(SHOWN_DAYS)),
                form.getOrDefault("lane", "").equalsIgnoreCase("word") ? Lane.WORD : Lane.DEED,
                !form.getOrDefault("changed", "").isEmpty(),
                !form.getOrDefault("known", "").isEmpty(),
                form.getOrDefault("region", "").toUpperCase(Locale.ROOT));
    }

    /// What was recorded on that day in UTC is known on it.
    private static Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).minusNanos(1000);
    }

    private static LocalDate day(Map<String, String> form, String field, LocalDate otherwise) {
        var text = form.getOrDefault(field, "");
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new Refusal(Problem.at(field, KernelRefusal.DATE_MALFORMED, text));
        }
    }

    public LocalDate asOf() {
        return clocks.asOf();
    }

    /// The clocks as part of an address: `as-of=2025-11-27&known-at=2025-12-01`.
    public String clockQuery() {
        return "as-of=" + asOf() + (known == null ? "" : "&known-at=" + known);
    }

    /// The whole question as part of an address, on another day.
    public String query(LocalDate day) {
        return "lane=%s&as-of=%s%s%s%s%s"
                .formatted(
                        lane.name().toLowerCase(Locale.ROOT),
                        day,
                        known == null ? "" : "&known-at=" + known,
                        changed ? "&changed=1&since=" + since : "",
                        knownOnly ? "&known=1" : "",
                        region.isEmpty() ? "" : "&region=" + region);
    }

    Predicate<GovernmentCode> inRegion(Map<GovernmentCode, Government> governments) {
        return code -> {
            var government = governments.get(code);
            return region.isEmpty() || government != null && government.region().equals(region);
        };
    }
}
