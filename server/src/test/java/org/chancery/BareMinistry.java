// SPDX-License-Identifier: Apache-2.0
package org.chancery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.chancery.access.Accounts;
import org.chancery.access.NewAccount;
import org.chancery.access.Role;
import org.chancery.directory.Government;
import org.chancery.directory.GovernmentCode;
import org.chancery.directory.Names;
import org.chancery.directory.Office;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.Offices;
import org.springframework.context.ApplicationContext;

/// A ministry of one bureau, its posts, a drafter and an approver, and nobody who must clear: for
/// tests and benches that release many cables.
final class BareMinistry {

    private static final Office.WorkingHours HOURS =
            new Office.WorkingHours(LocalTime.of(9, 0), LocalTime.of(17, 0));

    private final Offices offices;
    private final Accounts accounts;

    BareMinistry(ApplicationContext context) {
        offices = context.getBean(Offices.class);
        accounts = context.getBean(Accounts.class);
    }

    void found(List<String> posts) {
        var germany = new GovernmentCode("DE");
        offices.register(
                List.of(
                        new Government(
                                germany,
                                Government.Scheme.ISO,
                                Names.of("Germany", "Deutschland"),
                                "EUROPE")));
        offices.open(new Office.Bureau(entry("BUREAU"), null, true));
        for (var post : posts) {
            offices.open(
                    new Office.Post(
                            entry(post),
                            null,
                            Names.of(post, post),
                            new Office.Place(0, 0),
                            List.of(germany)));
        }
        appoint("drafter", "BUREAU", Role.DRAFTER);
        appoint("approver", "BUREAU", Role.APPROVER);
    }

    void appoint(String name, String office, Role role) {
        var member = offices.appoint(name, name, new OfficeCode(office), Names.of(name, name));
        accounts.create(
                new NewAccount(member.id(), "a long pass word", 3, Set.of(), Set.of(role), "en"));
    }

    private static Office.Entry entry(String code) {
        return Office.Entry.of(new OfficeCode(code), Names.of(code, code), ZoneOffset.UTC, HOURS);
    }

    /// The policy that comes with the product, without those who must clear.
    ///
    /// @return path of the file
    static String policy(Path folder) throws IOException {
        try (var stream =
                Objects.requireNonNull(BareMinistry.class.getResourceAsStream("/policy/us.yaml"))) {
            var text =
                    new String(stream.readAllBytes(), UTF_8)
                            .replace("instructions: [L, PA]", "instructions: []")
                            .replace("regionalBureaus: true", "regionalBureaus: false")
                            .replace("countryOffices: true", "countryOffices: false");
            var file = folder.resolve("policy-without-clearers.yaml");
            Files.writeString(file, text);
            return file.toAbsolutePath().toString();
        }
    }
}
