// SPDX-License-Identifier: Apache-2.0
package org.chancery.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chancery.directory.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
@Unscoped("an account is read to find out what its holder may read")
class AccountRepository {

    private final JdbcClient jdbc;

    AccountRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Account> find(StaffId person) {
        return jdbc.sql(
                        """
                        select staff, password_hash, clearance, captions, roles,
                               language, theme, density, keys
                          from access.account
                         where staff = :staff
                        """)
                .param("staff", person.value())
                .query(AccountRepository::toAccount)
                .optional();
    }

    /// Who is cleared for a level and holds all of the captions.
    Set<StaffId> cleared(int level, Set<String> captions) {
        return jdbc.sql(
                        """
                        select staff
                          from access.account
                         where clearance >= :level and captions @> cast(:captions as text[])
                        """)
                .param("level", level)
                .param("captions", captions.toArray(String[]::new))
                .query((row, n) -> new StaffId(row.getObject("staff", UUID.class)))
                .set();
    }

    long count() {
        return jdbc.sql("select count(*) from access.account").query(Long.class).single();
    }

    void insert(Account account) {
        jdbc.sql(
                        """
                        insert into access.account (staff, password_hash, clearance, captions, roles,
                                                    language, theme, density, keys)
                        values (:staff, :hash, :clearance, cast(:captions as text[]),
                                cast(:roles as text[]), :language, :theme, :density, :keys)
                        """)
                .param("staff", account.person().value())
                .param("hash", account.passwordHash())
                .param("clearance", account.clearance())
                .param("captions", account.captions().toArray(String[]::new))
                .param("roles", account.roles().stream().map(Role::name).toArray(String[]::new))
                .param("language", account.settings().language())
                .param("theme", account.settings().theme())
                .param("density", account.settings().density())
                .param("keys", account.settings().keys())
                .update();
    }

    void update(StaffId person, Account.Settings settings) {
        jdbc.sql(
                        """
                        update access.account
                           set language = :language, theme = :theme, density = :density, keys = :keys
                         where staff = :staff
                        """)
                .param("staff", person.value())
                .param("language", settings.language())
                .param("theme", settings.theme())
                .param("density", settings.density())
                .param("keys", settings.keys())
                .update();
    }

    void changePassword(StaffId person, String hash) {
        jdbc.sql("update access.account set password_hash = :hash where staff = :staff")
                .param("staff", person.value())
                .param("hash", hash)
                .update();
    }

    void insertToken(UUID id, StaffId person, String hash, Instant at) {
        jdbc.sql(
                        """
                        insert into access.token (id, staff, hash, issued_at)
                        values (:id, :staff, :hash, :at)
                        """)
                .param("id", id)
                .param("staff", person.value())
                .param("hash", hash)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<StaffId> personOfToken(String hash) {
        return jdbc.sql("select staff from access.token where hash = :hash and revoked_at is null")
                .param("hash", hash)
                .query((row, n) -> new StaffId(row.getObject("staff", UUID.class)))
                .optional();
    }

    private static Account toAccount(ResultSet row, int number) throws SQLException {
        var roles = EnumSet.noneOf(Role.class);
        for (var role : (String[]) row.getArray("roles").getArray()) {
            roles.add(Role.valueOf(role));
        }
        return new Account(
                new StaffId(row.getObject("staff", UUID.class)),
                row.getString("password_hash"),
                row.getInt("clearance"),
                Set.copyOf(Arrays.asList((String[]) row.getArray("captions").getArray())),
                roles,
                new Account.Settings(
                        row.getString("language"),
                        row.getString("theme"),
                        row.getString("density"),
                        row.getBoolean("keys")));
    }
}
