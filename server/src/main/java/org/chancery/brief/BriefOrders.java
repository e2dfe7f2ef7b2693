// SPDX-License-Identifier: Apache-2.0
package org.chancery.brief;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.chancery.access.Actor;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.Offices;
import org.chancery.evidence.Indicators;
import org.chancery.instruction.InstructionId;
import org.chancery.instruction.Instructions;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Problems;
import org.chancery.kernel.Refusal;
import org.chancery.kernel.RefusalCode;
import org.chancery.kernel.Texts;
import org.chancery.policy.Policies;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads an order for a brief and says everything that is wrong with it at once.
@Component
class BriefOrders {

    private final Instructions instructions;
    private final Indicators indicators;
    private final Offices offices;
    private final Policies policies;
    private final Clock clock;

    BriefOrders(
            Instructions instructions,
            Indicators indicators,
            Offices offices,
            Policies policies,
            Clock clock) {
        this.instructions = instructions;
        this.indicators = indicators;
        this.offices = offices;
        this.policies = policies;
        this.clock = clock;
    }

    /// @throws Refusal `ABSENT` if the maker may not read the instruction, else with everything that
    ///   is wrong (BRF-001 to BRF-006)
    BriefFilter filter(BriefOrder order, Actor actor) {
        var instruction = instructions.get(new InstructionId(order.instruction()), actor.scope());
        var problems = new Problems();
        var government = government(order.government(), problems);
        var asOf = asOf(order.asOf(), problems);
        var knownAt = knownAt(order.knownAt(), problems);
        var level = level(order.level(), instruction.label().level(), actor, problems);
        var language = Texts.in(Locale.forLanguageTag(order.language())).locale();
        problems.require(
                order.language().isEmpty() || language.getLanguage().equals(order.language()),
                "language",
                KernelRefusal.VALUE_UNKNOWN,
                order.language(),
                "en, de");
        var parts = names(Part.class, order.parts(), "parts", BriefRefusal.NO_PART, problems);
        var comparisons = comparisons(order.comparisons(), problems);
        problems.refuse();
        return new BriefFilter(
                instruction.id(), government, asOf, knownAt, level, language, parts, comparisons);
    }

    /// @throws Refusal `NO_FORMAT` (BRF-004) if none is chosen
    Set<Format> formats(BriefOrder order) {
        var problems = new Problems();
        var formats =
                names(Format.class, order.formats(), "formats", BriefRefusal.NO_FORMAT, problems);
        problems.refuse();
        return formats;
    }

    private @Nullable GovernmentCode government(String text, Problems problems) {
        var code = text.strip().toUpperCase(Locale.ROOT);
        if (code.isEmpty()) {
            return null;
        }
        var known =
                offices.governmentsByCode().keySet().stream()
                        .filter(government -> government.value().equals(code))
                        .findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        problems.require(false, "for", KernelRefusal.VALUE_UNKNOWN, text, "ISO 3166-1");
        return null;
    }

    private LocalDate asOf(String text, Problems problems) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (text.isBlank()) {
            return today;
        }
        try {
            var day = LocalDate.parse(text.strip());
            problems.require(!day.isAfter(today), "as-of", BriefRefusal.DAY_AHEAD, text);
            return day;
        } catch (DateTimeException e) {
            problems.require(false, "as-of", KernelRefusal.DATE_MALFORMED, text);
            return today;
        }
    }

    /// A day counts to its end; a time without a zone is UTC.
    private Instant knownAt(String text, Problems problems) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var given = text.strip();
        if (given.isEmpty()) {
            return now;
        }
        try {
            var moment = moment(given, now);
            problems.require(!moment.isAfter(now), "known-at", BriefRefusal.DAY_AHEAD, text);
            return moment.truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            problems.require(false, "known-at", KernelRefusal.DATE_MALFORMED, text);
            return now;
        }
    }

    private static Instant moment(String text, Instant now) {
        if (text.length() == 10) {
            var day = LocalDate.parse(text);
            return day.equals(LocalDate.ofInstant(now, ZoneOffset.UTC))
                    ? now
                    : day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        return text.endsWith("Z")
                ? Instant.parse(text)
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }

    private int level(String code, int instruction, Actor actor, Problems problems) {
        var handling = policies.current().handling();
        var own = Math.min(actor.scope().level(), handling.levels().size() - 1);
        if (code.isBlank()) {
            return own;
        }
        var level = handling.find(code);
        if (level.isEmpty() || level.get().rank() > own) {
            problems.require(false, "level", BriefRefusal.LEVEL_ABOVE_MAKER, code);
            return own;
        }
        problems.require(
                level.get().rank() >= instruction,
                "level",
                BriefRefusal.INSTRUCTION_ABOVE_LEVEL,
                code,
                handling.level(instruction).code());
        return level.get().rank();
    }

    private List<BriefFilter.Pair> comparisons(List<String> texts, Problems problems) {
        var pairs = new ArrayList<BriefFilter.Pair>();
        for (var text : texts) {
            var names = text.strip().split("\\s+", -1);
            if (names.length == 2 && observed(names[0]) && observed(names[1])) {
                pairs.add(new BriefFilter.Pair(names[0], names[1]));
            } else {
                problems.require(false, "compare", BriefRefusal.COMPARISON_UNKNOWN, text.strip());
            }
        }
        return pairs;
    }

    private boolean observed(String name) {
        var parts = name.split(":", 3);
        return parts.length > 1
                && indicators.find(parts[0]).isPresent()
                && indicators.observations(parts[0]).stream()
                        .filter(value -> value.period().equals(parts[1]))
                        .anyMatch(value -> parts.length < 3 || value.value().equals(parts[2]));
    }

    private static <E extends Enum<E>> Set<E> names(
            Class<E> type, List<String> names, String field, RefusalCode none, Problems problems) {
        var found = EnumSet.noneOf(type);
        for (var name : names) {
            EnumSet.allOf(type).stream()
                    .filter(value -> value.name().equals(name.toUpperCase(Locale.ROOT)))
                    .findFirst()
                    .ifPresentOrElse(
                            found::add,
                            () ->
                                    problems.require(
                                            false,
                                            field,
                                            KernelRefusal.VALUE_UNKNOWN,
                                            name,
                                            EnumSet.allOf(type).toString()));
        }
        problems.require(!found.isEmpty() || !names.isEmpty(), field, none);
        return found;
    }
}
