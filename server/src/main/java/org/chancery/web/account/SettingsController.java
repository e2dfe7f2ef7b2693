// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.account;

import java.util.List;
import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.chancery.access.Actor;
import org.chancery.kernel.KernelRefusal;
import org.chancery.kernel.Problems;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Language, theme, density, keys: how the signed-in person likes the pages.
@Controller
class SettingsController {

    private static final List<String> LANGUAGES = List.of("en", "de");
    private static final List<String> THEMES = List.of("system", "light", "dark");
    private static final List<String> DENSITIES = List.of("normal", "roomy");

    private final Accounts accounts;

    SettingsController(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/settings")
    String show(Actor actor, @RequestParam(required = false) String saved, Model model) {
        model.addAttribute(
                "settings",
                accounts.account(actor.person())
                        .map(Account::settings)
                        .orElse(Account.Settings.DEFAULT));
        model.addAttribute("saved", saved != null);
        return "settings/show";
    }

    @PostMapping("/settings")
    String save(
            Actor actor,
            @RequestParam String language,
            @RequestParam String theme,
            @RequestParam String density,
            @RequestParam(defaultValue = "false") boolean keys) {
        new Problems()
                .require(
                        known(LANGUAGES, language),
                        "language",
                        KernelRefusal.VALUE_UNKNOWN,
                        language,
                        String.join(", ", LANGUAGES))
                .require(
                        known(THEMES, theme),
                        "theme",
                        KernelRefusal.VALUE_UNKNOWN,
                        theme,
                        String.join(", ", THEMES))
                .require(
                        known(DENSITIES, density),
                        "density",
                        KernelRefusal.VALUE_UNKNOWN,
                        density,
                        String.join(", ", DENSITIES))
                .refuse();
        accounts.change(actor, new Account.Settings(language, theme, density, keys));
        return "redirect:/settings?saved";
    }

    @PostMapping("/settings/password")
    String changePassword(Actor actor, @RequestParam String current, @RequestParam String next) {
        accounts.changePassword(actor, current, next);
        return "redirect:/settings?saved";
    }

    private static boolean known(List<String> values, String value) {
        return values.contains(value);
    }
}
