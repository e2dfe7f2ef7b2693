// SPDX-License-Identifier: Apache-2.0
package org.chancery.cable;

import static org.chancery.cable.DraftRepository.instant;
import static org.chancery.cable.DraftRepository.instantOrNull;
import static org.chancery.cable.DraftRepository.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.access.Label;
import org.chancery.access.ReadScope;
import org.chancery.access.Unscoped;
import org.chancery.directory.OfficeCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class CableRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CableRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// The next number of an office's series; the series stays locked until the transaction ends,
    /// so a release that fails gives its number back.
    @Unscoped("a number says nothing of any cable")
    int nextSerial(OfficeCode office, int year) {
        return jdbc.sql(
                        """
                        insert into cable.series (office, year, last) values (:office, :year, 1)
                        on conflict (office, year) do update set last = series.last + 1
                        returning last
                        """)
                .param("office", office.value())
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    void insert(Cable cable) {
        jdbc.sql(
                        """
                        insert into cable.cable
                               (id, mrn_year, mrn_office, mrn_serial, draft, from_office, subject,
                                exercise, precedence, topics, content, released_at, released_by,
                                hash, level, captions, readers)
                        values (:id, :year, :office, :serial, :draft, :from, :subject, :exercise,
                                :precedence, cast(:topics as text[]), cast(:content as jsonb), :at,
                                :by, :hash, :level, cast(:captions as text[]),
                                cast(:readers as text[]))
                        """)
                .param("id", cable.id().value())
                .param("year", cable.mrn().year())
                .param("office", cable.mrn().office().value())
                .param("serial", cable.mrn().serial())
                .param("draft", cable.draft().value())
                .param("from", cable.from().value())
                .param("subject", cable.content().subject())
                .param("exercise", cable.content().exercise())
                .param("precedence", cable.content().actionPrecedence())
                .param("topics", cable.content().topics().toArray(String[]::new))
                .param("content", json.writeValueAsString(cable.content()))
                .param("at", utc(cable.releasedAt()))
                .param("by", cable.releasedBy())
                .param("hash", cable.hash())
                .params(cable.label().params())
                .update();
        jdbc.sql(
                        """
                        insert into cable.paragraph (id, cable, position, role, label, heading, text,
                                                     mark, terms)
                        select cast(p ->> 'id' as uuid), :cable, n, p ->> 'role', p ->> 'label',
                               p ->> 'heading', p ->> 'text', p ->> 'mark', p -> 'terms'
                          from jsonb_array_elements(cast(:rows as jsonb)) with ordinality as t (p, n)
                        """)
                .param("cable", cable.id().value())
                .param("rows", json.writeValueAsString(cable.content().paragraphs()))
                .update();
    }

    /// One row per addressee in one statement, whatever their number.
    void deliver(CableId cable, List<Delivery> deliveries) {
        jdbc.sql(
                        """
                        insert into cable.delivery (cable, office, role, precedence, via,
                                                    delivered_at, due_at)
                        select :cable, d ->> 'office', d ->> 'role', d ->> 'precedence',
                               d ->> 'via', cast(d ->> 'deliveredAt' as timestamptz),
                               cast(d ->> 'due' as timestamptz)
                          from jsonb_array_elements(cast(:rows as jsonb)) as d
                        """)
                .param("cable", cable.value())
                .param(
                        "rows",
                        json.writeValueAsString(deliveries.stream().map(DeliveryRow::of).toList()))
                .update();
    }

    private record DeliveryRow(
            String office,
            String role,
            String precedence,
            String via,
            String deliveredAt,
            @Nullable String due) {

        static DeliveryRow of(Delivery delivery) {
            var due = delivery.due();
            return new DeliveryRow(
                    delivery.office().value(),
                    delivery.role().name(),
                    delivery.precedence(),
                    delivery.via(),
                    delivery.deliveredAt().toString(),
                    due == null ? null : due.toString());
        }
    }

    Optional<Cable> find(Mrn mrn, ReadScope reader) {
        return jdbc.sql(
                        """
                        select id, mrn_year, mrn_office, mrn_serial, draft, from_office, content,
                               released_at, released_by, hash, level, captions, readers
                          from cable.cable
                         where mrn_office = :office and mrn_year = :year and mrn_serial = :serial
                           and level <= :level and captions <@ cast(:captions as text[])
                           and (readers = '{}' or readers && cast(:offices as text[]))
                        """)
                .param("office", mrn.office().value())
                .param("year", mrn.year())
                .param("serial", mrn.serial())
                .params(reader.params())
                .query(this::toCable)
                .optional();
    }

    @Unscoped("for modules that follow a release in its own transaction")
    Optional<Cable> released(CableId id) {
        return jdbc.sql(
                        """
                        select id, mrn_year, mrn_office, mrn_serial, draft, from_office, content,
                               released_at, released_by, hash, level, captions, readers
                          from cable.cable
                         where id = :id
                        """)
                .param("id", id.value())
                .query(this::toCable)
                .optional();
    }

    /// Cables an office received, newest first; keyset on delivery time and id.
    ///
    /// @param role null for both
    List<CableSummary> inbox(
            OfficeCode office, @Nullable Addressing role, Key after, int limit, ReadScope reader) {
        return jdbc.sql(
                        """
                        select c.id, c.mrn_year, c.mrn_office, c.mrn_serial, c.from_office,
                               c.subject, c.level, c.exercise, c.released_at, d.role,
                               d.precedence, d.due_at, d.opened_at
                          from cable.delivery d join cable.cable c on c.id = d.cable
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
                .query(CableRepository::toSummary)
                .list();
    }

    /// Released cables the reader may see, newest first.
    ///
    /// @param from sender, null for all
    List<CableSummary> page(@Nullable OfficeCode from, Key after, int limit, ReadScope reader) {
        return jdbc.sql(
                        """
                        select c.id, c.mrn_year, c.mrn_office, c.mrn_serial, c.from_office,
                               c.subject, c.level, c.exercise, c.released_at,
                               null::text as role, c.precedence, null::timestamptz as due_at,
                               null::timestamptz as opened_at
                          from cable.cable c
                         where (cast(:from as text) is null or c.from_office = :from)
                           and (c.released_at, c.id) < (:at, :id)
                           and c.level <= :level and c.captions <@ cast(:captions as text[])
                           and (c.readers = '{}' or c.readers && cast(:offices as text[]))
                         order by c.released_at desc, c.id desc
                         limit :limit
                        """)
                .param("from", from == null ? null : from.value())
                .param("at", utc(after.at()))
                .param("id", after.id())
                .param("limit", limit)
                .params(reader.params())
                .query(CableRepository::toSummary)
                .list();
    }

    long unread(OfficeCode office, ReadScope reader) {
        return jdbc.sql(
                        """
                        select count(*)
                          from cable.delivery d join cable.cable c on c.id = d.cable
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
    List<Delivery> deliveries(CableId cable) {
        return jdbc.sql(
                        """
                        select office, role, precedence, via, delivered_at, due_at, opened_at,
                               opened_by
                          from cable.delivery
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
                        update cable.delivery set opened_at = :at, opened_by = :by
                         where cable = :cable and office = :office and opened_at is null
                        """)
                .param("cable", cable.value())
                .param("office", office.value())
                .param("by", by)
                .param("at", utc(at))
                .update();
    }

    private Cable toCable(ResultSet row, int number) throws SQLException {
        var id = new CableId(row.getObject("id", UUID.class));
        return new Cable(
                id,
                mrn(row),
                new DraftId(row.getObject("draft", UUID.class)),
                new OfficeCode(row.getString("from_office")),
                json.readValue(row.getString("content"), Content.class),
                deliveries(id).stream()
                        .map(
                                delivery ->
                                        new Addressee(
                                                delivery.office(),
                                                delivery.role(),
                                                delivery.precedence(),
                                                delivery.via()))
                        .toList(),
                instant(row, "released_at"),
                row.getString("released_by"),
                Label.of(row),
                row.getString("hash"));
    }

    private static CableSummary toSummary(ResultSet row, int number) throws SQLException {
        var role = row.getString("role");
        return new CableSummary(
                new CableId(row.getObject("id", UUID.class)),
                mrn(row),
                new OfficeCode(row.getString("from_office")),
                row.getString("subject"),
                row.getInt("level"),
                row.getString("exercise"),
                instant(row, "released_at"),
                role == null ? null : Addressing.valueOf(role),
                row.getString("precedence"),
                instantOrNull(row, "due_at"),
                instantOrNull(row, "opened_at"));
    }

    private static Mrn mrn(ResultSet row) throws SQLException {
        return new Mrn(
                row.getInt("mrn_year"),
                new OfficeCode(row.getString("mrn_office")),
                row.getInt("mrn_serial"));
    }

    /// Place in a list ordered by time and id, newest first.
    record Key(Instant at, UUID id) {

        static final Key START =
                new Key(
                        Instant.parse("9999-01-01T00:00:00Z"),
                        UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff"));

        static Key parse(@Nullable String text) {
            if (text == null || text.isEmpty()) {
                return START;
            }
            var parts = text.split("_", 2);
            try {
                return new Key(
                        Instant.parse(parts[0]), UUID.fromString(parts.length > 1 ? parts[1] : ""));
            } catch (java.time.format.DateTimeParseException | IllegalArgumentException e) {
                throw new org.chancery.kernel.Refusal(
                        org.chancery.kernel.KernelRefusal.VALUE_UNKNOWN, text, "after=<next>");
            }
        }

        static String of(CableSummary row) {
            return row.releasedAt() + "_" + row.id().value();
        }
    }
}
