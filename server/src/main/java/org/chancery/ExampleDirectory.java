// SPDX-License-Identifier: Apache-2.0
package org.chancery;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.chancery.access.Accounts;
import org.chancery.access.NewAccount;
import org.chancery.access.Role;
import org.chancery.directory.CollectiveMembership;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.Names;
import org.chancery.directory.NewCollective;
import org.chancery.directory.Office;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.chancery.directory.Standing;
import org.chancery.kernel.Table;
import org.chancery.policy.Handling;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Offices, collectives and sign-ins of a worked example.
@Component
class ExampleDirectory {

    /// Printed at the start of a demo; a demo listens on this machine only.
    static final String PASSWORD = "exercise-2025";

    private final Offices offices;
    private final Accounts accounts;
    private final Handling handling;

    ExampleDirectory(Offices offices, Accounts accounts, Handling handling) {
        this.offices = offices;
        this.accounts = accounts;
        this.handling = handling;
    }

    /// @param folder of the example in the jar: `/example/`
    void load(String folder, Consumer<String> say) {
        say.accept(
                "offices.csv: "
                        + each(folder + "offices.csv", row -> offices.open(office(row)))
                        + " offices");
        say.accept("collectives.csv: " + each(folder + "collectives.csv", this::gather) + " rows");
        say.accept("people.csv: " + each(folder + "people.csv", this::appoint) + " sign-ins");
    }

    /// Says who may sign in.
    void greet(String folder, Consumer<String> say) {
        say.accept("Sign in as one of these, password " + PASSWORD + ":");
        each(
                folder + "people.csv",
                row -> say.accept("  " + row.get("sign_in") + "  " + row.get("display_name")));
    }

    private static int each(String file, Consumer<Table.Row> action) {
        var count = new int[1];
        try (var table = Table.ofResource(file)) {
            table.forEach(
                    row -> {
                        action.accept(row);
                        count[0]++;
                    });
        }
        return count[0];
    }

    private static Office office(Table.Row row) {
        var entry =
                new Office.Entry(
                        new OfficeCode(row.get("code")),
                        Names.of(row.get("name_en"), row.get("name_de")),
                        ZoneId.of(row.get("time_zone")),
                        new Office.WorkingHours(
                                LocalTime.parse(row.get("opens")),
                                LocalTime.parse(row.get("closes"))),
                        row.get("plad"),
                        Standing.PERMANENT);
        var parent = officeOrNone(row, "parent");
        if (row.get("kind").equals("BUREAU")) {
            return new Office.Bureau(entry, parent, row.get("tasking_authority").equals("yes"));
        }
        return new Office.Post(
                entry,
                parent,
                Names.of(row.get("city_en"), row.get("city_de")),
                new Office.Place(
                        Double.parseDouble(row.get("latitude")),
                        Double.parseDouble(row.get("longitude"))),
                ReferenceData.split(row.get("accredited_to")).stream()
                        .map(GovernmentCode::new)
                        .toList());
    }

    private static @Nullable OfficeCode officeOrNone(Table.Row row, String column) {
        return row.get(column).isEmpty() ? null : new OfficeCode(row.get(column));
    }

    /// One row for each member; a collective of all posts needs none.
    private void gather(Table.Row row) {
        offices.keep(
                new NewCollective(
                        row.get("code"),
                        Names.of(row.get("name_en"), row.get("name_de")),
                        row.get("all_posts").equals("yes"),
                        officeOrNone(row, "kept_by")));
        var member = officeOrNone(row, "member");
        if (member != null) {
            offices.join(
                    new CollectiveMembership(
                            row.get("code"),
                            member,
                            LocalDate.parse(row.get("from")),
                            row.get("until").isEmpty() ? null : LocalDate.parse(row.get("until"))));
        }
    }

    private void appoint(Table.Row row) {
        var member =
                offices.appoint(
                        row.get("sign_in"),
                        row.get("display_name"),
                        new OfficeCode(row.get("office")),
                        Names.of(row.get("function_en"), row.get("function_de")));
        Set<Role> roles =
                ReferenceData.split(row.get("roles")).stream()
                        .map(Role::valueOf)
                        .collect(Collectors.toSet());
        accounts.create(
                new NewAccount(
                        member.id(),
                        PASSWORD,
                        roles.contains(Role.ADMIN) ? 0 : handling.levels().size() - 1,
                        Set.of(),
                        roles,
                        row.get("language")));
    }
}
