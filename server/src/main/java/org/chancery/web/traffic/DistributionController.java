// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.traffic;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.chancery.access.Actor;
import org.chancery.access.Permission;
import org.chancery.delivery.Alerts;
import org.chancery.delivery.DeliveryRefusal;
import org.chancery.delivery.Profile;
import org.chancery.delivery.Profiles;
import org.chancery.delivery.RosterEntry;
import org.chancery.directory.Offices;
import org.chancery.directory.StaffId;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.chancery.policy.Handling;
import org.chancery.policy.Traffic;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Who of the office reads what, and who is woken: its profiles and its alert roster.
@Controller
class DistributionController {

    private final Profiles profiles;
    private final Alerts alerts;
    private final Offices offices;
    private final Traffic traffic;
    private final Handling handling;
    private final Clock clock;

    DistributionController(
            Profiles profiles,
            Alerts alerts,
            Offices offices,
            Traffic traffic,
            Handling handling,
            Clock clock) {
        this.profiles = profiles;
        this.alerts = alerts;
        this.offices = offices;
        this.traffic = traffic;
        this.handling = handling;
        this.clock = clock;
    }

    @GetMapping("/settings/profiles")
    String profiles(Actor actor, Model model) {
        return profiles(List.of(), actor, model);
    }

    private String profiles(List<Problem> problems, Actor actor, Model model) {
        model.addAttribute("profiles", profiles.of(actor));
        model.addAttribute("staff", offices.staffOf(actor.office()));
        model.addAttribute("topics", traffic.topicsInForce(LocalDate.now(clock)));
        model.addAttribute("captions", handling.captions());
        model.addAttribute("precedences", traffic.precedences());
        model.addAttribute("problems", problems);
        return "settings/profiles";
    }

    /// @param form `reader` as `person:ID` or `function:NAME`; `topics`, `captions` as codes with
    ///   commas; `atLeast`, `attention`, `phrase`
    @PostMapping("/settings/profiles")
    String add(@RequestParam MultiValueMap<String, String> form, Actor actor, Model model) {
        actor.require(Permission.DISTRIBUTE);
        try {
            profiles.add(profile(form), actor);
            return "redirect:/settings/profiles";
        } catch (Refusal refusal) {
            return profiles(refusal.problems(), actor, model);
        }
    }

    private static Profile profile(MultiValueMap<String, String> form) {
        var reader = first(form, "reader");
        return new Profile(
                UUID.randomUUID(),
                reader.startsWith("person:") ? new StaffId(uuid(reader.substring(7))) : null,
                reader.startsWith("function:") ? reader.substring(9) : "",
                codes(form, "topics"),
                Set.copyOf(codes(form, "captions")),
                first(form, "atLeast"),
                first(form, "attention"),
                first(form, "phrase"));
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Refusal(Problem.at("reader", DeliveryRefusal.READER_MISSING));
        }
    }

    private static List<String> codes(MultiValueMap<String, String> form, String name) {
        return form.getOrDefault(name, List.of()).stream()
                .flatMap(values -> Arrays.stream(values.split("[,\\s]+")))
                .filter(code -> !code.isBlank())
                .map(code -> code.toUpperCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    private static String first(MultiValueMap<String, String> form, String name) {
        var value = form.getFirst(name);
        return value == null ? "" : value.strip();
    }

    @PostMapping("/settings/profiles/{id}/remove")
    String remove(@PathVariable UUID id, Actor actor) {
        profiles.remove(id, actor);
        return "redirect:/settings/profiles";
    }

    @GetMapping("/settings/roster")
    String roster(Actor actor, Model model) {
        return roster(List.of(), actor, model);
    }

    private String roster(List<Problem> problems, Actor actor, Model model) {
        model.addAttribute("roster", alerts.roster(actor));
        model.addAttribute("staff", offices.staffOf(actor.office()));
        model.addAttribute("precedences", traffic.precedences());
        model.addAttribute("problems", problems);
        return "settings/roster";
    }

    /// @param from first day at the office, `2026-11-24`; empty for today
    /// @param until last day, empty while it lasts
    @PostMapping("/settings/roster")
    String enter(
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(defaultValue = "1") int position,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            Actor actor,
            Model model) {
        actor.require(Permission.DISTRIBUTE);
        try {
            if (person == null) {
                throw new Refusal(Problem.at("person", DeliveryRefusal.READER_MISSING));
            }
            var zone = offices.get(actor.office()).zone();
            alerts.add(
                    new RosterEntry(
                            UUID.randomUUID(),
                            new StaffId(person),
                            position,
                            from.isEmpty() ? clock.instant() : start(from, zone),
                            until.isEmpty() ? null : end(until, zone)),
                    actor);
            return "redirect:/settings/roster";
        } catch (Refusal refusal) {
            return roster(refusal.problems(), actor, model);
        }
    }

    private static Instant start(String day, ZoneId zone) {
        return day(day, "from").atStartOfDay(zone).toInstant();
    }

    private static Instant end(String day, ZoneId zone) {
        return day(day, "until").plusDays(1).atStartOfDay(zone).toInstant();
    }

    private static LocalDate day(String text, String field) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new Refusal(Problem.at(field, KernelRefusal.DATE_MALFORMED, text));
        }
    }

    @PostMapping("/settings/roster/{id}/remove")
    String leave(@PathVariable UUID id, Actor actor) {
        alerts.remove(id, actor);
        return "redirect:/settings/roster";
    }
}
