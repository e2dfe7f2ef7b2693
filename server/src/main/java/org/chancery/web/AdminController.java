// SPDX-License-Identifier: Apache-2.0
package org.chancery.web;

import org.chancery.access.Actor;
import org.chancery.access.Permission;
import org.chancery.audit.AuditTrail;
import org.chancery.directory.Offices;
import org.chancery.policy.Policy;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What the organisation has set up, and the record of acts. Administering reads no content.
@Controller
class AdminController {

    private final Policy policy;
    private final Offices offices;
    private final AuditTrail audit;

    AdminController(Policy policy, Offices offices, AuditTrail audit) {
        this.policy = policy;
        this.offices = offices;
        this.audit = audit;
    }

    @GetMapping("/admin")
    String show(Actor actor, Model model) {
        actor.require(Permission.ADMINISTER);
        model.addAttribute("policy", policy);
        model.addAttribute("offices", offices.all());
        return "admin/show";
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
