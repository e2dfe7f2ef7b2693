// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.traffic;

import java.util.stream.Collectors;
import org.chancery.access.Actor;
import org.chancery.delivery.Alerts;
import org.chancery.directory.Offices;
import org.chancery.directory.StaffMember;
import org.chancery.policy.Traffic;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where does urgent traffic wait, since when, and who has been woken?
@Controller
class DutyController {

    private final Alerts alerts;
    private final Offices offices;
    private final Traffic traffic;

    DutyController(Alerts alerts, Offices offices, Traffic traffic) {
        this.alerts = alerts;
        this.offices = offices;
        this.traffic = traffic;
    }

    /// @param mode `night` for large type on black, else empty
    @GetMapping("/duty")
    String show(Actor actor, @RequestParam(defaultValue = "") String mode, Model model) {
        model.addAttribute("board", alerts.board(actor));
        model.addAttribute("night", mode.equals("night"));
        model.addAttribute("traffic", traffic);
        model.addAttribute(
                "names",
                offices.staff().stream()
                        .collect(Collectors.toMap(StaffMember::id, StaffMember::displayName)));
        return "duty/show";
    }
}
