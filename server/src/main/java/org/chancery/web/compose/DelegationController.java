// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.compose;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.chancery.access.Actor;
import org.chancery.access.Delegation;
import org.chancery.access.Delegations;
import org.chancery.access.NewDelegation;
import org.chancery.access.Permission;
import org.chancery.directory.Offices;
import org.chancery.directory.StaffId;
import org.chancery.directory.StaffMember;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Problem;
import org.chancery.kernel.Refusal;
import org.chancery.policy.Handling;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Who acts in whose place?
@Controller
class DelegationController {

    private final Delegations delegations;
    private final Offices offices;
    private final Handling handling;
    private final Clock clock;

    DelegationController(Delegations delegations, Offices offices, Handling handling, Clock clock) {
        this.delegations = delegations;
        this.offices = offices;
        this.handling = handling;
        this.clock = clock;
    }

    @GetMapping("/settings/delegations")
    String show(Actor actor, @RequestParam(required = false) String saved, Model model) {
        return page(actor, List.of(), saved != null, model);
    }

    @PostMapping("/settings/delegations")
    String grant(
            Actor actor,
            @RequestParam Permission permission,
            @RequestParam String to,
            @RequestParam String level,
            @RequestParam String validFrom,
            @RequestParam String validUntil,
            Model model) {
        try {
            delegations.grant(
                    new NewDelegation(
                            actor.office(),
                            permission,
                            to.strip(),
                            handling.rank(level),
                            day("validFrom", validFrom),
                            day("validUntil", validUntil)),
                    actor);
            return "redirect:/settings/delegations?saved";
        } catch (Refusal refusal) {
            return page(actor, refusal.problems(), false, model);
        }
    }

    @PostMapping("/settings/delegations/{id}/end")
    String end(@PathVariable UUID id, Actor actor) {
        delegations.end(id, actor);
        return "redirect:/settings/delegations?saved";
    }

    private static LocalDate day(String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new Refusal(Problem.at(field, KernelRefusal.DATE_MALFORMED, text));
        }
    }

    private String page(Actor actor, List<Problem> problems, boolean saved, Model model) {
        model.addAttribute("problems", problems);
        model.addAttribute("saved", saved);
        model.addAttribute(
                "granted", delegations.granted(actor).stream().map(d -> row(d, d.to())).toList());
        model.addAttribute(
                "held", delegations.of(actor).stream().map(d -> row(d, d.from())).toList());
        model.addAttribute(
                "grantable",
                Stream.of(Permission.CLEAR, Permission.RELEASE).filter(actor::may).toList());
        model.addAttribute(
                "levels",
                handling.levels().stream()
                        .filter(level -> level.rank() <= actor.scope().level())
                        .toList());
        return "clearance/delegations";
    }

    private DelegationRow row(Delegation delegation, StaffId other) {
        var zone = offices.get(delegation.office()).zone();
        var level = Math.min(delegation.level(), handling.levels().size() - 1);
        return DelegationRow.of(
                delegation,
                offices.staff(other).map(StaffMember::displayName).orElse(""),
                handling.level(level).code(),
                LocalDate.ofInstant(clock.instant(), zone),
                zone);
    }
}
