// SPDX-License-Identifier: Apache-2.0
package org.chancery.web.tasking;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.chancery.access.Actor;
import org.chancery.kernel.Refusal;
import org.chancery.kernel.Texts;
import org.chancery.task.Feeds;
import org.chancery.web.Open;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// Due times in a calendar of one's own: the secret address, and what it answers.
@Controller
class CalendarController {

    private final Feeds feeds;
    private final Accounts accounts;
    private final Clock clock;

    CalendarController(Feeds feeds, Accounts accounts, Clock clock) {
        this.feeds = feeds;
        this.accounts = accounts;
        this.clock = clock;
    }

    @GetMapping("/settings/calendar")
    String show(Actor actor, Model model) {
        return page(null, actor, model);
    }

    /// Shows the address once; nobody can look it up later.
    @PostMapping("/settings/calendar")
    String create(Actor actor, Model model) {
        var secret = feeds.create(actor);
        var address =
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/tasks.ics")
                        .queryParam("token", secret)
                        .toUriString();
        return page(address, actor, model);
    }

    @PostMapping("/settings/calendar/{id}/revoke")
    String revoke(@PathVariable UUID id, Actor actor) {
        feeds.revoke(id, actor);
        return "redirect:/settings/calendar";
    }

    private String page(@Nullable String address, Actor actor, Model model) {
        model.addAttribute("feeds", feeds.of(actor));
        model.addAttribute("address", address == null ? "" : address);
        return "task/calendar";
    }

    @GetMapping("/tasks.ics")
    @Open("a calendar cannot sign in; the secret stands for its owner, whose scope is asked anew")
    ResponseEntity<byte[]> calendar(@RequestParam(defaultValue = "") String token) {
        var owner = feeds.owner(token).orElseThrow(() -> Refusal.absent("tasks.ics"));
        var language =
                accounts.account(owner.person())
                        .map(Account::settings)
                        .orElse(Account.Settings.DEFAULT)
                        .language();
        var home = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
        var text =
                DueCalendar.write(
                        feeds.tasks(owner),
                        Texts.in(Locale.forLanguageTag(language)),
                        home,
                        clock.instant());
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
