// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.admin;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.chancery.access.Actor;
import org.chancery.access.Permission;
import org.chancery.audit.AuditTrail;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.policy.Numbering;
import org.chancery.policy.Policies;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// What the organisation has set up, and the record of acts. Administering reads no content.
@Controller
class AdminController {

    private final Policies policies;
    private final Offices offices;
    private final AuditTrail audit;
    private final Clock clock;

    AdminController(Policies policies, Offices offices, AuditTrail audit, Clock clock) {
        this.policies = policies;
        this.offices = offices;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/admin")
    String show(Actor actor, Model model) {
        actor.require(Permission.ADMINISTER);
        var today = LocalDate.now(clock);
        model.addAttribute("policy", policies.current());
        model.addAttribute("versions", policies.versions());
        model.addAttribute("missing", missing());
        model.addAttribute("offices", offices.all());
        model.addAttribute("collectives", offices.collectives());
        model.addAttribute(
                "minimise",
                offices.minimise(today).stream().filter(request -> request.on(today)).toList());
        model.addAttribute("holidays", offices.holidays(today).stream().limit(5).toList());
        return "admin/show";
    }

    @GetMapping("/admin/policy")
    String policy(Actor actor, Model model) {
        actor.require(Permission.ADMINISTER);
        var policy = policies.current();
        model.addAttribute("policy", policy);
        model.addAttribute("versions", policies.versions());
        model.addAttribute("missing", missing());
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("examples", policy.numbering().stream().map(this::example).toList());
        return "admin/policy";
    }

    /// Offices the policy asks something of and the directory does not have: nobody can clear for
    /// them, so what waits for them is never released.
    private List<OfficeCode> missing() {
        var clearing = policies.current().clearing();
        return Stream.concat(
                        clearing.instructions().stream(),
                        Optional.ofNullable(clearing.operations()).stream())
                .filter(code -> offices.find(code).isEmpty())
                .distinct()
                .toList();
    }

    /// The first number an office of the scheme would print this year.
    private String example(Numbering scheme) {
        var codes = offices.all().stream().map(office -> office.code()).toList();
        var from = codes.stream().filter(scheme::fits).findFirst().orElse(new OfficeCode("HQ"));
        var to = codes.stream().filter(code -> !code.equals(from)).findFirst().orElse(from);
        return scheme.print(LocalDate.now(clock).getYear(), from, to, 1);
    }

    /// The file as it was, comments included.
    @GetMapping("/admin/policy/versions/{hash}")
    String version(Actor actor, @PathVariable String hash, Model model) {
        actor.require(Permission.ADMINISTER);
        model.addAttribute("text", policies.text(hash));
        model.addAttribute(
                "version",
                policies.versions().stream()
                        .filter(version -> version.hash().equals(hash))
                        .findFirst()
                        .orElseThrow());
        model.addAttribute("inUse", policies.current().hash().equals(hash));
        return "admin/version";
    }

    @GetMapping("/admin/audit")
    String audit(
            Actor actor,
            @RequestParam(defaultValue = "9223372036854775807") long before,
            Model model) {
        actor.require(Permission.READ_AUDIT);
        model.addAttribute("entries", audit.page(before, 100));
        model.addAttribute("broken", audit.firstBroken());
        return "admin/audit";
    }
}
