// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.admin;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chancery.access.Actor;
import org.chancery.access.Permission;
import org.chancery.directory.CollectiveMembership;
import org.chancery.directory.DirectoryRefusal;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.Keeper;
import org.chancery.directory.Minimise;
import org.chancery.directory.NewCollective;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.chancery.web.FormFields;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Offices, collectives and calendars in Administration, and the forms that change them. A form that
/// is refused is shown again as it was filled in, with everything that is wrong.
@Controller
class DirectoryController {

    private final Offices offices;
    private final Clock clock;

    DirectoryController(Offices offices, Clock clock) {
        this.offices = offices;
        this.clock = clock;
    }

    @GetMapping("/admin/offices")
    String offices(
            Actor actor, @RequestParam(required = false) @Nullable String saved, Model model) {
        actor.require(Permission.ADMINISTER);
        return offices(Map.of(), List.of(), saved, model);
    }

    private String offices(
            Map<String, String> form, List<Problem> problems, @Nullable String saved, Model model) {
        var collectives = offices.collectives();
        model.addAttribute("offices", offices.all());
        model.addAttribute("collectives", collectives);
        model.addAttribute(
                "memberships",
                collectives.stream()
                        .collect(
                                Collectors.toMap(
                                        collective -> collective.code(),
                                        collective -> offices.memberships(collective.code()))));
        model.addAttribute("countryOffices", new TreeMap<>(countryOffices()));
        model.addAttribute("governments", offices.governments());
        return filled(form, problems, saved, "admin/offices", model);
    }

    private Map<String, OfficeCode> countryOffices() {
        return offices.countryOffices().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().value(), Map.Entry::getValue));
    }

    @GetMapping("/admin/calendars")
    String calendars(
            Actor actor, @RequestParam(required = false) @Nullable String saved, Model model) {
        actor.require(Permission.ADMINISTER);
        return calendars(Map.of(), List.of(), saved, model);
    }

    private String calendars(
            Map<String, String> form, List<Problem> problems, @Nullable String saved, Model model) {
        var today = LocalDate.now(clock);
        model.addAttribute("offices", offices.all());
        model.addAttribute("minimise", offices.minimise(today));
        model.addAttribute("holidays", offices.holidays(today));
        model.addAttribute("today", today);
        return filled(form, problems, saved, "admin/calendars", model);
    }

    private static String filled(
            Map<String, String> form,
            List<Problem> problems,
            @Nullable String saved,
            String view,
            Model model) {
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        model.addAttribute("saved", saved != null);
        return view;
    }

    @PostMapping("/admin/holidays")
    String holiday(Actor actor, @RequestParam Map<String, String> form, Model model) {
        actor.require(Permission.ADMINISTER);
        return kept(
                form,
                "/admin/calendars",
                problems -> calendars(form, problems, null, model),
                fields -> {
                    var office = fields.office("holiday-office", offices::get);
                    var day = fields.day("holiday-day");
                    var names =
                            fields.names("holiday-en", "holiday-de", DirectoryRefusal.NAME_MISSING);
                    fields.refuse();
                    offices.holiday(office, day, names, keeper(actor));
                });
    }

    @PostMapping("/admin/minimise")
    String minimise(Actor actor, @RequestParam Map<String, String> form, Model model) {
        actor.require(Permission.ADMINISTER);
        return kept(
                form,
                "/admin/calendars",
                problems -> calendars(form, problems, null, model),
                fields -> {
                    var request =
                            new Minimise(
                                    fields.office("minimise-office", offices::get),
                                    fields.day("minimise-from"),
                                    fields.dayOrNone("minimise-until"),
                                    fields.text(
                                            "minimise-reason",
                                            DirectoryRefusal.MINIMISE_WITHOUT_REASON));
                    fields.inOrder(request.from(), request.until(), "minimise-until");
                    fields.refuse();
                    offices.minimise(request, keeper(actor));
                });
    }

    @PostMapping("/admin/country-offices")
    String countryOffice(Actor actor, @RequestParam Map<String, String> form, Model model) {
        actor.require(Permission.ADMINISTER);
        return kept(
                form,
                "/admin/offices",
                problems -> offices(form, problems, null, model),
                fields -> {
                    var government =
                            fields.choice(
                                    "country-government",
                                    DirectoryRefusal.GOVERNMENT_NOT_CHOSEN,
                                    text -> offices.government(new GovernmentCode(text)).code(),
                                    new GovernmentCode("XX"));
                    var office = fields.office("country-office", offices::get);
                    fields.refuse();
                    offices.countryOffice(government, office, keeper(actor));
                });
    }

    @PostMapping("/admin/collectives")
    String collective(Actor actor, @RequestParam Map<String, String> form, Model model) {
        actor.require(Permission.ADMINISTER);
        return kept(
                form,
                "/admin/offices",
                problems -> offices(form, problems, null, model),
                fields -> {
                    var names =
                            fields.names(
                                    "collective-en",
                                    "collective-de",
                                    DirectoryRefusal.NAME_MISSING);
                    var keptBy =
                            fields.text("collective-keeper").isEmpty()
                                    ? null
                                    : fields.office("collective-keeper", offices::get);
                    var collective =
                            fields.read(
                                    "collective-code",
                                    code ->
                                            new NewCollective(
                                                    code,
                                                    names,
                                                    fields.checked("collective-all"),
                                                    keptBy),
                                    new NewCollective("X", names, false, null));
                    fields.refuse();
                    offices.keep(collective, keeper(actor));
                });
    }

    @PostMapping("/admin/memberships")
    String membership(Actor actor, @RequestParam Map<String, String> form, Model model) {
        actor.require(Permission.ADMINISTER);
        return kept(
                form,
                "/admin/offices",
                problems -> offices(form, problems, null, model),
                fields -> {
                    var today = LocalDate.now(clock);
                    var collective =
                            fields.choice(
                                    "member-collective",
                                    DirectoryRefusal.COLLECTIVE_NOT_CHOSEN,
                                    code -> offices.collective(code, today).code(),
                                    "");
                    var member = fields.office("member-office", offices::get);
                    var from = fields.day("member-from");
                    var until = fields.dayOrNone("member-until");
                    fields.inOrder(from, until, "member-until");
                    fields.refuse();
                    offices.join(
                            new CollectiveMembership(collective, member, from, until),
                            keeper(actor));
                });
    }

    /// Reads a form and does what it says; a refused one is shown again.
    private static String kept(
            Map<String, String> form,
            String page,
            Function<List<Problem>, String> again,
            Consumer<FormFields> act) {
        try {
            act.accept(new FormFields(form));
            return "redirect:" + page + "?saved";
        } catch (Refusal refusal) {
            return again.apply(refusal.problems());
        }
    }

    private static Keeper keeper(Actor actor) {
        return new Keeper(actor.signIn(), actor.office());
    }
}
