// SPDX-License-Identifier: Apache-2.0
package org.chancery.access;

import static org.chancery.kernel.Timestamps.instantOrNull;
import static org.chancery.kernel.Timestamps.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.StaffId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
@Unscoped("a delegation is read to find out what its holder may read")
class DelegationRepository {

    private final JdbcClient jdbc;

    DelegationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What the person holds or held for others, the latest first.
    List<Delegation> to(StaffId person) {
        return jdbc.sql(
                        """
                        select id, office, permission, from_person, to_person, level, valid_from,
                               valid_until, ended_at
                          from access.delegation
                         where to_person = :person
                         order by valid_until desc, id
                         limit 200
                        """)
                .param("person", person.value())
                .query(DelegationRepository::toDelegation)
                .list();
    }

    /// What others hold or held for the office, the latest first.
    List<Delegation> of(OfficeCode office) {
        return jdbc.sql(
                        """
                        select id, office, permission, from_person, to_person, level, valid_from,
                               valid_until, ended_at
                          from access.delegation
                         where office = :office
                         order by valid_until desc, id
                         limit 200
                        """)
                .param("office", office.value())
                .query(DelegationRepository::toDelegation)
                .list();
    }

    Optional<Delegation> find(UUID id) {
        return jdbc.sql(
                        """
                        select id, office, permission, from_person, to_person, level, valid_from,
                               valid_until, ended_at
                          from access.delegation
                         where id = :id
                        """)
                .param("id", id)
                .query(DelegationRepository::toDelegation)
                .optional();
    }

    void insert(Delegation delegation) {
        jdbc.sql(
                        """
                        insert into access.delegation (id, office, permission, from_person, to_person,
                                                       level, valid_from, valid_until)
                        values (:id, :office, :permission, :from, :to, :level, :validFrom, :validUntil)
                        """)
                .param("id", delegation.id())
                .param("office", delegation.office().value())
                .param("permission", delegation.permission().name())
                .param("from", delegation.from().value())
                .param("to", delegation.to().value())
                .param("level", delegation.level())
                .param("validFrom", delegation.validFrom())
                .param("validUntil", delegation.validUntil())
                .update();
    }

    void end(UUID id, Instant at) {
        jdbc.sql(
                        """
                        update access.delegation set ended_at = :at
                         where id = :id and ended_at is null
                        """)
                .param("id", id)
                .param("at", utc(at))
                .update();
    }

    private static Delegation toDelegation(ResultSet row, int number) throws SQLException {
        return new Delegation(
                row.getObject("id", UUID.class),
                new OfficeCode(row.getString("office")),
                Permission.valueOf(row.getString("permission")),
                new StaffId(row.getObject("from_person", UUID.class)),
                new StaffId(row.getObject("to_person", UUID.class)),
                row.getInt("level"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                instantOrNull(row, "ended_at"));
    }
}
