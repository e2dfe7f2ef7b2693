// SPDX-License-Identifier: Apache-2.0
package org.chancery.delivery;

import static org.chancery.kernel.Timestamps.instant;
import static org.chancery.kernel.Timestamps.instantOrNull;
import static org.chancery.kernel.Timestamps.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chancery.access.ReadScope;
import org.chancery.access.Unscoped;
import org.chancery.cable.Addressing;
import org.chancery.cable.CableId;
import org.chancery.cable.CableSummary;
import org.chancery.cable.Mrn;
import org.chancery.directory.OfficeCode;
import org.chancery.kernel.TimeKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DeliveryRepository {

    private final JdbcClient jdbc;

    DeliveryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One row per addressee in one statement, whatever their number.
    void insert(CableId cable, List<Delivery> copies) {
        jdbc.sql(
                        """
                        insert into delivery.delivery (cable, office, role, precedence, via,
                                                       delivered_at, due_at)
                        select :cable, t.office, t.role, t.precedence, t.via,
                               cast(t.delivered_at as timestamptz), cast(t.due_at as timestamptz)
                          from unnest(cast(:offices as text[]), cast(:roles as text[]),
                                      cast(:precedences as text[]), cast(:vias as text[]),
                                      cast(:delivered as text[]), cast(:due as text[]))
                               as t (office, role, precedence, via, delivered_at, due_at)
                        """)
                .param("cable", cable.value())
                .param("offices", column(copies, copy -> copy.office().value()))
                .param("roles", column(copies, copy -> copy.role().name()))
                .param("precedences", column(copies, Delivery::precedence))
                .param("vias", column(copies, Delivery::via))
                .param("delivered", column(copies, copy -> copy.deliveredAt().toString()))
                .param("due", column(copies, DeliveryRepository::due))
                .update();
    }

    private static @Nullable String due(Delivery copy) {
        var due = copy.due();
        return due == null ? null : due.toString();
    }

    private interface Cell {
        @Nullable String of(Delivery copy);
    }

    private static @Nullable String[] column(List<Delivery> copies, Cell cell) {
        var values = new @Nullable String[copies.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = cell.of(copies.get(i));
        }
        return values;
    }

    /// Cables an office received, newest first; keyset on delivery time and id.
    ///
    /// @param role null for both
    List<InboxRow> inbox(
            OfficeCode office,
            @Nullable Addressing role,
            TimeKey after,
            int limit,
            ReadScope reader) {
        return jdbc.sql(
                        """
                        select c.id, c.mrn_year, c.mrn_office, c.mrn_serial, c.from_office, c.type,
                               c.subject, c.precedence as cable_precedence, c.level, c.exercise,
                               c.released_at, d.role, d.precedence, d.delivered_at, d.due_at,
                               d.opened_at
                          from delivery.delivery d join cable.pub_cable c on c.id = d.cable
                         where d.office = :office
                           and (cast(:role as text) is null or d.role = :role)
                           and (d.delivered_at, d.cable) < (:at, :id)
                           and c.level <= :level and c.captions <@ cast(:captions as text[])
                           and (c.readers = '{}' or c.readers && cast(:offices as text[]))
                         order by d.delivered_at desc, d.cable desc
                         limit :limit
                        """)
                .param("office", office.value())
                .param("role", role == null ? null : role.name())
                .param("at", utc(after.at()))
                .param("id", after.id())
                .param("limit", limit)
                .params(reader.params())
                .query(DeliveryRepository::toRow)
                .list();
    }

    long unread(OfficeCode office, ReadScope reader) {
        return jdbc.sql(
                        """
                        select count(*)
                          from delivery.delivery d join cable.pub_cable c on c.id = d.cable
                         where d.office = :office and d.opened_at is null
                           and c.level <= :level and c.captions <@ cast(:captions as text[])
                           and (c.readers = '{}' or c.readers && cast(:offices as text[]))
                        """)
                .param("office", office.value())
                .params(reader.params())
                .query(Long.class)
                .single();
    }

    @Unscoped("addressees of a cable that was read in scope")
    List<Delivery> of(CableId cable) {
        return jdbc.sql(
                        """
                        select office, role, precedence, via, delivered_at, due_at, opened_at,
                               opened_by
                          from delivery.delivery
                         where cable = :cable
                         order by role, office
                        """)
                .param("cable", cable.value())
                .query(
                        (row, n) ->
                                new Delivery(
                                        new OfficeCode(row.getString("office")),
                                        Addressing.valueOf(row.getString("role")),
                                        row.getString("precedence"),
                                        row.getString("via"),
                                        instant(row, "delivered_at"),
                                        instantOrNull(row, "due_at"),
                                        instantOrNull(row, "opened_at"),
                                        row.getString("opened_by")))
                .list();
    }

    void open(CableId cable, OfficeCode office, String by, Instant at) {
        jdbc.sql(
                        """
                        update delivery.delivery set opened_at = :at, opened_by = :by
                         where cable = :cable and office = :office and opened_at is null
                        """)
                .param("cable", cable.value())
                .param("office", office.value())
                .param("by", by)
                .param("at", utc(at))
                .update();
    }

    private static InboxRow toRow(ResultSet row, int number) throws SQLException {
        return new InboxRow(
                new CableSummary(
                        new CableId(row.getObject("id", UUID.class)),
                        new Mrn(
                                row.getInt("mrn_year"),
                                new OfficeCode(row.getString("mrn_office")),
                                row.getInt("mrn_serial")),
                        new OfficeCode(row.getString("from_office")),
                        row.getString("type"),
                        row.getString("subject"),
                        row.getString("cable_precedence"),
                        row.getInt("level"),
                        row.getString("exercise"),
                        instant(row, "released_at")),
                Addressing.valueOf(row.getString("role")),
                row.getString("precedence"),
                instant(row, "delivered_at"),
                instantOrNull(row, "due_at"),
                instantOrNull(row, "opened_at"));
    }
}
