// SPDX-License-Identifier: Apache-2.0
package org.chancery.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.chancery.access.Actor;
import org.chancery.directory.Offices;
import org.chancery.kernel.Texts;
import org.chancery.policy.Handling;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/// Makes the [Page] of a request.
@Component
public class Pages {

    /// A number that waits for the person, shown in the navigation.
    public interface Counter {

        /// Adds nothing of its own to the page if it has nothing to say.
        Page.Counts count(Actor actor);
    }

    private final Accounts accounts;
    private final Offices offices;
    private final Handling handling;
    private final List<Counter> counters;
    private final Clock clock;
    private final boolean exercise;

    Pages(
            Accounts accounts,
            Offices offices,
            Handling handling,
            List<Counter> counters,
            Clock clock,
            @Value("${chancery.exercise:false}") boolean exercise) {
        this.accounts = accounts;
        this.offices = offices;
        this.handling = handling;
        this.counters = List.copyOf(counters);
        this.clock = clock;
        this.exercise = exercise;
    }

    Page of(HttpServletRequest request) {
        var actor = actor(request);
        var settings = settings(request, actor);
        return new Page(
                Texts.in(Locale.forLanguageTag(settings.language())),
                request.getRequestURI(),
                request.getQueryString() == null ? "" : request.getQueryString(),
                request.getHeader("HX-Request") != null,
                actor,
                actor == null ? null : offices.find(actor.office()).orElse(null),
                settings,
                csrf(request),
                marking(actor),
                actor == null ? new Page.Counts(0, 0) : counts(actor),
                clock.instant());
    }

    private @Nullable Actor actor(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication authentication
                ? accounts.actor(authentication.getName()).orElse(null)
                : null;
    }

    private Account.Settings settings(HttpServletRequest request, @Nullable Actor actor) {
        if (actor != null) {
            var account = accounts.account(actor.person());
            if (account.isPresent()) {
                return account.get().settings();
            }
        }
        var language = Texts.in(request.getLocale()).locale().getLanguage();
        return new Account.Settings(language, "system", "normal", true);
    }

    /// The highest level the reader could meet; a page that knows better says so itself.
    private Page.Marking marking(@Nullable Actor actor) {
        var rank = actor == null ? 0 : Math.min(1, actor.scope().level());
        var level = handling.level(Math.min(rank, handling.levels().size() - 1));
        return new Page.Marking(level.code(), level.names(), exercise);
    }

    private Page.Counts counts(Actor actor) {
        int today = 0;
        int inbox = 0;
        for (var counter : counters) {
            var count = counter.count(actor);
            today += count.today();
            inbox += count.inbox();
        }
        return new Page.Counts(today, inbox);
    }

    private static Page.Csrf csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new Page.Csrf(token.getParameterName(), token.getHeaderName(), token.getToken())
                : new Page.Csrf("_csrf", "X-CSRF-TOKEN", "");
    }
}
