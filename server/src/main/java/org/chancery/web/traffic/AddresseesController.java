// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.traffic;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.chancery.access.Actor;
import org.chancery.directory.Offices;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Whom a cable can be addressed to, found by code, name or city.
@Controller
class AddresseesController {

    private static final int MOST = 12;

    private final Offices offices;

    AddresseesController(Offices offices) {
        this.offices = offices;
    }

    /// @param q part of a code, a name or a city; empty finds everything
    /// @param have codes already in the field, with commas
    @GetMapping("/addressees")
    String find(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String have,
            Actor actor,
            Model model) {
        var named = named(have);
        model.addAttribute("q", q);
        model.addAttribute("most", MOST);
        model.addAttribute("found", new AddresseeSearch(offices, named, q));
        return "draft/addressees-found";
    }

    private static Set<String> named(String have) {
        var codes = new HashSet<String>();
        Arrays.stream(have.split("[,;]"))
                .map(code -> code.strip().toUpperCase(Locale.ROOT).replaceAll("/.*", ""))
                .filter(code -> !code.isEmpty())
                .forEach(codes::add);
        return codes;
    }
}
