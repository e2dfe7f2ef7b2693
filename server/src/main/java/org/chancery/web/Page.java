// SPDX-License-Identifier: Apache-2.0
package org.chancery.web;

import gg.jte.Content;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.chancery.access.Account;
import org.chancery.access.Actor;
import org.chancery.access.Permission;
import org.chancery.directory.Names;
import org.chancery.directory.Office;
import org.chancery.kernel.Texts;
import org.jspecify.annotations.Nullable;

/// What every template knows: the words in the reader's language, who reads, the shell around it.
///
/// @param path address of the page, without query
/// @param query the query as sent, empty if none
/// @param fragment htmx asked for a piece of the page only
/// @param actor the signed-in person, null on the sign-in page
/// @param office the office acted for, null on the sign-in page
/// @param zone the office's time zone
/// @param marking text and code of the highest marking on this installation's pages
public record Page(
        Texts texts,
        String path,
        String query,
        boolean fragment,
        @Nullable Actor actor,
        @Nullable Office office,
        Account.Settings settings,
        Csrf csrf,
        Marking marking,
        Counts counts,
        Instant now) {

    /// Pages that belong to the picture, by address.
    public static final String[] PICTURE_PLACES = {
        "picture",
        "governments",
        "positions",
        "measures",
        "findings",
        "government-changes",
        "joint-texts",
        "briefs"
    };

    /// Pages that belong to instructions, by address.
    public static final String[] INSTRUCTION_PLACES = {
        "instructions", "tasks", "tasks/load", "notes"
    };

    /// @param exercise the installation holds exercise data
    public record Marking(String code, Names names, boolean exercise) {}

    /// Open items that wait for the person.
    public record Counts(int today, int inbox) {}

    public record Csrf(String parameter, String header, String token) {}

    /// The text of a key in the reader's language.
    public String t(String key, Object... arguments) {
        return texts.say(key, arguments);
    }

    public String t(Names names) {
        return names.in(locale());
    }

    public Locale locale() {
        return texts.locale();
    }

    public String language() {
        return texts.locale().getLanguage();
    }

    public ZoneId zone() {
        return office == null ? ZoneId.of("UTC") : office.zone();
    }

    public Times times() {
        return new Times(texts, zone(), now);
    }

    public boolean may(Permission permission) {
        return actor != null && actor.may(permission);
    }

    public boolean at(String prefix) {
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }

    /// `data-theme` of the page; empty follows the system.
    public @Nullable String theme() {
        return settings.theme().equals("system") ? null : settings.theme();
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now, zone());
    }

    /// A number in the reader's language, with its decimals.
    public String number(BigDecimal number) {
        return NumberFormat.getInstance(locale()).format(number);
    }

    /// The hidden field every form carries.
    public Content csrfField() {
        return output -> {
            output.writeContent("<input type=\"hidden\" name=\"");
            output.writeContent(csrf.parameter());
            output.writeContent("\" value=\"");
            output.writeContent(csrf.token());
            output.writeContent("\">");
        };
    }
}
