// SPDX-License-Identifier: Apache-2.0
package org.chancery.delivery;

import static org.chancery.kernel.Timestamps.instant;
import static org.chancery.kernel.Timestamps.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.access.ReadScope;
import org.chancery.cable.CableId;
import org.chancery.cable.CableSummary;
import org.chancery.cable.Mrn;
import org.chancery.directory.OfficeCode;
import org.chancery.directory.StaffId;
import org.chancery.kernel.TimeKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What offices received, under the reader's scope.
@Repository
class InboxRepository {

    /// @param function English name of the reader's function
    /// @param endOfDay of today at the office
    /// @param endOfWeek of Sunday at the office
    record Reader(
            StaffId person, String function, Instant now, Instant endOfDay, Instant endOfWeek) {

        Map<String, Object> params() {
            return Map.of(
                    "person",
                    person.value(),
                    "function",
                    function,
                    "now",
                    utc(now),
                    "endOfDay",
                    utc(endOfDay),
                    "endOfWeek",
                    utc(endOfWeek));
        }
    }

    /// Copies of the office in the order of their index; each asks its cable whether the reader may
    /// see it. Left to itself the planner starts from the cables, of which it expects one, and reads
    /// them all.
    private static final String COPIES =
            """
            select c.id, c.mrn_year, c.mrn_office, c.mrn_serial, c.from_office, c.type, c.subject,
                   c.precedence as cable_precedence, c.level, c.exercise, c.released_at,
                   c.attachments, d.office, d.role, d.precedence, d.via, d.state, d.state_at,
                   d.state_by, d.state_note, d.due_at, d.opened_at, d.opened_by, d.assigned_to,
                   d.handled_at, d.delivered_at, d.sort_at
              from (select *
                      from delivery.delivery d
                     where d.office = :office and d.delivered_at is not null
                       and (cast(:role as text) is null or d.role = :role)
                       and (cast(:precedences as text[]) = '{}'
                            or d.precedence = any (cast(:precedences as text[])))
                       and case :folder
                           when 'ALL' then true
                           when 'MINE' then d.handled_at is null and exists
                                (select from delivery.distribution t
                                  where t.cable = d.cable and t.office = d.office
                                    and (t.how = 'OFFICE' or t.person = :person
                                         or (t.function <> '' and t.function = :function)))
                           when 'ACTION' then d.role = 'ACTION' and d.handled_at is null
                           when 'INFO' then d.role = 'INFO' and d.handled_at is null
                           when 'ASSIGNED' then d.assigned_to = :person and d.handled_at is null
                           when 'OVERDUE' then d.sort_at < :now
                           when 'TODAY' then d.sort_at >= :now and d.sort_at < :endOfDay
                           when 'WEEK' then d.sort_at >= :endOfDay and d.sort_at < :endOfWeek
                           end
            """;

    private static final String READABLE =
            """
                    ) d
             cross join lateral
                   (select *
                      from cable.pub_cable c
                     where c.id = d.cable and c.level <= :level
                       and c.captions <@ cast(:captions as text[])
                       and (c.readers = '{}' or c.readers && cast(:offices as text[]))
                    offset 0) c
            """;

    private final JdbcClient jdbc;

    InboxRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Newest first; keyset on delivery time and id.
    List<InboxRow> newest(
            InboxQuestion question, Reader who, TimeKey after, int limit, ReadScope reader) {
        return ask(
                        COPIES
                                + """
                                       and (d.delivered_at, d.cable) < (:at, :id)
                                     order by d.delivered_at desc, d.cable desc
                                """
                                + READABLE
                                + """
                                 order by d.delivered_at desc, d.cable desc
                                 limit :limit
                                """,
                        question,
                        who,
                        reader)
                .param("at", utc(after.at()))
                .param("id", after.id())
                .param("limit", limit)
                .query(InboxRepository::toRow)
                .list();
    }

    /// By due time, newest first among equals; keyset on all three.
    List<InboxRow> dueFirst(
            InboxQuestion question,
            Reader who,
            InboxQuestion.DueKey after,
            int limit,
            ReadScope reader) {
        return ask(
                        COPIES
                                + """
                                       and d.sort_at >= :sort
                                       and (d.sort_at > :sort
                                            or (d.delivered_at, d.cable) < (:at, :id))
                                     order by d.sort_at, d.delivered_at desc, d.cable desc
                                """
                                + READABLE
                                + """
                                 order by d.sort_at, d.delivered_at desc, d.cable desc
                                 limit :limit
                                """,
                        question,
                        who,
                        reader)
                .param("sort", utc(after.sort()))
                .param("at", utc(after.newest().at()))
                .param("id", after.newest().id())
                .param("limit", limit)
                .query(InboxRepository::toRow)
                .list();
    }

    private JdbcClient.StatementSpec ask(
            String sql, InboxQuestion question, Reader who, ReadScope reader) {
        var role = question.role();
        return jdbc.sql(sql)
                .param("office", question.office().value())
                .param("role", role == null ? null : role.name())
                .param("folder", question.folder().name())
                .param("precedences", question.precedences().toArray(String[]::new))
                .params(who.params())
                .params(reader.params());
    }

    /// How many copies each folder but [Folder#ALL] holds.
    Map<Folder, Integer> counts(OfficeCode office, Reader who, ReadScope reader) {
        return jdbc.sql(
                        """
                        select count(*) filter (where exists
                                   (select from delivery.distribution t
                                     where t.cable = d.cable and t.office = d.office
                                       and (t.how = 'OFFICE' or t.person = :person
                                            or (t.function <> '' and t.function = :function))))
                                   as mine,
                               count(*) filter (where d.role = 'ACTION') as action,
                               count(*) filter (where d.assigned_to = :person) as assigned,
                               count(*) filter (where d.role = 'INFO') as info,
                               count(*) filter (where d.sort_at < :now) as overdue,
                               count(*) filter (where d.sort_at >= :now
                                                  and d.sort_at < :endOfDay) as today,
                               count(*) filter (where d.sort_at >= :endOfDay
                                                  and d.sort_at < :endOfWeek) as week
                          from delivery.delivery d join cable.pub_cable c on c.id = d.cable
                         where d.office = :office and d.delivered_at is not null
                           and d.handled_at is null
                           and c.level <= :level and c.captions <@ cast(:captions as text[])
                           and (c.readers = '{}' or c.readers && cast(:offices as text[]))
                        """)
                .param("office", office.value())
                .params(who.params())
                .params(reader.params())
                .query(InboxRepository::toCounts)
                .single();
    }

    private static Map<Folder, Integer> toCounts(ResultSet row, int number) throws SQLException {
        var counts = new EnumMap<Folder, Integer>(Folder.class);
        for (var folder : Folder.values()) {
            if (folder != Folder.ALL) {
                counts.put(folder, row.getInt(folder.slug()));
            }
        }
        return counts;
    }

    long unread(OfficeCode office, ReadScope reader) {
        return jdbc.sql(
                        """
                        select count(*)
                          from delivery.delivery d join cable.pub_cable c on c.id = d.cable
                         where d.office = :office and d.opened_at is null
                           and d.state = 'DELIVERED' and d.handled_at is null
                           and c.level <= :level and c.captions <@ cast(:captions as text[])
                           and (c.readers = '{}' or c.readers && cast(:offices as text[]))
                        """)
                .param("office", office.value())
                .params(reader.params())
                .query(Long.class)
                .single();
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
                DeliveryRepository.toDelivery(row, number),
                instant(row, "delivered_at"),
                row.getInt("attachments"),
                instant(row, "sort_at"));
    }
}
