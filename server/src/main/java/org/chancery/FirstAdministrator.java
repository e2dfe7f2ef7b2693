// SPDX-License-Identifier: Apache-2.0
package org.chancery;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.function.Consumer;
import org.chancery.access.Accounts;
import org.chancery.access.NewAccount;
import org.chancery.access.Role;
import org.chancery.directory.Names;
import org.chancery.directory.Office;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The first start of an installation of one's own makes one administrator and says how to sign in,
/// once.
@Component
class FirstAdministrator implements FirstRun {

    private final String example;
    private final Offices offices;
    private final Accounts accounts;
    private @Nullable String password;

    FirstAdministrator(
            @Value("${chancery.example:}") String example, Offices offices, Accounts accounts) {
        this.example = example;
        this.offices = offices;
        this.accounts = accounts;
    }

    @Override
    public void run(Consumer<String> say) {
        if (!example.isEmpty() || !accounts.nobodyYet()) {
            return;
        }
        var headquarters = new OfficeCode("HQ");
        offices.open(
                new Office.Bureau(
                        Office.Entry.of(
                                headquarters,
                                Names.of("Headquarters", "Zentrale"),
                                ZoneOffset.UTC,
                                new Office.WorkingHours(LocalTime.of(9, 0), LocalTime.of(17, 0))),
                        null,
                        true));
        var member =
                offices.appoint(
                        "admin",
                        "Administrator",
                        headquarters,
                        Names.of("System administrator", "Systemverwaltung"));
        var fresh = accounts.randomPassword();
        accounts.create(new NewAccount(member.id(), fresh, 0, Set.of(), Set.of(Role.ADMIN), "en"));
        password = fresh;
    }

    @Override
    public void farewell(Consumer<String> say) {
        if (password != null) {
            say.accept("Sign in once as admin with password " + password + " and change it.");
        }
    }
}
